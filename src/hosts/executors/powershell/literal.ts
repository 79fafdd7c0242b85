/**
 * A value as PowerShell writes it, in ASCII: texts in single quotes (the typographic ones, which PowerShell takes for quotes, too,
 * are beyond ASCII), lists, tables. Undefined members are left out, which reads as `$null`.
 */
export function literal(value: unknown): string {
  if (typeof value === 'string') return textLiteral(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '$null';
  if (typeof value === 'boolean') return value ? '$true' : '$false';
  if (Array.isArray(value))
    return `@(${value.map(item => (Array.isArray(item) ? `,${literal(item)}` : literal(item))).join(',')})`;
  if (typeof value !== 'object' || value === null) return '$null';
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `@{${members.map(([name, member]) => `${textLiteral(name)}=${literal(member)}`).join(';')}}`;
}

function textLiteral(text: string): string {
  const parts = text.match(/[\n\r\t\x20-\x7e]+|[^\n\r\t\x20-\x7e]/g) ?? [''];
  const words = parts.map(part =>
    /^[\n\r\t\x20-\x7e]*$/.test(part) ? `'${part.replaceAll("'", "''")}'` : `[char]${part.charCodeAt(0)}`,
  );
  return words.length === 1 && words[0]?.startsWith("'") ? words[0] : `(''+${words.join('+')})`;
}
