import { expect, it } from 'vitest';
import { concerns } from '../testing/concerns.js';
import { aSituation, aVolume } from '../testing/facts.js';
import { statesOf } from '../testing/run-check.js';
import { systemVolumeSize } from './system-volume-size.js';

it.each([
  ['exactly 32 GB', [aVolume({ sizeBytes: 32_000_000_000 })], 'pass'],
  ['one byte less', [aVolume({ sizeBytes: 31_999_999_999 })], 'fail'],
  ['another volume is of no interest', [aVolume(), aVolume({ name: 'D:', system: false, sizeBytes: 1 })], 'pass'],
  ['not read', [aVolume({ sizeBytes: undefined })], 'unknown'],
  ['no system volume', [aVolume({ system: false })], 'unknown'],
])('%s', (_, volumes, state) =>
  expect(statesOf(systemVolumeSize, { volumes }, aSituation('ws2012r2-ws2025'))).toEqual([state]),
);

it.each([
  ['ws2012r2-ws2016', true],
  ['ws2012-ws2012r2', false],
  ['sbs2000-sbs2003', false],
])('%s: %s', (path, expected) => expect(concerns(systemVolumeSize, path)).toBe(expected));
