import { say } from '../i18n/text.js';
import type { Source, UpgradePath } from '../model/path.js';

const notes = (codename: string): Source => ({
  title: `Debian release notes, ${codename}: Upgrades`,
  url: `https://www.debian.org/releases/${codename}/release-notes/upgrading.en.html`,
  proof: 'vendor',
});
const space: Source = {
  title:
    'Free space: 5 GiB as administrators advise; “apt -o APT::Get::Trivial-Only=true full-upgrade” tells the exact figure',
  proof: 'community',
};

const GiB = 1024 ** 3;

const oneAtATime = say({
  en: 'Debian is upgraded one release at a time; none may be left out.',
  es: 'Debian se actualiza versión a versión; no puede saltarse ninguna.',
});

const hop = (from: number, to: number, codename: string): UpgradePath => ({
  id: `debian${from}-debian${to}`,
  from: `debian${from}`,
  to: `debian${to}`,
  kind: 'in-place',
  notes: [oneAtATime],
  requires: {
    systemFreeBytes: 5 * GiB,
    memoryBytes: 512 * 1024 ** 2,
    architectures: to >= 13 ? ['x64', 'arm64'] : ['x64', 'x86', 'arm64'],
    sources: [notes(codename), space],
  },
  sources: [notes(codename)],
});

export const debianPaths: readonly UpgradePath[] = [
  hop(10, 11, 'bullseye'),
  hop(11, 12, 'bookworm'),
  hop(12, 13, 'trixie'),
];
