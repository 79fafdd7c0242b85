const hexDigits = '0123456789abcdef';

/** Unchanged by `escape`, by their codes from 32 on; the rest comes as %XX or %uXXXX. */
const asciiFrom32 = ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~';

/** Whether this engine has String.charCodeAt: accounts of when it came to JScript differ (3.0 or 5.5). */
const hasCharCodes = typeof ('' as unknown as { charCodeAt: unknown }).charCodeAt !== 'undefined';

/** The code of a character; NaN past the end. */
function codeAt(text: string, at: number): number {
  if (hasCharCodes) return text.charCodeAt(at);
  const c = text.charAt(at);
  const escaped = escape(c);
  if (escaped.length > 1) return parseInt(escaped.substring(escaped.length > 3 ? 2 : 1), 16);
  return c === '' ? NaN : asciiFrom32.indexOf(c) + 32;
}

function unicodeEscape(code: number): string {
  return (
    '\\u' +
    hexDigits.charAt((code >> 12) & 15) +
    hexDigits.charAt((code >> 8) & 15) +
    hexDigits.charAt((code >> 4) & 15) +
    hexDigits.charAt(code & 15)
  );
}

/** JSON of a text, ASCII only. Runs of plain characters are copied whole: one by one would take minutes for a megabyte. */
function jsonText(text: string): string {
  const parts: string[] = ['"'];
  let from = 0;
  let count = 1;
  for (let at = 0; at < text.length; at++) {
    const code = codeAt(text, at);
    if (code > 31 && code < 127 && code !== 34 && code !== 92) continue;
    if (at > from) parts[count++] = text.substring(from, at);
    from = at + 1;
    if (code === 10) parts[count++] = '\\n';
    else if (code === 13) parts[count++] = '\\r';
    else if (code === 34) parts[count++] = '\\"';
    else if (code === 92) parts[count++] = '\\\\';
    else parts[count++] = unicodeEscape(code);
  }
  parts[count++] = text.substring(from);
  parts[count] = '"';
  return parts.join('');
}

/** A value as a cell: text, number, boolean, null, or a list of these. What JSON cannot say is null. */
function jsonCell(value: unknown): string {
  if (typeof value === 'string') return jsonText(value);
  if (typeof value === 'number') return isFinite(value) ? String(value) : 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return 'null';
}

function jsonList(values: unknown[]): string {
  const parts: string[] = [];
  for (let i = 0; i < values.length; i++) parts[i] = jsonCell(values[i]);
  return '[' + parts.join(',') + ']';
}

/** Members are written side by side, so no name on the host (`__proto__`) can mean anything to the script engine. */
function jsonMember(name: string, json: string): string {
  return jsonText(name) + ':' + json;
}
