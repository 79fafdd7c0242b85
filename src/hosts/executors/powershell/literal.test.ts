import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literal } from './literal.js';

describe('literal', () => {
  it.each<[unknown, string]>([
    ['', "''"],
    ['it\'s $(x) `n "q"', "'it''s $(x) `n \"q\"'"],
    ['añ', "(''+'a'+[char]241)"],
    ['’', "(''+[char]8217)"],
    ['\0', "(''+[char]0)"],
    [3, '3'],
    [Number.NaN, '$null'],
    [true, '$true'],
    [undefined, '$null'],
    [['a', 1], "@('a',1)"],
    [[], '@()'],
    [[['a']], "@(,@('a'))"],
    [{ a: 1, b: undefined, 'c d': ['x'] }, "@{'a'=1;'c d'=@('x')}"],
  ])('%j', (value, expected) => expect(literal(value)).toBe(expected));

  it('is ASCII, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(literal(value)).toMatch(/^[\t\r\n\x20-\x7e]*$/);
      }),
    );
  });
});
