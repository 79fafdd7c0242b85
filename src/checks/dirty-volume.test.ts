import { expect, it } from 'vitest';
import type { Volume } from '../facts/volumes.js';
import { concerns } from '../testing/concerns.js';
import { aSituation, aVolume } from '../testing/facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { dirtyVolume } from './dirty-volume.js';

const windows = aSituation('sbs2000-sbs2003');
const linux = aSituation('debian12-debian13');
const data = (more: Partial<Volume> = {}) => aVolume({ name: 'D:', system: false, ...more });
const root = (more: Partial<Volume> = {}) => aVolume({ name: '/', fileSystem: 'ext4', ...more });

it.each([
  ['clean', windows, [aVolume(), data()], ['pass']],
  ['one damaged', windows, [aVolume(), data({ dirty: true })], ['fail']],
  ['both', windows, [aVolume({ dirty: true }), data({ dirty: true })], ['fail', 'fail']],
  ['not read', windows, [aVolume({ dirty: undefined }), data({ dirty: undefined })], ['unknown']],
  ['damaged and not read', windows, [aVolume({ dirty: true }), data({ dirty: undefined })], ['fail', 'unknown']],
  ['without a letter: damaged', windows, [aVolume(), data({ name: '\\\\?\\Volume{1}\\', dirty: true })], ['fail']],
  [
    'without a letter: not read',
    windows,
    [aVolume(), data({ name: '\\\\?\\Volume{1}\\', dirty: undefined })],
    ['pass'],
  ],
  [
    'the Exchange drive is left alone',
    windows,
    [aVolume(), data({ kind: 'exchange-ifs', dirty: undefined })],
    ['pass'],
  ],
  ['a CD', windows, [aVolume(), data({ kind: 'optical', dirty: undefined })], ['pass']],
  ['read-only', windows, [aVolume(), data({ readOnly: true, dirty: undefined })], ['pass']],
  ['no volume at all', windows, [], ['unknown']],
  ['Linux, clean', linux, [root()], ['pass']],
  ['Linux, damaged', linux, [root({ dirty: true })], ['fail']],
  ['Linux, not read', linux, [root({ dirty: undefined })], ['unknown']],
])('%s', (_, situation, volumes, expected) => expect(statesOf(dirtyVolume, { volumes }, situation)).toEqual(expected));

it.each([
  ['a letter', data({ dirty: true }), { kind: 'command', command: 'chkdsk D: /f' }],
  ['no letter', data({ name: 'D: & format', dirty: true }), { kind: 'hint' }],
  ['unread', data({ dirty: undefined }), { kind: 'command', command: 'chkntfs D:' }],
])('a command is only made of a drive letter: %s', (_, volume, remedy) =>
  expect(runCheck(dirtyVolume, { volumes: [volume] }, windows)[0]?.remedy).toMatchObject(remedy),
);

it('is of no interest when the server is left as it is', () =>
  expect(concerns(dirtyVolume, 'sbs2003-ws2025')).toBe(false));
