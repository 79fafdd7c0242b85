import type { Row } from '../model/answer.js';
import { known, reader } from '../model/fact.js';
import type { RegistryQuestion, WmiQuestion } from '../model/question.js';
import { couldNotRead } from './reading/why.js';
import { keyOf, listIn, numberCell, rowsOf, textCell } from './reading/windows-answers.js';
import type { Share, Shares } from './shares.js';

/** What is offered now, with the shares that Windows makes itself. Type: https://learn.microsoft.com/windows/win32/cimwin32prov/win32-share */
const offered = {
  id: 'windows-shares',
  kind: 'wmi',
  class: 'Win32_Share',
  properties: ['Name', 'Path', 'Type', 'Description'],
} as const satisfies WmiQuestion;

/**
 * What is configured: a list of `Key=value` for each share, also while the Server service is stopped, or the folder is gone and
 * Windows passes the share over without a word.
 */
const configured = {
  id: 'registry-shares',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\LanmanServer\\Shares',
} as const satisfies RegistryQuestion;

const questions = { offered, configured } as const;

export const sharesOnWindows = reader<Shares, typeof questions>({
  questions,
  parse(answers) {
    const rows = rowsOf(answers.offered);
    const values = keyOf(answers.configured, configured.key);
    if (!rows && !values) return couldNotRead('Win32_Share', answers.offered);
    const found = new Map<string, Share>();
    for (const row of rows ?? []) {
      const share = shareOfRow(row);
      if (share) found.set(share.name.toLowerCase(), share);
    }
    for (const value of Object.keys(values ?? {})) {
      const share = shareOfLines(value, listIn(values, value), rows ? false : undefined);
      if (share && !found.has(share.name.toLowerCase())) found.set(share.name.toLowerCase(), share);
    }
    const all = [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return known({
      shares: all.filter(share => !isAdministrative(share)),
      administrative: all.filter(isAdministrative),
      unread: [],
    });
  },
});

/** The two lowest bits say the kind, the highest that it is administrative. */
const kinds = ['folder', 'printer', 'device', 'pipe'] as const;

function kindOf(type: number | undefined): Share['kind'] {
  return kinds[(type ?? 0) & 3] ?? 'folder';
}

function shareOfRow(row: Row): Share | undefined {
  const name = textCell(row.Name);
  if (name === undefined) return undefined;
  return {
    name,
    kind: kindOf(numberCell(row.Type)),
    path: textCell(row.Path),
    comment: textCell(row.Description),
    offered: true,
  };
}

/** @example `CSCFlags=0`, `MaxUses=4294967295`, `Path=D:\Datos`, `Permissions=0`, `Remark=Documentos`, `ShareName=Datos`, `Type=0` */
function shareOfLines(value: string, lines: readonly string[], offered: false | undefined): Share | undefined {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const at = line.indexOf('=');
    if (at > 0) fields.set(line.slice(0, at).toLowerCase(), line.slice(at + 1));
  }
  const name = fields.get('sharename') || value;
  if (name === '' || fields.size === 0) return undefined;
  return {
    name,
    kind: kindOf(Number(fields.get('type')) || 0),
    path: fields.get('path') || undefined,
    comment: fields.get('remark') || undefined,
    offered,
  };
}

/** By name, since NETLOGON and SYSVOL carry the type of any other folder, and a person's hidden share (`Jefe$`) is one of his own. */
function isAdministrative({ name }: Share): boolean {
  return /^(?:[a-z]\$|admin\$|ipc\$|print\$|fax\$|netlogon|sysvol)$/i.test(name);
}
