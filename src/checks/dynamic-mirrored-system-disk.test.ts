import { expect, it } from 'vitest';
import { concerns } from '../testing/concerns.js';
import { aSituation, aVolume } from '../testing/facts.js';
import { statesOf } from '../testing/run-check.js';
import { dynamicMirroredSystemDisk } from './dynamic-mirrored-system-disk.js';

const data = aVolume({ name: 'D:', system: false, layout: 'mirrored' });

it.each([
  ['basic', [aVolume()], ['pass']],
  ['mirrored', [aVolume({ layout: 'mirrored' })], ['warn']],
  ['several disks as one', [aVolume({ layout: 'raid' })], ['warn']],
  ['dynamic', [aVolume({ layout: 'dynamic' })], ['warn']],
  ['something else', [aVolume({ layout: 'other' })], ['unknown']],
  ['not read', [aVolume({ layout: undefined })], ['unknown']],
  ['only a data volume is mirrored', [aVolume(), data], ['pass']],
  ['what starts it is mirrored', [aVolume(), { ...data, boot: true }], ['warn']],
  ['no system volume', [data], ['unknown']],
])('%s', (_, volumes, expected) =>
  expect(statesOf(dynamicMirroredSystemDisk, { volumes }, aSituation('ws2016-ws2025'))).toEqual(expected),
);

it.each([
  ['sbs2000-sbs2003', true],
  ['sbs2003-ws2025', false],
  ['debian12-debian13', false],
])('%s: %s', (path, expected) => expect(concerns(dynamicMirroredSystemDisk, path)).toBe(expected));
