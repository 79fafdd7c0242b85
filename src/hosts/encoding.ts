import iconv from 'iconv-lite';
import type { TextEncodingName } from '../model/question.js';

/** What a host says of its own code pages. Linux has none. */
export interface CodePages {
  readonly oem?: number | undefined;
  readonly ansi?: number | undefined;
}

/** What western Europe has, for hosts that do not say: 850 in consoles, 1252 elsewhere. */
const western = { oem: 850, ansi: 1252 } as const;

/**
 * Bytes as text. A byte order mark decides whatever is said, since a program that writes one means it.
 *
 * @param encoding left out: UTF-16 when it looks so, UTF-8 where the bytes are valid, else the ANSI code page
 * @param part which end of the text is missing, so that a character cut in half there is left out
 */
export function decodeText(
  bytes: Buffer,
  encoding: TextEncodingName | undefined,
  pages: CodePages,
  part: 'whole' | 'beginning' | 'end' = 'whole',
): string {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return lossyUtf8(bytes.subarray(3), part);
  if (startsWith(bytes, 0xff, 0xfe)) return utf16(bytes.subarray(2), 'le');
  if (startsWith(bytes, 0xfe, 0xff)) return utf16(bytes.subarray(2), 'be');
  switch (encoding) {
    case 'utf8':
      return lossyUtf8(bytes, part);
    case 'utf16':
      return utf16(bytes, utf16Order(bytes) ?? 'le');
    case 'oem':
      return fromCodePage(bytes, pages.oem ?? western.oem);
    case 'ansi':
      return fromCodePage(bytes, pages.ansi ?? western.ansi);
    case undefined: {
      const order = utf16Order(bytes);
      if (order) return utf16(bytes, order);
      return strictUtf8(bytes, part) ?? fromCodePage(bytes, pages.ansi ?? western.ansi);
    }
  }
}

/** The bytes of which a script engine read each as a character of the ANSI code page. */
export function bytesOfAnsi(text: string, pages: CodePages): Buffer {
  const name = codePageName(pages.ansi ?? western.ansi);
  const table = singleByteTable(name);
  if (!table) return iconv.encode(text, name);
  const bytes = Buffer.alloc(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes[i] = table.get(code) ?? (code < 256 ? code : 0x3f);
  }
  return bytes;
}

/** Text in a Windows code page. */
export function fromCodePage(bytes: Buffer, page: number): string {
  return iconv.decode(bytes, codePageName(page));
}

function codePageName(page: number): string {
  if (page === 65001) return 'utf8';
  const name = `cp${page}`;
  return iconv.encodingExists(name) ? name : 'cp1252';
}

const tables = new Map<string, ReadonlyMap<number, number> | undefined>();

/** Byte by character; undefined for code pages of more than one byte a character. Windows reads bytes without a character as themselves. */
function singleByteTable(name: string): ReadonlyMap<number, number> | undefined {
  if (tables.has(name)) return tables.get(name);
  const table = new Map<number, number>();
  let single = name !== 'utf8';
  for (let byte = 0; byte < 256 && single; byte++) {
    const char = iconv.decode(Buffer.from([byte, 0x41]), name);
    if (char.length !== 2) single = false;
    else table.set(char.charCodeAt(0) === 0xfffd ? byte : char.charCodeAt(0), byte);
  }
  const found = single ? table : undefined;
  tables.set(name, found);
  return found;
}

function startsWith(bytes: Buffer, ...mark: readonly number[]): boolean {
  return bytes.length >= mark.length && mark.every((byte, i) => bytes[i] === byte);
}

function utf16(bytes: Buffer, order: 'le' | 'be'): string {
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return (order === 'le' ? whole : Buffer.from(whole).swap16()).toString('utf16le').replace(/^\ufeff/, '');
}

/** Text without a mark is UTF-16 when most of its characters have a zero byte, and all of them on the same side. */
function utf16Order(bytes: Buffer): 'le' | 'be' | undefined {
  const sample = bytes.subarray(0, Math.min(bytes.length - (bytes.length % 2), 4096));
  if (sample.length < 4) return undefined;
  const zeros = { even: 0, odd: 0 };
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2 === 0 ? 'even' : 'odd'] += 1;
  const most = sample.length / 2 / 2;
  if (zeros.odd > most && zeros.even === 0) return 'le';
  if (zeros.even > most && zeros.odd === 0) return 'be';
  return undefined;
}

function strictUtf8(bytes: Buffer, part: 'whole' | 'beginning' | 'end'): string | undefined {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return decoder.decode(part === 'end' ? afterHalfCharacter(bytes) : bytes, { stream: part === 'beginning' });
  } catch {
    return undefined;
  }
}

function lossyUtf8(bytes: Buffer, part: 'whole' | 'beginning' | 'end'): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return decoder.decode(part === 'end' ? afterHalfCharacter(bytes) : bytes, { stream: part === 'beginning' });
}

/** Leaves out the last bytes of a character whose first ones are missing. */
function afterHalfCharacter(bytes: Buffer): Buffer {
  let at = 0;
  while (at < 3 && at < bytes.length && ((bytes[at] ?? 0) & 0xc0) === 0x80) at += 1;
  return bytes.subarray(at);
}
