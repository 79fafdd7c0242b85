import { type Text, say } from '../../i18n/text.js';
import { type BytePath, isText, pathOfText } from '../byte-path.js';
import type { BackupEntry, Problem } from '../reader.js';

/** One thing in an archive or image, as `7zz l -slt` prints it: `Name = value` lines up to an empty one. */
export type PrintedItem = ReadonlyMap<string, string>;

/** Puts lines together to items. */
export async function* itemsIn(lines: AsyncIterable<string>): AsyncGenerator<PrintedItem> {
  let item = new Map<string, string>();
  for await (const line of lines) {
    const [, name, value = ''] = /^([A-Z][A-Za-z ]*) = ?(.*)$/.exec(line) ?? [];
    if (line === '' && item.size > 0) {
      yield item;
      item = new Map();
    } else if (name !== undefined && !item.has(name)) item.set(name, value);
  }
  if (item.size > 0) yield item;
}

/**
 * An item as an entry; undefined for what is no file of the tree: NTFS's own files, alternate streams, names that lead out of it.
 *
 * With `TZ=UTC` times of NTFS and tar are UTC; those of zip are what the clock on the wall showed.
 */
export function entryOf(item: PrintedItem): BackupEntry | undefined {
  const name = item.get('Path') ?? '';
  const path = pathOfText(name);
  if (name === '' || name.startsWith('[SYSTEM]') || item.get('Alternate Stream') === '+') return undefined;
  if (leadsOut(path)) return undefined;
  const kind = kindOf(item);
  const modified = Date.parse(`${(item.get('Modified') ?? '').replace(' ', 'T')}Z`);
  const trouble = troubleOf(item);
  return {
    path,
    kind,
    size: kind === 'file' ? Number(item.get('Size') ?? 0) || 0 : 0,
    ...(Number.isNaN(modified) ? {} : { modified }),
    ...(kind === 'link' ? { target: pathOfText(item.get('Symbolic Link') ?? '') } : {}),
    ...(trouble && kind === 'file' ? { trouble } : {}),
  };
}

/** Nothing is looked for outside the folder it was restored to. */
function leadsOut(path: BytePath): boolean {
  return path.startsWith('/') || path.split('/').includes('..');
}

function kindOf(item: PrintedItem): BackupEntry['kind'] {
  const mode = item.get('Mode') ?? item.get('Attributes')?.split(' ').at(-1) ?? '';
  if ((item.get('Symbolic Link') ?? '') !== '' || mode.startsWith('l')) return 'link';
  if (item.get('Folder') === '+') return 'folder';
  return /^[bcps]/.test(mode) && mode.length === 10 ? 'other' : 'file';
}

function troubleOf(item: PrintedItem): Problem | undefined {
  if (item.get('Encrypted') === '+') return { means: 'not-verifiable', text: encrypted };
  // 7-Zip shows a name that is no UTF-8 with a mark, and writes it in a form of its own
  return isText(pathOfText(item.get('Path') ?? '')) && !(item.get('Path') ?? '').includes('\ufffd')
    ? undefined
    : { means: 'not-verifiable', text: oddName };
}

const encrypted: Text = say({
  en: 'It is encrypted in the archive; without the password nobody can say what it holds.',
  es: 'Está cifrado en el archivo comprimido; sin la contraseña no se puede saber qué contiene.',
});

const oddName: Text = say({
  en: 'Its name is no text, so it cannot be restored under it by 7-Zip.',
  es: 'Su nombre no es texto y 7-Zip no puede restaurarlo con él.',
});
