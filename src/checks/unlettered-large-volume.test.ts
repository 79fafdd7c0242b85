import { expect, it } from 'vitest';
import type { Volume } from '../facts/volumes.js';
import { concerns } from '../testing/concerns.js';
import { aSituation, aVolume } from '../testing/facts.js';
import { statesOf } from '../testing/run-check.js';
import { unletteredLargeVolume } from './unlettered-large-volume.js';

const GiB = 1024 ** 3;
const system = aVolume({ device: 'Disk #0, Partition #1' });
const other = (more: Partial<Volume> = {}) =>
  aVolume({ name: '\\\\?\\Volume{5b6c}\\', system: false, sizeBytes: 201 * GiB, ...more });

it.each([
  ['none', 'ws2012-ws2012r2', [system], ['pass']],
  ['as large as the system’s', 'ws2012-ws2012r2', [system, other({ sizeBytes: 200 * GiB })], ['pass']],
  ['a byte larger', 'ws2012-ws2012r2', [system, other({ sizeBytes: 200 * GiB + 1 })], ['fail']],
  ['larger, with a letter', 'ws2012-ws2012r2', [system, other({ name: 'D:' })], ['pass']],
  ['larger, mounted in a folder', 'ws2012-ws2012r2', [system, other({ name: 'C:\\Data\\' })], ['pass']],
  ['larger, removable', 'ws2012-ws2012r2', [system, other({ kind: 'removable' })], ['pass']],
  ['on the same disk', 'ws2012-ws2012r2', [system, other({ device: 'Disk #0, Partition #2' })], ['fail']],
  ['on another disk', 'ws2012-ws2012r2', [system, other({ device: '\\\\.\\PHYSICALDRIVE1' })], ['pass']],
  ['on a later release', 'ws2016-ws2025', [system, other()], ['warn']],
  ['size not read', 'ws2016-ws2025', [system, other({ sizeBytes: undefined })], ['unknown']],
  ['size of the system’s not read', 'ws2016-ws2025', [aVolume({ sizeBytes: undefined }), other()], ['unknown']],
  ['size of the only volume not read', 'ws2016-ws2025', [aVolume({ sizeBytes: undefined })], ['pass']],
  ['no system volume', 'ws2016-ws2025', [other()], ['unknown']],
])('%s (%s)', (_, path, volumes, expected) =>
  expect(statesOf(unletteredLargeVolume, { volumes }, aSituation(path))).toEqual(expected),
);

it.each([
  ['ws2012-ws2012r2', true],
  ['ws2003-ws2008', false],
  ['debian12-debian13', false],
])('%s: %s', (path, expected) => expect(concerns(unletteredLargeVolume, path)).toBe(expected));
