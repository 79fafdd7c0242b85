import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mountsUnder, requireMachine } from './chroot.js';
import { down, status, up } from './guests.js';
import { loginCommand } from './login.js';
import { branchOf } from './namespace.js';
import { labDir, layout } from './paths.js';
import type { DebianProfile } from './profile.js';
import { debianSystemd } from './profiles/debian-systemd.js';
import type { LabHost } from './state.js';

const reason = !process.env['ANTESALA_LAB']
  ? 'ANTESALA_LAB is not 1: the lab was not asked for'
  : process.getuid?.() !== 0 || !existsSync('/etc/debian_version')
    ? 'the lab needs root on a Debian machine'
    : undefined;
if (reason) process.stderr.write(`lab/systemd.lab.test.ts skipped: ${reason}\n`);

// Under a name of its own, so that a lab somebody works with is left alone.
const profile: DebianProfile = { ...debianSystemd, name: 'selftest-systemd' };
const folders = layout(labDir());

describe.skipIf(reason !== undefined)('a Debian with a running systemd', { timeout: 600_000 }, () => {
  let host: LabHost;
  let namespace: string;

  const ssh = (command: string): string => {
    const [program = '', ...args] = loginCommand(host);
    return spawnSync(program, [...args, command], { encoding: 'utf8', timeout: 30_000 }).stdout;
  };
  const left = () =>
    readdirSync('/proc').filter(pid => {
      try {
        const inside = /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/ns/pid`) === namespace;
        return inside && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
      } catch {
        return false; // ended meanwhile
      }
    });
  const start = async () => {
    host = await up(folders, profile);
    namespace = readlinkSync(`/proc/${host.pids.init}/ns/pid`);
  };

  beforeAll(async () => {
    requireMachine();
    await start();
  }, 600_000);
  afterAll(async () => {
    await down(folders, profile.name);
    rmSync(folders.guest(profile.name), { recursive: true, force: true });
  }, 60_000);

  it('has systemd as its first process, all of it well', () => {
    expect(ssh('cat /proc/1/comm; systemctl is-system-running; systemctl --failed --no-legend')).toBe(
      'systemd\nrunning\n',
    );
  });

  it('knows the session, and can change neither clock nor kernel of the machine', () => {
    expect(ssh('loginctl list-sessions --no-legend')).toContain('root');
    expect(ssh('cat /proc/self/cgroup')).toMatch(/^0::\/user\.slice\//m);
    expect(ssh('date -s 2001-01-01 2>&1; echo x >/proc/sys/kernel/hostname; hostname')).toMatch(
      /not permitted[\s\S]*gestion|no permitida[\s\S]*gestion/,
    );
  });

  it('listens on the loopback only', () => {
    const inside = ssh('systemctl show -p MainPID --value ssh.service; systemctl list-sockets --no-legend');
    expect(inside).toMatch(/^\d+\n/);
    expect(inside).not.toMatch(/0\.0\.0\.0|\[::\]/);
    expect(ssh("sshd -T -f /lab/guest/etc/sshd_config | grep -i '^listenaddress' | grep -v 127.0.0.1")).toBe('');
  });

  it('keeps what was changed, and leaves no process, no mount and no control group when it ends', async () => {
    ssh('systemctl mask --now acme-viewer.service');
    expect(left().length).toBeGreaterThan(10);
    const tree = readFileSync('/proc/self/mountinfo', 'utf8').match(/ (\/\S+) \S+ (?:\S+ )*- cgroup2 /)?.[1];
    const branch = `${tree}/antesala-lab/${branchOf(folders.guest(profile.name))}`;
    if (tree) expect(existsSync(branch)).toBe(true);
    expect(await down(folders, profile.name)).toBe(true);
    expect(left()).toEqual([]);
    expect(mountsUnder(folders.guest(profile.name))).toEqual([]);
    expect(existsSync(branch)).toBe(false);
    expect((await status(folders, profile)).state).toBe('down');
    await start();
    expect(
      ssh('systemctl is-enabled acme-viewer.service; systemctl is-active acme-viewer.service acme-web.service'),
    ).toBe('masked\ninactive\nactive\n');
  });
});
