import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from './printable.js';

const anyCharacters = fc.array(fc.integer({ min: 0, max: 0x10ffff })).map(codes => String.fromCodePoint(...codes));

describe('printable', () => {
  it.each([
    ['¿Ñandú, año, Ü? «90 €» – “x” … ‘y’', '¿Ñandú, año, Ü? «90 €» – “x” … ‘y’'],
    ['SBS 2000 → 2003', 'SBS 2000 -> 2003'],
    ['Служба', '<U+0421><U+043B><U+0443><U+0436><U+0431><U+0430>'],
    ['a\u001b[2Jb\nc', 'a<U+001B>[2Jb<U+000A>c'],
    ['gpj\u202eexe', 'gpj<U+202E>exe'],
    ['8\u202f000', '8 000'],
    ['😀', '<U+1F600>'],
  ])('%j', (text, expected) => expect(printable(text)).toBe(expected));

  it('only ever gives what Windows-1252 has', () => {
    const allowed = /^[\u0020-\u007e\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/;
    fc.assert(fc.property(anyCharacters, text => allowed.test(printable(text))));
  });
});
