/**
 * Rows of comma-separated values in which every value stands in double quotes, as Windows' commands write them. A quote within a
 * value is doubled by some programs and left single by others (schtasks writes `""C:\a b.exe" -x"`): a value ends at a quote
 * followed by a comma and a quote, or by the end of the line. Lines that do not start with a quote are left out.
 */
export function csvRows(text: string): readonly (readonly string[])[] {
  return text.split(/\r?\n/).flatMap(line => {
    const trimmed = line.trimEnd();
    if (trimmed.length < 2 || !trimmed.startsWith('"') || !trimmed.endsWith('"')) return [];
    return [
      trimmed
        .slice(1, -1)
        .split('","')
        .map(value => value.replaceAll('""', '"')),
    ];
  });
}
