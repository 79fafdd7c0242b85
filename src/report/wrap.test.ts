import { expect, it } from 'vitest';
import { wrap } from './wrap.js';

it.each([
  ['one two three', 9, '', ['one two', 'three']],
  ['one two', 9, '  ', ['  one two']],
  ['averyveryverylongword x', 6, '', ['averyveryverylongword', 'x']],
  ['', 10, '', []],
] as const)('%j in %i columns', (text, width, indent, lines) => expect(wrap(text, width, indent)).toEqual(lines));
