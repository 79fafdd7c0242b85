/** What the code page 1252 has from 0x80 to 0x9F; the five it leaves free stand for themselves (Windows' own table). */
const high1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';
const base64Digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Characters as their codes in 1252, and back. */
const codes1252: Record<string, number> = {};
for (let high = 0; high < 32; high++) codes1252['u' + codeAt(high1252, high)] = 128 + high;

/** The byte that a character stands for in the code page 1252; -1 when it has none. */
function byteOf(code: number): number {
  if (code < 128 || (code > 159 && code < 256)) return code;
  const known = codes1252['u' + code];
  return typeof known === 'number' ? known : -1;
}

/** Base64 of a text read as the code page 1252; '' with a character that it does not have. */
function base64Of(text: string): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const left = text.length - at;
    const a = byteOf(codeAt(text, at));
    const b = left > 1 ? byteOf(codeAt(text, at + 1)) : 0;
    const c = left > 2 ? byteOf(codeAt(text, at + 2)) : 0;
    if (a < 0 || b < 0 || c < 0) return '';
    parts[parts.length] =
      base64Digits.charAt(a >> 2) +
      base64Digits.charAt(((a & 3) << 4) | (b >> 4)) +
      (left > 1 ? base64Digits.charAt(((b & 15) << 2) | (c >> 6)) : '=') +
      (left > 2 ? base64Digits.charAt(c & 63) : '=');
  }
  return parts.join('');
}

/** The text of the code page 1252 whose bytes these are. */
function textOfBase64(base64: string): string {
  const values: Record<string, number> = {};
  for (let i = 0; i < 64; i++) values['d' + base64Digits.charAt(i)] = i;
  const parts: string[] = [];
  for (let at = 0; at + 3 < base64.length; at += 4) {
    const digits = [0, 0, 0, 0];
    for (let i = 0; i < 4; i++) digits[i] = values['d' + base64.charAt(at + i)] || 0;
    let text = character((digits[0] << 2) | (digits[1] >> 4));
    if (base64.charAt(at + 2) !== '=') text += character(((digits[1] & 15) << 4) | (digits[2] >> 2));
    if (base64.charAt(at + 3) !== '=') text += character(((digits[2] & 3) << 6) | digits[3]);
    parts[parts.length] = text;
  }
  return parts.join('');
}

function character(value: number): string {
  return value > 127 && value < 160 ? high1252.charAt(value - 128) : String.fromCharCode(value);
}

/** Whether bytes beyond ASCII come through the file system object unharmed: its ANSI code page must be known here. */
function keepsBytes(text: string): boolean {
  if (/^[\0-\x7f]*$/.test(text)) return true;
  return registryText('HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage\\ACP') === '1252';
}
