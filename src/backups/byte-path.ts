declare const brand: unique symbol;

/**
 * A path or name as the bytes a file system keeps, one character per byte (Latin-1), with `/` between names.
 *
 * Names are bytes: Linux takes any, and one that is no UTF-8 must not be mistaken for its neighbour. A string of one character per
 * byte is as small as a buffer, and unlike one it can be compared, sorted and looked up.
 */
export type BytePath = string & { readonly [brand]: true };

export const emptyPath = '' as BytePath;

/** From bytes as a file system gives them. */
export function bytePath(bytes: Uint8Array): BytePath {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1') as BytePath;
}

/** From what a function of node:fs gives when asked for `latin1`. */
export function asBytePath(latin1: string): BytePath {
  return latin1 as BytePath;
}

/**
 * From text, as UTF-8. A lone half of a surrogate pair, which Windows allows in names, becomes the three bytes it would have on its own
 * (WTF-8), so that two such names stay two.
 */
export function pathOfText(text: string): BytePath {
  const plain = Buffer.from(text, 'utf8');
  if (plain.toString('utf8') === text) return bytePath(plain);
  const parts = [...text].map(character => {
    const code = character.codePointAt(0) ?? 0;
    return code >= 0xd800 && code <= 0xdfff
      ? Buffer.from([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)])
      : Buffer.from(character, 'utf8');
  });
  return bytePath(Buffer.concat(parts));
}

/** As functions of node:fs take it. */
export function pathBytes(path: BytePath): Buffer {
  return Buffer.from(path, 'latin1');
}

/** A name inside a folder; either may be empty. */
export function joined(folder: BytePath, name: BytePath): BytePath {
  if (folder === '') return name;
  if (name === '') return folder;
  return (folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`) as BytePath;
}

/** What is left of a path inside a folder, or undefined when it lies elsewhere. */
export function inside(path: BytePath, folder: BytePath): BytePath | undefined {
  if (folder === '') return path;
  if (path === folder) return emptyPath;
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(start) ? (path.slice(start.length) as BytePath) : undefined;
}

/** The last name of a path. */
export function lastName(path: BytePath): BytePath {
  return path.slice(path.lastIndexOf('/') + 1) as BytePath;
}

/** For people: as UTF-8 where it is that, and otherwise with the bytes that are none as `\xNN`. */
export function shownPath(path: BytePath): string {
  const bytes = pathBytes(path);
  const text = bytes.toString('utf8');
  if (!text.includes('\ufffd') || Buffer.from(text, 'utf8').equals(bytes)) return text;
  return shownBytes(bytes);
}

/** Whether the shown form says it all, so that the path can be had back from it. */
export function isText(path: BytePath): boolean {
  const bytes = pathBytes(path);
  return Buffer.from(bytes.toString('utf8'), 'utf8').equals(bytes);
}

function shownBytes(bytes: Buffer): string {
  let shown = '';
  for (let at = 0; at < bytes.length; ) {
    const length = [1, 2, 3, 4].find(
      size => at + size <= bytes.length && wholeCharacter(bytes.subarray(at, at + size)),
    );
    if (length === undefined) {
      shown += `\\x${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`;
      at += 1;
    } else {
      shown += bytes.toString('utf8', at, at + length);
      at += length;
    }
  }
  return shown;
}

function wholeCharacter(bytes: Buffer): boolean {
  const text = bytes.toString('utf8');
  return [...text].length === 1 && Buffer.from(text, 'utf8').equals(bytes);
}
