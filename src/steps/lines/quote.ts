/**
 * Text of people and of hosts in command lines. Whatever it holds, it stays one argument: these functions and no other way bring it there.
 */

/** One word of POSIX sh. NUL, which no argument can hold, is left out. */
export function shWord(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", "'\\''")}'`;
}

/**
 * One quoted argument of cmd.exe, for hosts without PowerShell. cmd.exe has no way to write a percent sign or a quote that holds in every
 * mode it runs lines in, and a line end would end the command: percent signs become `percent`, quotes ' and line ends blanks.
 *
 * @param percent the word for %, in the text's language
 */
export function cmdText(text: string, percent: string): string {
  const plain = text
    .replaceAll(/[\0-\x1f\x7f\u2028\u2029\x85]+/g, ' ')
    // what a code page turns into a straight quote on its way to a program counts as one
    .replaceAll(/["“”„‟″＂\u02ba]|\u030e/g, "'")
    .replaceAll(/\s*[%％﹪](?=[\p{L}\p{N}])/gu, ` ${percent} `)
    .replaceAll(/\s*[%％﹪]/g, ` ${percent}`)
    .trim();
  // a backslash before the closing quote would take it along
  return `"${plain}${/[\\＼﹨∖]$/.test(plain) ? ' ' : ''}"`;
}

/** A literal of PowerShell, which takes typographic single quotes for quotes as well. */
export function powerShellText(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll(/['‘’‚‛]/g, quote => quote + quote)}'`;
}

/** A line that has PowerShell run a script, whatever characters it holds: for any shell it is letters, digits, +, / and =. */
export function powerShellLine(script: string): string {
  const encoded = Buffer.from(script, 'utf16le').toString('base64');
  return `powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -EncodedCommand ${encoded}`;
}

/** An argument of a program started by PowerShell, which would lose straight quotes on the way. */
export function powerShellArgument(text: string): string {
  const plain = text.replaceAll('"', '”');
  return powerShellText(plain.endsWith('\\') ? `${plain} ` : plain);
}
