import { describe, expect, it } from 'vitest';
import { aSituation } from '../../testing/facts.js';
import { inPlaceFrom, inPlaceTo, isAtLeast, toModernWindows, toSmallBusiness2003 } from './windows-paths.js';

describe('isAtLeast', () => {
  it.each([
    ['ws2016', 'ws2016', true],
    ['ws2012r2', 'ws2016', false],
    ['ws2025', 'ws2003', true],
    ['sbs2011', 'ws2008r2', true],
    ['sbs2000', 'ws2003', false],
    ['wse2019', 'ws2019', true],
    ['sbs45', 'ws2000', false],
    ['nt4', 'ws2000', false],
    ['debian13', 'ws2000', false],
  ])('%s, %s: %s', (product, release, expected) => expect(isAtLeast(product, release)).toBe(expected));
});

it.each([
  ['ws2016-ws2025', [true, true, false, true]],
  ['ws2012r2-ws2016', [false, true, false, true]],
  ['sbs2011-ws2025', [false, false, false, false]],
  ['sbs2000-sbs2003', [false, false, true, false]],
  ['debian12-debian13', [false, false, false, false]],
])('%s', (id, expected) => {
  const { path, from } = aSituation(id);
  expect([
    inPlaceTo('ws2019')(path),
    toModernWindows(path),
    toSmallBusiness2003(path),
    inPlaceFrom('ws2012')(path, from),
  ]).toEqual(expected);
});
