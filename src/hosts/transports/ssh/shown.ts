/** A line from a server inside a sentence of ours: control and direction characters as symbols, and not too much of it. */
export function shown(line: string, limit = 160): string {
  const whole = line.trim().replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, character => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\ufffd';
  });
  const characters = [...whole];
  return characters.length <= limit ? whole : `${characters.slice(0, limit).join('')}…`;
}
