import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shown } from './shown.js';

it.each([
  ['plain', 'plain'],
  ['  Ñandú \r', 'Ñandú'],
  ['\u001b[31mred\u0007', '␛[31mred␇'],
  ['a\u202eb\u007f\u0085', 'a\ufffdb␡\ufffd'],
  ['x'.repeat(200), `${'x'.repeat(160)}…`],
])('%j reads %j', (line, text) => expect(shown(line)).toBe(text));

it('lets no control character through', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), line => !/[\p{Cc}\p{Cf}]/u.test(shown(line))));
});
