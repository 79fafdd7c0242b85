/**
 * Text from a host made safe to show: control characters, which a terminal would obey, and marks that reverse the reading
 * direction or hide are replaced by something that can be seen. Line breaks become a visible mark too unless kept.
 */
export function visible(text: string, keepLines = false): string {
  return unsafe.test(text)
    ? text.replace(everyUnsafe, found => (keepLines && found === '\n' ? found : shown(found)))
    : text;
}

// C0 and C1 controls; soft hyphen; zero-width and direction marks, embeddings, overrides and isolates; line and paragraph
// separators; the byte order mark; tag characters; lone surrogates (Unicode TR 36, "Bidirectional Text Spoofing")
const pattern =
  '[\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\ufff9-\\ufffb]|[\\u{e0000}-\\u{e007f}]|\\p{Surrogate}';
const unsafe = new RegExp(pattern, 'u');
const everyUnsafe = new RegExp(pattern, 'gu');

function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `\u27e8U+${code.toString(16).toUpperCase().padStart(4, '0')}\u27e9`;
}
