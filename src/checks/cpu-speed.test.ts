import { expect, it } from 'vitest';
import { concerns } from '../testing/concerns.js';
import { aSituation, someHardware } from '../testing/facts.js';
import { statesOf } from '../testing/run-check.js';
import { cpuSpeed } from './cpu-speed.js';

it.each([
  ['ws2016-ws2025', 1400, ['pass']],
  ['ws2016-ws2025', 1399, ['warn']],
  ['ws2016-ws2025', undefined, ['unknown']],
  ['sbs2000-sbs2003', 300, ['pass']],
  ['sbs2000-sbs2003', 299, ['warn']],
])('%s at %s MHz', (path, megahertz, expected) =>
  expect(statesOf(cpuSpeed, { hardware: someHardware({ processor: { megahertz } }) }, aSituation(path))).toEqual(
    expected,
  ),
);

it.each([
  ['ws2016-ws2025', true],
  ['ws2000-ws2003', false],
  ['debian12-debian13', false],
])('%s: %s', (path, expected) => expect(concerns(cpuSpeed, path)).toBe(expected));
