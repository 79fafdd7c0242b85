/**
 * A text as one word of POSIX sh, in ASCII. Printable characters and line ends stand in single quotes; anything else is made by printf,
 * whose `$(…)` then never ends in a line end that sh would strip.
 *
 * @throws RangeError when it holds a NUL
 */
export function shellWord(text: string): string {
  if (text.includes('\0')) throw new RangeError('A question may not hold a NUL character.');
  const parts = text.match(/[\n\t\x20-\x7e]+|[^\n\t\x20-\x7e]+/g) ?? [''];
  return parts.map(part => (/^[\n\t\x20-\x7e]*$/.test(part) ? singleQuoted(part) : printed(part))).join('');
}

/** JSON of a text with everything beyond ASCII escaped. */
export function asciiJson(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\uffff]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function printed(text: string): string {
  const octal = [...Buffer.from(text, 'utf8')].map(byte => `\\${byte.toString(8).padStart(3, '0')}`);
  return `"$(printf '${octal.join('')}')"`;
}
