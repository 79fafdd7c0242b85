import { expect, it } from 'vitest';
import { statesOf } from '../testing/run-check.js';
import { backupEndedWell } from './backup-ended-well.js';

const backup = (tool: string, at: string | undefined, ended: string) => ({
  tool,
  at,
  ended,
  target: undefined,
  detail: 'x',
});

it.each([
  ['none', [], ['manual']],
  ['the last failed', [backup('wbadmin', '2026-11-01', 'well'), backup('wbadmin', '2026-11-02', 'badly')], ['fail']],
  ['the last went well', [backup('wbadmin', '2026-11-02', 'well'), backup('wbadmin', '2026-11-01', 'badly')], ['pass']],
  ['two tools', [backup('wbadmin', '2026-11-02', 'well'), backup('restic', undefined, 'unknown')], ['pass', 'manual']],
])('%s', (_, backups, expected) => expect(statesOf(backupEndedWell, { backups })).toEqual(expected));
