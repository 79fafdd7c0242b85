import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { denied, text } from '../testing/windows-answers.js';
import { systemSettingsOnLinux } from './system-settings.linux.js';

const packages = text('amd64\nsystemd 252.39-1~deb12u2\ntmux 3.3a *\n');
/** Debian 12 with systemd 252, recorded. */
const recorded = `
::init
systemd
/usr/lib/systemd/systemd
systemd

::sysctl
readable

::usr
link
link
link

::cgroup
/sys/fs/cgroup cgroup2

::locale

::tmp
tmpfs rw,relatime

::configured

::interfaces

::fixed

::zone
Etc/UTC

::nis

::pam
/etc/pam.d/sshd

::shadow
readable
`;
/** An old server, composed in the form recorded. */
const old = `
::init
/lib/sysvinit/init
init

::sysctl
readable
net.ipv4.ip_forward=1

::usr
folder
folder
folder

::cgroup
/sys/fs/cgroup/systemd cgroup

::locale
LANG="es_ES.UTF-8"

::tmp
ext4 rw,noexec
masked

::configured
/etc/network/interfaces:auto lo eth0
/etc/network/interfaces:iface eth0 inet static

::interfaces
I eth0 2
E:ID_NET_NAME_MAC=enx0600ac100002
E:ID_NET_NAME_PATH=enp0s3
E:ID_NET_NAME_SLOT=ens3

::fixed
/etc/udev/rules.d/70-persistent-net.rules
net.ifnames=0

::zone
US/Eastern

::nis
passwd:         files nis

::pam
/etc/pam.d/sshd
/home/ana/.pam_environment

::shadow
readable
md5 ana
des luis
`;

describe('settings of a Linux system', () => {
  it('Debian 12 (recorded)', () => {
    expect(valueWith(systemSettingsOnLinux, { settings: text(recorded), packages })).toEqual({
      init: 'systemd',
      systemdVersion: 252,
      sysctlConf: [],
      mergedUsr: true,
      cgroup: 'v2',
      locale: undefined,
      tmpMount: { type: 'tmpfs', options: ['rw', 'relatime'] },
      tmpMasked: false,
      configuredInterfaces: [],
      interfaces: [],
      namesFixedBy: [],
      multiplexers: ['tmux'],
      legacyTimeZone: undefined,
      nisInUse: false,
      pamUserEnvironment: false,
      weakPasswordHashes: [],
    });
  });

  it('an old server', () => {
    expect(
      valueWith(systemSettingsOnLinux, {
        settings: text(old),
        packages: text('amd64\nscreen 4.6\nsysvinit-core 2.93\n'),
      }),
    ).toEqual({
      init: 'sysvinit',
      systemdVersion: undefined,
      sysctlConf: ['net.ipv4.ip_forward=1'],
      mergedUsr: false,
      cgroup: 'v1',
      locale: 'es_ES.UTF-8',
      tmpMount: { type: 'ext4', options: ['rw', 'noexec'] },
      tmpMasked: true,
      configuredInterfaces: [{ name: 'eth0', file: '/etc/network/interfaces' }],
      interfaces: [{ name: 'eth0', predictable: 'ens3' }],
      namesFixedBy: ['/etc/udev/rules.d/70-persistent-net.rules', 'net.ifnames=0'],
      multiplexers: ['screen'],
      legacyTimeZone: 'US/Eastern',
      nisInUse: true,
      pamUserEnvironment: true,
      weakPasswordHashes: [
        { account: 'ana', kind: 'md5' },
        { account: 'luis', kind: 'des' },
      ],
    });
  });

  it('what may not be read is unknown', () => {
    const closed = '\n::sysctl\nreadable\n::sysctl\n\n::shadow\n';
    expect(valueWith(systemSettingsOnLinux, { settings: text(closed), packages })).toMatchObject({
      sysctlConf: undefined,
      weakPasswordHashes: undefined,
      mergedUsr: undefined,
      cgroup: undefined,
      nisInUse: undefined,
      pamUserEnvironment: undefined,
    });
    expect(reasonWith(systemSettingsOnLinux, { settings: denied }).en).toContain('root');
  });

  it('survives anything', () => {
    expect(() => survivesAnything(systemSettingsOnLinux, [recorded, old])).not.toThrow();
  });
});
