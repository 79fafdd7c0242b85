import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiJson, shellWord } from './quote.js';

describe('shellWord', () => {
  it.each([
    ['', "''"],
    ['plain', "'plain'"],
    ["it's", "'it'\\''s'"],
    ['a\nb', "'a\nb'"],
    ['$(reboot) `x` "q" \\', '\'$(reboot) `x` "q" \\\''],
    ['ñ', '"$(printf \'\\303\\261\')"'],
    ['a\u001bb', "'a'\"$(printf '\\033')\"'b'"],
  ])('%j', (text, word) => expect(shellWord(text)).toBe(word));

  it('refuses NUL', () => expect(() => shellWord('a\0')).toThrow(RangeError));

  it('is read back unchanged by sh', () => {
    const texts = fc.array(
      fc.string({ unit: 'binary' }).map(s => s.replaceAll('\0', '')),
      {
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(texts, given => {
        const program = `for w in ${given.map(shellWord).join(' ')}; do printf '%s\\0' "$w"; done`;
        // ASCII only, whatever is asked
        expect(program).toMatch(/^[\n\t\x20-\x7e]*$/);
        expect(execFileSync('sh', { input: program }).toString('utf8')).toBe(given.map(w => `${w}\0`).join(''));
      }),
      { numRuns: 40 },
    );
  });
});

it('asciiJson is ASCII and reads back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(asciiJson(text)).toMatch(/^[\x20-\x7e]*$/);
      expect(JSON.parse(asciiJson(text))).toBe(text);
    }),
  );
});
