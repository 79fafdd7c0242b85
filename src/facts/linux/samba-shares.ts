import type { Share } from '../shares.js';

interface Section {
  readonly name: string;
  readonly values: ReadonlyMap<string, string>;
}

interface Found {
  readonly shares: readonly Share[];
  /** What may name further shares and was not among the lines. */
  readonly unread: readonly string[];
}

const main = '/etc/samba/smb.conf';
const userShares = '/var/lib/samba/usershares/';

/**
 * Shares of Samba out of lines `file:line` of its files: what /etc/samba/smb.conf says and includes, and the shares users made
 * (`net usershare`). Files that nothing includes are passed over.
 */
export function sambaShares(lines: readonly string[]): Found {
  const files = byFile(lines);
  const sections: { name: string; values: Map<string, string> }[] = [];
  const unread = new Set<string>();
  const seen = new Set<string>();
  const readFile = (file: string): void => {
    seen.add(file);
    for (const line of files.get(file) ?? []) {
      const name = /^\s*\[([^\]]*)\]/.exec(line)?.[1]?.trim();
      if (name !== undefined) {
        const again = sections.find(section => section.name.toLowerCase() === name.toLowerCase());
        // a section that comes again goes on with the first
        if (again) sections.splice(sections.indexOf(again), 1);
        sections.push(again ?? { name, values: new Map() });
        continue;
      }
      const [key, value] = settingOf(line);
      if (key === 'include') {
        if (files.has(value) && !seen.has(value)) readFile(value);
        else if (!seen.has(value)) unread.add(value);
      } else if ((key === 'configbackend' && value === 'registry') || (key === 'registryshares' && isYes(value))) {
        unread.add('registry');
      } else {
        sections.at(-1)?.values.set(key, value);
      }
    }
  };
  if (files.has(main)) readFile(main);
  for (const file of files.keys())
    if (file.startsWith(userShares)) sections.push(userShare(file, files.get(file) ?? []));
  const shares = sections
    .filter(({ name }) => name !== '' && name.toLowerCase() !== 'global')
    .map(section => shareOf(section, sections));
  return { shares, unread: [...unread] };
}

/** A file of `net usershare` bears the share's name, which its users write in any case. */
function userShare(file: string, lines: readonly string[]): { name: string; values: Map<string, string> } {
  return { name: file.slice(userShares.length), values: new Map(lines.map(settingOf)) };
}

function byFile(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const line of lines) {
    const at = line.indexOf(':');
    if (at <= 0) continue;
    const file = line.slice(0, at);
    const list = files.get(file);
    if (list) list.push(line.slice(at + 1));
    else files.set(file, [line.slice(at + 1)]);
  }
  return files;
}

/** Blanks in a name do not count, nor does its case. */
function settingOf(line: string): [key: string, value: string] {
  const at = line.indexOf('=');
  const value = line.slice(at + 1).trim();
  return [line.slice(0, Math.max(at, 0)).replaceAll(/\s/g, '').toLowerCase(), value.replace(/^"(.*)"$/, '$1')];
}

function isYes(value: string | undefined): boolean {
  return value !== undefined && /^(?:yes|true|1|on)$/i.test(value);
}

function shareOf({ name, values }: Section, all: readonly Section[]): Share {
  const copied = values.get('copy')?.toLowerCase();
  const origin = copied === undefined ? undefined : all.find(section => section.name.toLowerCase() === copied);
  const value = (...keys: readonly string[]): string | undefined => {
    const key = keys.find(one => values.has(one)) ?? keys.find(one => origin?.values.has(one));
    return key === undefined ? undefined : (values.get(key) ?? origin?.values.get(key));
  };
  const available = value('available');
  return {
    name,
    kind: name.toLowerCase() === 'printers' || isYes(value('printable', 'printok')) ? 'printer' : 'folder',
    path: value('path', 'directory') || undefined,
    comment: value('comment') || undefined,
    offered: available !== undefined && /^(?:no|false|0|off)$/i.test(available) ? false : undefined,
  };
}
