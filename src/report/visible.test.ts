import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible } from './visible.js';

describe('visible', () => {
  it.each([
    ['plain text stays', 'Gestión de ñandúes €', 'Gestión de ñandúes €'],
    ['an escape sequence is shown', '\u001b[31mred', '␛[31mred'],
    ['a NUL is shown', 'a\0b', 'a␀b'],
    ['a bell and a delete', '\u0007\u007f', '␇␡'],
    ['C1 controls (CSI in eight bits)', '\u009b2J', '⟨U+009B⟩2J'],
    ['a right-to-left override', 'gpj\u202eexe', 'gpj⟨U+202E⟩exe'],
    ['a zero-width blank', 'a\u200bb', 'a⟨U+200B⟩b'],
    ['a line break is shown', 'a\nb', 'a␊b'],
    ['tag characters', '\u{e0041}', '⟨U+E0041⟩'],
    ['an emoji stays', '👍🏽', '👍🏽'],
    ['a lone surrogate', '\ud800', '⟨U+D800⟩'],
  ])('%s', (_, given, expected) => expect(visible(given)).toBe(expected));

  it('keeps line breaks on request, and only these', () => expect(visible('a\n\rb', true)).toBe('a\n␍b'));

  it('leaves nothing a terminal would obey', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        text => !/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/.test(visible(text)),
      ),
    );
  });
});
