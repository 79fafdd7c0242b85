/** Notepad on Windows 2000 shows lines only with both characters. */
export function crlf(text: string): string {
  return text.replaceAll(/\r?\n/g, '\r\n');
}
