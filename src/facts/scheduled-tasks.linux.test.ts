import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { text } from '../testing/windows-answers.js';
import { scheduledTasksOnLinux } from './scheduled-tasks.linux.js';

const recorded = `
::tables
/etc/cron.d/e2scrub_all:30 3 * * 0 root test -e /run/systemd/system || SERVICE_MODE=1 /usr/lib/x86_64-linux-gnu/e2fsprogs/e2scrub_all_cron
/etc/cron.d/e2scrub_all:10 3 * * * root test -e /run/systemd/system || SERVICE_MODE=1 /sbin/e2scrub_all -A -r

::scripts
/etc/cron.daily/apt-compat:#!/bin/sh

::locked
`;
const written = `
::tables
/etc/crontab:SHELL=/bin/sh
/etc/crontab:17 *	* * *	root	cd / && run-parts --report /etc/cron.hourly
/var/spool/cron/crontabs/ana:MAILTO=ana@example.com
/var/spool/cron/crontabs/ana:@daily /usr/bin/python /home/ana/sync.py
/var/spool/cron/crontabs/ana:*/5 8-18 * jan-dec mon-fri /usr/bin/python3.11 "/home/ana/x y.py"
/var/spool/cron/crontabs/ana:0 1 * * * /usr/bin/python3 /home/ana/fine.py

::scripts
/etc/cron.daily/report:#!/usr/bin/env python2.7
/etc/cron.daily/odd:echo no interpreter named
Binary file /etc/cron.daily/tool matches

::locked
`;

describe('scheduled tasks of a Linux server', () => {
  it('Debian 12 (recorded)', () => {
    const { tasks } = valueWith(scheduledTasksOnLinux, { tables: text(recorded) });
    expect(tasks.map(({ name, account, interpreters }) => [name, account, interpreters])).toEqual([
      ['/etc/cron.d/e2scrub_all#1', 'root', []],
      ['/etc/cron.d/e2scrub_all#2', 'root', []],
      ['/etc/cron.daily/apt-compat', 'root', []],
    ]);
    expect(tasks[1]?.command).toBe('test -e /run/systemd/system || SERVICE_MODE=1 /sbin/e2scrub_all -A -r');
  });

  it('tables of users have no account in the line; interpreters that go are named', () => {
    const { tasks } = valueWith(scheduledTasksOnLinux, { tables: text(written) });
    expect(tasks.map(({ command, account, interpreters }) => [command, account, interpreters])).toEqual([
      ['cd / && run-parts --report /etc/cron.hourly', 'root', []],
      ['/usr/bin/python /home/ana/sync.py', 'ana', ['python2']],
      ['/usr/bin/python3.11 "/home/ana/x y.py"', 'ana', ['python3.11']],
      ['/usr/bin/python3 /home/ana/fine.py', 'ana', []],
      ['/usr/bin/env python2.7 /etc/cron.daily/report', 'root', ['python2']],
      ['/etc/cron.daily/odd', 'root', []],
    ]);
  });

  it('says that users’ tables could not be read', () => {
    expect(reasonWith(scheduledTasksOnLinux, { tables: text(`${recorded}locked\n`) }).es).toContain(
      'crontabs de los usuarios',
    );
  });

  it('survives anything', () => {
    expect(() => survivesAnything(scheduledTasksOnLinux, [recorded, written])).not.toThrow();
  });
});
