import { visible } from '../../visible.js';

/**
 * Text as the standard fonts of PDF can show it: they know Windows-1252 and nothing else. What they lack is written in signs they have; what
 * has none, by its number, so that two different names never look the same. Controls and marks of direction are made visible first.
 */
export function printable(text: string): string {
  return visible(text).replaceAll(/[^\u0020-\u007e\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/gu, written);
}

function written(character: string): string {
  const known = signs[character];
  if (known !== undefined) return known;
  const code = character.codePointAt(0) ?? 0;
  // the pictures that `visible` puts in place of controls
  const shown = code >= 0x2400 && code <= 0x241f ? code - 0x2400 : code === 0x2421 ? 0x7f : code;
  return `<U+${shown.toString(16).toUpperCase().padStart(4, '0')}>`;
}

const signs: Readonly<Record<string, string>> = {
  '→': '->',
  '←': '<-',
  '↔': '<->',
  '⟨': '<',
  '⟩': '>',
  '∕': '/',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '≤': '<=',
  '≥': '>=',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
};
