import type { RegistryValue } from '../model/answer.js';
import { fromCodePage } from './encoding.js';

export type RegistryKeys = Readonly<Record<string, Readonly<Record<string, RegistryValue>>>>;

/** What of an export is wanted. */
export interface ExportScope {
  /** `HKLM\…`; left out: everything. */
  readonly key?: string;
  /** Levels of sub-keys below it (default: all). */
  readonly depth?: number | undefined;
  /** Names of values (default: all); `''` is the default value. */
  readonly values?: readonly string[] | undefined;
  /** Code page of the bytes in a REGEDIT4 export. */
  readonly ansi?: number | undefined;
}

/**
 * Reads the text of a registry export, `REGEDIT4` (Windows NT, 98) or `Windows Registry Editor Version 5.00` (2000 on): the same
 * form but for strings in hexadecimal, which the first writes in the ANSI code page and the second in UTF-16. Keys are named
 * `HKLM\…`. Lines that are no part of it are skipped.
 */
export function readRegistryExport(text: string, scope: ExportScope = {}): RegistryKeys {
  const keys: Record<string, Record<string, RegistryValue>> = Object.create(null) as Record<string, never>;
  const unicode = !/^\ufeff?\s*REGEDIT4/.test(text.slice(0, 100));
  const wantsKey = keyFilter(scope);
  const names = scope.values && new Set(scope.values.map(name => name.toLowerCase()));
  let values: Record<string, RegistryValue> | undefined;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const first = text[at];
    let end = endOfLine(text, at);
    if (first === '[') {
      values = undefined;
      const path = shortRoot(text.slice(at + 1, Math.max(at + 1, text.lastIndexOf(']', end - 1))));
      if (!path.startsWith('-') && wantsKey(path)) values = keys[path] ??= Object.create(null) as Record<string, never>;
    } else if (first === '"' || first === '@') {
      const entry = entryAt(text, at);
      if (entry) {
        end = entry.end;
        if (values && (!names || names.has(entry.name.toLowerCase()))) {
          const value = valueOf(entry.data, unicode, scope.ansi);
          if (value) values[entry.name] = value;
        }
      }
    }
    at = end + 1;
  }
  return keys;
}

function keyFilter({ key, depth }: ExportScope): (path: string) => boolean {
  if (key === undefined) return () => true;
  const top = shortRoot(key).toLowerCase().replace(/\\+$/, '');
  return path => {
    const lower = path.toLowerCase();
    if (lower === top) return true;
    if (!lower.startsWith(`${top}\\`)) return false;
    return depth === undefined || lower.slice(top.length).split('\\').length - 1 <= depth;
  };
}

const roots: readonly (readonly [RegExp, string])[] = [
  [/^HKEY_LOCAL_MACHINE(?=\\|$)/i, 'HKLM'],
  [/^HKEY_CURRENT_USER(?=\\|$)/i, 'HKCU'],
  [/^HKEY_USERS(?=\\|$)/i, 'HKU'],
  [/^HKEY_CLASSES_ROOT(?=\\|$)/i, 'HKCR'],
];

function shortRoot(path: string): string {
  for (const [long, short] of roots) if (long.test(path)) return path.replace(long, short);
  return path;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

interface Entry {
  readonly name: string;
  readonly data: { readonly quoted: string } | { readonly bare: string };
  /** Where its last line ends. */
  readonly end: number;
}

/** `"name"=data` or `@=data`, over as many lines as it takes. */
function entryAt(text: string, at: number): Entry | undefined {
  const name = text[at] === '@' ? { text: '', end: at + 1 } : quotedAt(text, at);
  if (!name || text[name.end] !== '=') return undefined;
  const start = name.end + 1;
  if (text[start] === '"') {
    const value = quotedAt(text, start);
    return value && { name: name.text, data: { quoted: value.text }, end: endOfLine(text, value.end) };
  }
  let end = endOfLine(text, start);
  while (end < text.length && /\\\s*$/.test(text.slice(Math.max(start, end - 3), end))) end = endOfLine(text, end + 1);
  return { name: name.text, data: { bare: text.slice(start, end) }, end };
}

/** A string in quotes, where `\\` and `\"` stand for themselves; it may hold line ends. */
function quotedAt(text: string, at: number): { readonly text: string; readonly end: number } | undefined {
  let end = at + 1;
  let escaped = false;
  for (; end < text.length && text[end] !== '"'; end++) {
    if (text[end] === '\\') {
      escaped = true;
      end += 1;
    }
  }
  if (end >= text.length) return undefined;
  const inside = text.slice(at + 1, end);
  return { text: escaped ? inside.replace(/\\([\s\S])/g, '$1') : inside, end: end + 1 };
}

function valueOf(data: Entry['data'], unicode: boolean, ansi: number | undefined): RegistryValue | undefined {
  if ('quoted' in data) return { type: 'sz', value: data.quoted };
  const bare = data.bare.replace(/[\s\\]+/g, '').toLowerCase();
  const dword = /^dword:([0-9a-f]{1,8})$/.exec(bare);
  if (dword?.[1]) return { type: 'dword', value: Number.parseInt(dword[1], 16) };
  const hex = /^hex(?:\(([0-9a-f]+)\))?:([0-9a-f,]*)$/.exec(bare);
  if (!hex) return undefined;
  const bytes = Buffer.from((hex[2] ?? '').replaceAll(',', ''), 'hex');
  const text = (): string => (unicode ? bytes.toString('utf16le') : fromCodePage(bytes, ansi ?? 1252));
  switch (hex[1] === undefined ? 3 : Number.parseInt(hex[1], 16)) {
    case 0:
      return { type: 'none', value: bytes.toString('hex') };
    case 1:
      return { type: 'sz', value: untilNul(text()) };
    case 2:
      return { type: 'expand', value: untilNul(text()) };
    case 4:
      return bytes.length === 4 ? { type: 'dword', value: bytes.readUInt32LE() } : binary(bytes);
    case 5:
      return bytes.length === 4 ? { type: 'dword', value: bytes.readUInt32BE() } : binary(bytes);
    case 7:
      return { type: 'multi', value: listOf(text()) };
    case 11:
      return bytes.length === 8 ? { type: 'qword', value: bytes.readBigUInt64LE().toString() } : binary(bytes);
    default:
      return binary(bytes);
  }
}

function binary(bytes: Buffer): RegistryValue {
  return { type: 'binary', value: bytes.toString('hex') };
}

function untilNul(text: string): string {
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}

/** Strings each ended by a NUL, the list by another; some programs forget the last. */
function listOf(text: string): string[] {
  const parts = text.split('\0');
  while (parts.length > 0 && parts.at(-1) === '') parts.pop();
  return parts;
}
