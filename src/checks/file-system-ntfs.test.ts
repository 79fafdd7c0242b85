import { expect, it } from 'vitest';
import { concerns } from '../testing/concerns.js';
import { aSituation, aVolume } from '../testing/facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { fileSystemNtfs } from './file-system-ntfs.js';

const path = aSituation('sbs2000-sbs2003');

it.each([
  ['NTFS', [aVolume()], ['pass']],
  ['in small letters', [aVolume({ fileSystem: 'ntfs' })], ['pass']],
  ['FAT32', [aVolume({ fileSystem: 'FAT32' })], ['fail']],
  ['only a data volume is FAT', [aVolume(), aVolume({ name: 'D:', system: false, fileSystem: 'FAT' })], ['pass']],
  ['not read', [aVolume({ fileSystem: undefined })], ['unknown']],
  ['no system volume', [], ['unknown']],
])('%s', (_, volumes, expected) => expect(statesOf(fileSystemNtfs, { volumes }, path)).toEqual(expected));

it.each([
  ['E:', { kind: 'command', command: 'convert E: /fs:ntfs' }],
  ['E: & del', { kind: 'hint' }],
])('a command is only made of a drive letter: %s', (name, remedy) =>
  expect(runCheck(fileSystemNtfs, { volumes: [aVolume({ name, fileSystem: 'FAT' })] }, path)[0]?.remedy).toMatchObject(
    remedy,
  ),
);

it.each([
  ['ws2003-sbs2003', true],
  ['sbs2003-sbs2003r2', true],
  ['ws2016-ws2025', false],
])('%s: %s', (id, expected) => expect(concerns(fileSystemNtfs, id)).toBe(expected));
