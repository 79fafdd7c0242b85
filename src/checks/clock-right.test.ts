import { expect, it } from 'vitest';
import { statesOf } from '../testing/run-check.js';
import { clockRight } from './clock-right.js';

it.each([
  [0, true, 'pass'],
  [300, true, 'pass'],
  [-301, true, 'warn'],
  [86_400, true, 'warn'],
  [-86_401, true, 'fail'],
  [315_360_000, undefined, 'fail'],
  [0, false, 'warn'],
  [0, undefined, 'pass'],
])('%i seconds ahead, synchronised %s: %s', (aheadSeconds, synchronised, expected) =>
  expect(statesOf(clockRight, { clock: { aheadSeconds, synchronised } })).toEqual([expected]),
);
