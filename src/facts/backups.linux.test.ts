import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { denied, text } from '../testing/windows-answers.js';
import { backupsOnLinux } from './backups.linux.js';

/** Debian 12, systemd 252: units and journal recorded. */
const recorded = `
::boot
btime 1795479739

::units
Result=exit-code
ExecMainExitTimestampMonotonic=5426826926
ExecMainStatus=1
Id=borg-nightly.service
--
Result=success
ExecMainExitTimestampMonotonic=0
ExecMainStatus=0
Id=dpkg-db-backup.service

::journal
1795485162.363695 vm systemd[1]: restic-backup.service: Failed with result 'exit-code'.
1795485262.363695 vm systemd[1]: restic-backup.service: Deactivated successfully.
`;
/** From the tools' documentation. */
const written = `
::journal
1795485162.363695 vm systemd[1]: rsnapshot-daily.service: Succeeded.

::rsnapshot
[2026-11-23T03:30:12] /usr/bin/rsnapshot daily: ERROR: /usr/bin/rsync returned 23 while processing root@x:/etc/
[2026-11-24T03:30:12] /usr/bin/rsnapshot daily: completed successfully

::borg
2026-11-23T02:00:05.123456 ssh://me:pw@nas/./repo

::restic
1795400000.5 /root/.cache/restic/0a1b2c

::duplicity
duplicity-full.20260901T020000Z.manifest /root/.cache/duplicity/abc
duplicity-inc.20260901T020000Z.to.20260902T020000Z.manifest /root/.cache/duplicity/abc

::timeshift
/timeshift/snapshots/2026-11-20_10-00-01
`;

describe('backups a Linux server tells of', () => {
  it('by systemd: the last run of each unit (Debian 12, recorded)', () => {
    expect(valueWith(backupsOnLinux, { traces: text(recorded) })).toEqual([
      {
        tool: 'restic',
        at: '2026-11-24T01:54:22.000Z',
        ended: 'well',
        target: undefined,
        detail: 'restic-backup.service',
      },
      {
        tool: 'borg',
        at: '2026-11-24T01:52:46.000Z',
        ended: 'badly',
        target: undefined,
        detail: 'borg-nightly.service',
      },
    ]);
  });

  it('by the traces of the tools, which say when and seldom how (from documentation)', () => {
    const found = valueWith(backupsOnLinux, { traces: text(written) });
    expect(found.map(({ tool, at, ended, target }) => [tool, at, ended, target])).toEqual([
      ['rsnapshot', '2026-11-24T01:52:42.000Z', 'well', undefined],
      ['rsnapshot', undefined, 'well', undefined],
      ['borg', '2026-11-23T02:00:05.123Z', 'unknown', 'ssh://nas/./repo'],
      ['restic', '2026-11-23T02:13:20.000Z', 'unknown', undefined],
      ['duplicity', '2026-09-02T02:00:00.000Z', 'unknown', undefined],
      ['timeshift', undefined, 'unknown', undefined],
    ]);
  });

  it('an rsnapshot that ended with errors ended badly', () => {
    const failed = text('\n::rsnapshot\n[2026-11-23T03:30:12] /usr/bin/rsnapshot daily: ERROR: rsync returned 23\n');
    expect(valueWith(backupsOnLinux, { traces: failed })).toMatchObject([{ ended: 'badly' }]);
  });

  it('none found is an empty list; not looked is not', () => {
    expect(valueWith(backupsOnLinux, { traces: text('\n::boot\nbtime 1\n\n::units\n') })).toEqual([]);
    expect(reasonWith(backupsOnLinux, { traces: denied }).en).toContain('root');
  });

  it('survives anything', () => {
    expect(() => survivesAnything(backupsOnLinux, [recorded, written])).not.toThrow();
  });
});
