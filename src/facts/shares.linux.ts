import { known, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import { partsOf, textOf, whyNot } from './linux/answers.js';
import { asked, blank, linesOfFiles } from './linux/pieces.js';
import { sambaShares } from './linux/samba-shares.js';
import type { Share, Shares } from './shares.js';

/** Samba's own testparm(1) would start a process of thirty milliseconds for what stands in these files. */
const settings: CommandQuestion = {
  kind: 'command',
  id: 'shares-linux',
  ...asked(
    linesOfFiles(
      {
        part: 'samba',
        files: '/etc/samba/*.conf /etc/samba/*/*.conf /var/lib/samba/usershares/*',
        like: `^${blank}*(\\[|(path|directory|comment|printable|print${blank}*ok|available|include|copy|registry${blank}*shares|config${blank}*backend)${blank}*=)`,
        how: 'iH',
      },
      {
        part: 'nfs',
        files: '/etc/exports /etc/exports.d/*.exports',
        like: `^${blank}*[^# \t]`,
      },
    ),
  ),
};

/** Shares of Samba (smb.conf(5), `net usershare`) and exports of the kernel's NFS server (exports(5)). */
export const sharesOnLinux = reader({
  questions: { settings },
  parse({ settings }) {
    const text = textOf(settings);
    if (text === undefined) return whyNot(settings);
    const parts = partsOf(text);
    const { shares, unread } = sambaShares(parts.get('samba') ?? []);
    const exported = [...new Set((parts.get('nfs') ?? []).flatMap(line => folderOf(line) ?? []))];
    return known<Shares>({
      shares: [...shares, ...exported.map(nfsShare)],
      administrative: [],
      unread,
    });
  },
});

function nfsShare(path: string): Share {
  return { name: path, kind: 'nfs', path, comment: undefined, offered: undefined };
}

/** The folder of a line of exports(5): in quotes, or with blanks as `\040`. */
function folderOf(line: string): string | undefined {
  const found = /^\s*(?:"([^"]*)"|(\S+))/.exec(line);
  const folder = (found?.[1] ?? found?.[2])?.replaceAll(/\\([0-7]{3})/g, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 8)),
  );
  return folder?.startsWith('/') ? folder : undefined;
}
