import { expect, it } from 'vitest';
import type { Volume } from '../facts/volumes.js';
import { concerns } from '../testing/concerns.js';
import { aSituation, aVolume, someHardware } from '../testing/facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { defragmentAdvice } from './defragment-advice.js';

const physical = someHardware();
const disk = (more: Partial<Volume> = {}) => aVolume({ media: 'rotating', sizeBytes: 1000, freeBytes: 150, ...more });

it.each([
  ['an SSD', [aVolume()], ['pass']],
  ['a damaged SSD', [aVolume({ dirty: true })], ['pass']],
  ['a rotating disk', [disk()], ['manual']],
  ['exactly 15 % free', [disk({ freeBytes: 150 })], ['manual']],
  ['one byte less', [disk({ freeBytes: 149 })], ['warn']],
  ['damaged', [disk({ dirty: true })], ['warn']],
  ['damage not read', [disk({ dirty: undefined })], ['manual']],
  ['kind of disk not read', [disk({ media: undefined })], ['manual']],
  ['free space not read', [disk({ freeBytes: undefined })], ['manual']],
  ['size not read', [disk({ sizeBytes: undefined })], ['manual']],
  ['a size of nothing', [disk({ sizeBytes: 0 })], ['manual']],
  ['two drives behind a controller', [disk({ media: undefined }), disk({ name: 'D:', media: undefined })], ['manual']],
  ['one seen, one not', [disk({ name: 'D:', media: undefined }), disk()], ['manual', 'manual']],
  ['two drives', [disk(), disk({ name: 'D:', system: false })], ['manual', 'manual']],
  ['the Exchange drive is left alone', [aVolume(), disk({ name: 'M:', kind: 'exchange-ifs' })], ['pass']],
  ['a USB disk is left alone', [aVolume(), disk({ name: 'E:', kind: 'removable' })], ['pass']],
  ['no drive', [disk({ name: '\\\\?\\Volume{1}\\' })], ['unknown']],
])('%s', (_, volumes, expected) => {
  const situation = aSituation('ws2012r2-ws2019');
  expect(statesOf(defragmentAdvice, { volumes, hardware: physical }, situation)).toEqual(expected);
  expect(statesOf(defragmentAdvice, { volumes }, situation)).toEqual(expected);
  const virtual = { volumes, hardware: someHardware({ virtual: 'hyper-v' }) };
  expect(statesOf(defragmentAdvice, virtual, situation)).toEqual(['not-applicable']);
});

it.each([
  ['sbs2000-sbs2003', 'hint', undefined],
  ['ws2003-sbs2003', 'command', 'defrag C: -a'],
  ['ws2012r2-ws2019', 'command', 'defrag C: /a /v'],
])('%s is told a %s', (path, kind, line) =>
  expect(runCheck(defragmentAdvice, { volumes: [disk()] }, aSituation(path))[0]?.remedy).toMatchObject(
    line === undefined ? { kind } : { kind, command: line },
  ),
);

it('Linux needs none', () => expect(statesOf(defragmentAdvice, { volumes: [] })).toEqual(['not-applicable']));

it('is of no interest when the server is left as it is', () =>
  expect(concerns(defragmentAdvice, 'sbs2003-ws2025')).toBe(false));
