import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ScheduledTasks } from '../../facts/scheduled-tasks.js';
import type { CommandResource } from '../../model/resource.js';
import { backupSchedules, isBackupTask } from './backup-schedule.js';

const task = (name: string, command: string, enabled = true): ScheduledTasks['tasks'][number] => ({
  name,
  command,
  account: 'root',
  storedCredentials: undefined,
  enabled,
  interpreters: [],
});
const linux = { platform: 'linux', powerShell: false } as const;
const ids = (tasks: ScheduledTasks['tasks'], where: Parameters<typeof backupSchedules>[2] = linux) =>
  backupSchedules('s', { tasks }, where).map(({ id, kind }) => `${kind} ${id}`);

describe('schedules that start backups', () => {
  it.each([
    ['/etc/cron.d/x#1', '/usr/bin/restic backup /srv', true],
    ['/etc/cron.d/x#1', 'cd /root && borgmatic --verbosity 0', true],
    ['/etc/cron.daily/rsnapshot', '/bin/sh /etc/cron.daily/rsnapshot', true],
    ['\\Copias', '"C:\\WINNT\\system32\\ntbackup.exe" backup @x.bks', true],
    ['/etc/cron.d/x#1', 'tidy --aborg --restic-cache', false],
    ['/etc/cron.daily/dpkg', '/bin/sh /etc/cron.daily/dpkg', false],
  ])('%s %s', (name, command, expected) => expect(isBackupTask(task(name, command))).toBe(expected));

  it.each<[string, ScheduledTasks['tasks'], readonly string[]]>([
    [
      'a file of its own, once',
      [task('/etc/cron.d/restic#1', 'restic backup /'), task('/etc/cron.d/restic#2', 'restic forget')],
      ['change s/command:cron.d/restic'],
    ],
    ['a script', [task('/etc/cron.daily/rsnapshot', '/bin/sh x')], ['change s/command:cron.daily/rsnapshot']],
    [
      'a file with other jobs',
      [task('/etc/cron.d/all#1', 'restic backup /'), task('/etc/cron.d/all#2', 'rm /tmp/x')],
      ['person s/task//etc/cron.d/all#1'],
    ],
    [
      'a user’s table',
      [task('/var/spool/cron/crontabs/root#1', 'restic backup /')],
      ['person s/task//var/spool/cron/crontabs/root#1'],
    ],
    [
      'a name we would not write into a line',
      [task("/etc/cron.d/a'b#1", 'restic backup /')],
      ["person s/task//etc/cron.d/a'b#1"],
    ],
    ['one that is off', [task('/etc/cron.d/restic#1', 'restic backup /', false)], []],
  ])('%s', (_title, tasks, expected) => expect(ids(tasks)).toEqual(expected));

  it('on Windows by a person where there is no PowerShell', () => {
    const tasks = [task('\\Copia & 100%', 'ntbackup backup')];
    expect(ids(tasks, { platform: 'windows', powerShell: false })).toEqual(['person s/task/\\Copia & 100%']);
    expect(ids(tasks, { platform: 'windows', powerShell: true })).toEqual(['change s/command:task\\Copia & 100%']);
    const [item] = backupSchedules('s', { tasks }, { platform: 'windows', powerShell: true });
    const resource = item?.kind === 'change' ? (item.resource as CommandResource) : undefined;
    expect(Buffer.from(resource?.look.split(' ').at(-1) ?? '', 'base64').toString('utf16le')).toBe(
      "$s = New-Object -ComObject Schedule.Service; $s.Connect(); $t = $s.GetFolder('\\').GetTask('Copia & 100%'); if ($t.Enabled) {'on'} else {'off'}",
    );
  });

  it('lines tell and set what they say, on real files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'antesala-cron-'));
    try {
      const [item] = backupSchedules('s', { tasks: [task('/etc/cron.d/restic#1', 'restic backup /')] }, linux);
      const resource = item?.kind === 'change' ? (item.resource as CommandResource) : undefined;
      const sh = (line = '') =>
        execFileSync('sh', ['-c', line.replaceAll('/etc/cron.d', folder)], { encoding: 'utf8' }).trim();
      expect(sh(resource?.look)).toBe('none');
      writeFileSync(join(folder, 'restic'), 'x');
      expect(sh(resource?.look)).toBe('on');
      sh(resource?.set['off']);
      expect([sh(resource?.look), readdirSync(folder)]).toEqual(['off', ['restic.antesala-off']]);
      sh(resource?.set['on']);
      expect([sh(resource?.look), readdirSync(folder)]).toEqual(['on', ['restic']]);
      writeFileSync(join(folder, 'restic.antesala-off'), 'y');
      expect(sh(resource?.look)).toBe('both');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
