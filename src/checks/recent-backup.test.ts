import { expect, it } from 'vitest';
import { statesOf } from '../testing/run-check.js';
import { recentBackup } from './recent-backup.js';

const backup = (at: string | undefined, ended: string) => ({
  tool: 'restic',
  at,
  ended,
  target: undefined,
  detail: 'x',
});

it.each([
  ['none', [], 'manual'],
  ['an hour ago', [backup('2026-11-24T11:00:00Z', 'well')], 'pass'],
  ['exactly a day ago', [backup('2026-11-23T12:00:00Z', 'well')], 'pass'],
  ['a second more', [backup('2026-11-23T11:59:59Z', 'well')], 'fail'],
  [
    'one that ended badly does not count',
    [backup('2026-11-24T11:00:00Z', 'badly'), backup('2026-11-01T00:00:00Z', 'well')],
    'fail',
  ],
  ['nor one whose end is unknown', [backup('2026-11-24T11:00:00Z', 'unknown')], 'manual'],
  ['nor one without a time', [backup(undefined, 'well')], 'manual'],
  ['the newest counts', [backup('2026-11-01T00:00:00Z', 'well'), backup('2026-11-24T11:00:00Z', 'well')], 'pass'],
])('%s', (_, backups, expected) => expect(statesOf(recentBackup, { backups })).toEqual([expected]));
