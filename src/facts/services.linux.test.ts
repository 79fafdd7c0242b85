import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { denied, text } from '../testing/windows-answers.js';
import { servicesOnLinux } from './services.linux.js';

const line = (...cells: string[]) => cells.join('\t');

/** Debian 12 with systemd 252, recorded; vendor-agent and its like were put in for it. */
const bookworm = [
  'systemd',
  line(
    'vendor-agent.service',
    'inactive',
    'enabled',
    '/etc/systemd/system/vendor-agent.service',
    '',
    '',
    'always',
    ' dbus.socket',
    '',
    'Agente',
    '/opt/vendor/agent --token x',
  ),
  line(
    'cron.service',
    'active',
    'enabled',
    '/lib/systemd/system/cron.service',
    '',
    '',
    'on-failure',
    '',
    '',
    'Regular background program processing daemon',
    '/usr/sbin/cron -f $EXTRA_OPTS',
  ),
  line(
    'dbus.socket',
    'active',
    'static',
    '/lib/systemd/system/dbus.socket',
    '',
    '',
    '',
    '',
    '',
    'D-Bus System Message Bus Socket',
    '',
  ),
  line(
    'apt-daily.service',
    'inactive',
    'static',
    '/lib/systemd/system/apt-daily.service',
    '',
    '',
    '',
    '',
    'apt-daily.timer',
    'Daily apt download activities',
    '/usr/lib/apt/apt.systemd.daily update',
  ),
  line(
    'mariadb.service',
    'failed',
    'enabled',
    '/lib/systemd/system/mariadb.service',
    '',
    'mysql',
    'on-abnormal',
    '',
    'mariadb.socket',
    'MariaDB 10.11.18 database server',
    '/usr/sbin/mariadbd $MYSQLD_OPTS',
  ),
  line('hwclock.service', 'inactive', 'masked', '', '', '', '', '', '', '', ''),
  line('agent.service', 'inactive', 'masked', '', '', '', '', '', '', '', ''),
  line('cron-old.service', 'inactive', 'masked', '', '', '', '', '', '', '', ''),
  '',
].join('\n');
const files = text(
  'cron.list:/etc/init.d/cron\ncron.list:/lib/systemd/system/cron.service\nmariadb-server.list:/usr/lib/systemd/system/mariadb.service\ndbus-system-bus-common.list:/lib/systemd/system/dbus.socket\napt.list:/lib/systemd/system/apt-daily.service\nagent.list:/lib/systemd/system/agent.service\n',
);
const origins = text(`R d_dists_bookworm_ Origin: Debian
R m_dists_x_ Origin: MariaDB
A 1 m_dists_x_ https://deb.mariadb.org/10.11 bookworm/main
F mariadb-server 1
O agent
N 250
`);

describe('services of a Linux server', () => {
  const read = (units: string, more = {}) =>
    new Map(
      valueWith(servicesOnLinux, { units: text(units), files, origins, ...more }).map(service => [
        service.name,
        service,
      ]),
    );

  it('knows the maker of a masked unit by the file its package brought', () => {
    const services = read(bookworm);
    expect(services.get('agent.service')?.maker).toMatchObject({ kind: 'other', how: 'package' });
    expect(services.get('cron-old.service')?.maker).toMatchObject({ kind: 'unknown' });
  });

  it('Debian 12 (recorded)', () => {
    const services = read(bookworm);
    expect(services.get('vendor-agent.service')).toEqual({
      name: 'vendor-agent.service',
      displayName: 'Agente',
      description: 'Agente',
      startMode: 'auto',
      delayedStart: undefined,
      triggers: [],
      state: 'stopped',
      account: 'root',
      privileged: true,
      commandLine: '/opt/vendor/agent --token x',
      program: '/opt/vendor/agent',
      serviceDll: undefined,
      dependsOn: ['dbus.socket'],
      dependents: [],
      recovery: 'always',
      maker: { kind: 'other', name: undefined, how: 'no-package' },
      unitFile: '/etc/systemd/system/vendor-agent.service',
      unitFileState: 'enabled',
      driver: false,
    });
    expect(services.get('cron.service')).toMatchObject({
      state: 'running',
      startMode: 'auto',
      maker: { kind: 'system', how: 'package' },
    });
    expect(services.get('dbus.socket')).toMatchObject({
      account: undefined,
      privileged: undefined,
      dependents: ['vendor-agent.service'],
    });
    expect(services.get('apt-daily.service')).toMatchObject({ startMode: 'manual', triggers: ['apt-daily.timer'] });
    expect(services.get('mariadb.service')).toMatchObject({
      state: 'failed',
      account: 'mysql',
      privileged: false,
      maker: { kind: 'other', name: 'MariaDB', how: 'package' },
    });
    expect(services.get('hwclock.service')).toMatchObject({
      startMode: 'disabled',
      state: 'stopped',
      maker: { kind: 'unknown' },
    });
  });

  it('without systemd nobody knows what runs (Debian 12 in a container, recorded)', () => {
    const services = read(
      `files\n${line('e2scrub_reap.service', 'unknown', 'enabled', '/usr/lib/systemd/system/e2scrub_reap.service', '', 'root', '', '', '', 'Remove Stale Online ext4 Metadata Check Snapshots', '/sbin/e2scrub_all -A -r')}\n`,
    );
    expect(services.get('e2scrub_reap.service')).toMatchObject({
      state: 'unknown',
      startMode: 'auto',
      privileged: true,
    });
  });

  it('a package put in by hand is another maker’s; without apt’s lists a maker is not known', () => {
    const agent = `systemd\n${line('agent.service', 'active', 'enabled', '/lib/systemd/system/agent.service', '', '', '', '', '', 'Agent', '"/opt/my agent/run" -d')}\n`;
    expect(read(agent).get('agent.service')).toMatchObject({
      program: '/opt/my agent/run',
      maker: { kind: 'other', name: 'agent', how: 'package' },
    });
    expect(read(agent, { origins: text('') }).get('agent.service')?.maker).toEqual({
      kind: 'unknown',
      name: 'agent',
      how: 'unreadable',
    });
    expect(read(agent, { files: denied }).get('agent.service')?.maker.kind).toBe('unknown');
  });

  it('an init script is the package’s that has it (Debian 10 form)', () => {
    const old = `systemd\n${line('cron.service', 'active', 'generated', '/run/systemd/generator.late/cron.service', '/etc/init.d/cron', '', '', '', '', 'LSB: cron', '/etc/init.d/cron start')}\n`;
    expect(read(old).get('cron.service')).toMatchObject({
      startMode: 'auto',
      maker: { kind: 'system', how: 'package' },
    });
  });

  it('a merged /usr: the package and systemd may spell the same file in two ways (Debian 13, recorded)', () => {
    const merged = `systemd\n${line('cron.service', 'active', 'enabled', '/usr/lib/systemd/system/cron.service', '', '', 'on-failure', '', '', 'Regular background program processing daemon', '/usr/sbin/cron -f $EXTRA_OPTS')}\n`;
    expect(read(merged).get('cron.service')?.maker).toMatchObject({ kind: 'system', how: 'package' });
  });

  it('says why there are none', () => {
    expect(reasonWith(servicesOnLinux, { units: text('files\n') }).es).toContain('unidades de systemd');
    expect(reasonWith(servicesOnLinux, { units: denied }).en).toContain('root');
  });

  it('survives anything', () => {
    expect(() => survivesAnything(servicesOnLinux, [bookworm])).not.toThrow();
  });
});
