import { expect, it } from 'vitest';
import { concerns } from '../testing/concerns.js';
import { aSituation, someHardware } from '../testing/facts.js';
import { statesOf } from '../testing/run-check.js';
import { processorsLimit } from './processors-limit.js';

it.each([
  [1, ['pass']],
  [2, ['pass']],
  [3, ['fail']],
  [undefined, ['unknown']],
])('%s sockets', (sockets, expected) =>
  expect(
    statesOf(processorsLimit, { hardware: someHardware({ processor: { sockets } }) }, aSituation('sbs2000-sbs2003')),
  ).toEqual(expected),
);

it.each([
  ['sbs2000-sbs2003', true],
  ['ws2016-ws2025', false],
  ['debian12-debian13', false],
])('%s: %s', (path, expected) => expect(concerns(processorsLimit, path)).toBe(expected));
