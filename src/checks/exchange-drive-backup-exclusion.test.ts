import { describe, expect, it } from 'vitest';
import { aSituation } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { exchangeDriveBackupExclusion } from './exchange-drive-backup-exclusion.js';

const judged = (letter: string | undefined, excludedFromBackup: boolean | undefined) =>
  runCheck(
    exchangeDriveBackupExclusion,
    { exchangeDrive: { installed: true, letter, excludedFromBackup } },
    aSituation('sbs2000-sbs2003'),
  )[0];

describe('exchange-drive-backup-exclusion', () => {
  it.each([
    ['M:', true, 'pass'],
    ['M:', false, 'fail'],
    ['M:', undefined, 'unknown'],
    [undefined, false, 'not-applicable'],
  ])('letter %s, excluded %s: %s', (letter, excluded, state) => expect(judged(letter, excluded)?.state).toBe(state));

  it('gives the command for the very letter', () =>
    expect(judged('x:', false)?.remedy).toMatchObject({ command: expect.stringContaining('/d "X:\\* /s" /f') }));

  it('puts nothing from the host into a command that is no drive letter', () =>
    expect(JSON.stringify(judged('M:" & del', false)?.remedy)).not.toContain('del'));
});
