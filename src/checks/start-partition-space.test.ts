import { expect, it } from 'vitest';
import { concerns } from '../testing/concerns.js';
import { aSituation, aVolume } from '../testing/facts.js';
import { statesOf } from '../testing/run-check.js';
import { startPartitionSpace } from './start-partition-space.js';

const MiB = 1024 ** 2;
const start = (freeBytes: number | undefined) =>
  aVolume({ name: '\\\\?\\Volume{1}\\', system: false, boot: true, sizeBytes: 350 * MiB, freeBytes });

it.each([
  ['50 MiB free', [aVolume(), start(50 * MiB)], 'pass'],
  ['one byte less', [aVolume(), start(50 * MiB - 1)], 'warn'],
  ['not read', [aVolume(), start(undefined)], 'unknown'],
  ['on the system volume itself', [aVolume({ boot: true, freeBytes: 1 })], 'not-applicable'],
  ['none', [aVolume()], 'not-applicable'],
])('%s', (_, volumes, state) =>
  expect(statesOf(startPartitionSpace, { volumes }, aSituation('ws2012r2-ws2025'))).toEqual([state]),
);

it.each([
  ['ws2012-ws2012r2', true],
  ['sbs2000-sbs2003', false],
])('%s: %s', (path, expected) => expect(concerns(startPartitionSpace, path)).toBe(expected));
