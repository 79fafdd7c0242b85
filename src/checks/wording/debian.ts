import type { Source } from '../../model/path.js';

/** Pages of the distributions that checks rest on. Chapters are named, since their numbers change between editions. */
export const debianNotes = (release: 'trixie' | 'bookworm' | 'bullseye', chapter: string, page = 'issues'): Source => ({
  title: `Debian release notes, ${release}: ${chapter}`,
  url: `https://www.debian.org/releases/${release}/release-notes/${page}.en.html`,
  proof: 'vendor',
});

export const upgradeChapter = (chapter: string): Source => debianNotes('trixie', chapter, 'upgrading');

export const ubuntuGuide: Source = {
  title: 'Ubuntu Server documentation: how to upgrade your Ubuntu release',
  url: 'https://documentation.ubuntu.com/server/how-to/software/upgrade-your-release/',
  proof: 'vendor',
};
