import { known, reader } from '../model/fact.js';
import { fieldsOf, part, partsOf, textOf, unquoted, wholeNumber, whyNot } from './linux/answers.js';
import { dpkgPackages, packagesOf } from './linux/packages.js';
import { configuredInterfaces, predictableNames } from './linux/interfaces.js';
import type { SystemSettings } from './system-settings.js';
import { isLegacyTimeZone } from './linux/time-zones.js';

const settings = {
  kind: 'command',
  id: 'system-settings-linux',
  line: [
    part('init', '[ -d /run/systemd/system ] && echo systemd; readlink -f /sbin/init; cat /proc/1/comm'),
    part(
      'sysctl',
      "[ -e /etc/sysctl.conf ] || [ -r /etc ] && echo readable; grep -svE '^[[:blank:]]*([#;]|$)' /etc/sysctl.conf; [ -e /etc/sysctl.conf ] && [ ! -r /etc/sysctl.conf ] && echo '::sysctl'",
    ),
    part('usr', 'for d in /bin /sbin /lib; do [ -L $d ] && echo link || echo folder; done'),
    part(
      'cgroup',
      "grep -E ' (/sys/fs/cgroup|/sys/fs/cgroup/unified|/sys/fs/cgroup/systemd) ' /proc/self/mounts | cut -d ' ' -f 2,3",
    ),
    part('locale', 'cat /etc/default/locale /etc/locale.conf 2>/dev/null'),
    part(
      'tmp',
      "grep ' /tmp ' /proc/self/mounts | tail -n 1 | cut -d ' ' -f 3,4; [ -L /etc/systemd/system/tmp.mount ] && [ \"$(readlink /etc/systemd/system/tmp.mount)\" = /dev/null ] && echo masked",
    ),
    part(
      'configured',
      "grep -sHE '^[[:blank:]]*(iface|auto|allow-[a-z]+|bridge[-_]ports|bond-slaves|slaves)[[:blank:]]' /etc/network/interfaces /etc/network/interfaces.d/*; grep -sHE '^[[:blank:]]+[A-Za-z0-9_.*-]+:[[:blank:]]*$' /etc/netplan/*.yaml; grep -sHE '^Name=' /etc/systemd/network/*.network; grep -sHE '^interface-name=' /etc/NetworkManager/system-connections/*",
    ),
    part(
      'interfaces',
      'cd /sys/class/net && for d in */device; do i=${d%/device}; [ -e "$d" ] && { echo "I $i $(cat $i/ifindex)"; grep -sE \'^E:ID_NET_NAME_(ONBOARD|SLOT|PATH|MAC|FROM_DATABASE)=\' /run/udev/data/n$(cat $i/ifindex); }; done',
    ),
    part(
      'fixed',
      "ls /etc/udev/rules.d/70-persistent-net.rules /etc/systemd/network/*.link 2>/dev/null; grep -oE '(net.ifnames|biosdevname)=0' /proc/cmdline; [ -L /etc/systemd/network/99-default.link ] && echo /etc/systemd/network/99-default.link",
    ),
    part('zone', "cat /etc/timezone 2>/dev/null || readlink /etc/localtime | sed 's/.*zoneinfo.//'"),
    part(
      'nis',
      "grep -sE '^(passwd|group|shadow):.*(nis|compat)' /etc/nsswitch.conf; [ -e /etc/yp.conf ] && grep -svE '^[[:blank:]]*(#|$)' /etc/yp.conf | head -n 1 | sed 's/^/yp /'",
    ),
    part(
      'pam',
      "grep -lsE '^[^#]*pam_env\\.so.*user_readenv=1' /etc/pam.d/*; find /root /home -maxdepth 2 -name .pam_environment 2>/dev/null",
    ),
    // the name and the kind of the hash, nothing of the hash itself
    part(
      'shadow',
      '[ -r /etc/shadow ] && { echo readable; awk -F: \'$2 ~ /^\\$1\\$/ { print "md5", $1 } length($2) == 13 && $2 !~ /[^A-Za-z0-9.\\/]/ { print "des", $1 }\' /etc/shadow; }',
    ),
  ].join('\n'),
} as const;

export const systemSettingsOnLinux = reader({
  questions: { settings, packages: dpkgPackages },
  parse({ settings, packages }) {
    const text = textOf(settings);
    if (text === undefined) return whyNot(settings);
    const parts = partsOf(text);
    const versions = packagesOf(packages)?.versions ?? {};
    const usr = parts.get('usr') ?? [];
    const sysctl = parts.get('sysctl') ?? [];
    const nis = parts.get('nis') ?? [];
    const zone = parts.get('zone')?.[0];
    return known<SystemSettings>({
      init: initOf(parts.get('init') ?? []),
      systemdVersion: wholeNumber(/^\d+/.exec(versions['systemd'] ?? '')?.[0]),
      sysctlConf: sysctl[0] === 'readable' ? sysctl.slice(1) : undefined,
      mergedUsr: usr.length === 3 ? usr.every(one => one === 'link') : undefined,
      cgroup: cgroupOf(parts.get('cgroup') ?? []),
      locale: unquoted(fieldsOf(parts.get('locale') ?? [], '=').get('LANG') ?? '') || undefined,
      ...tmpOf(parts.get('tmp') ?? []),
      configuredInterfaces: configuredInterfaces(parts.get('configured') ?? []),
      interfaces: predictableNames(parts.get('interfaces') ?? []),
      namesFixedBy: [...new Set(parts.get('fixed') ?? [])],
      multiplexers: (['screen', 'tmux'] as const).filter(name => versions[name] !== undefined),
      legacyTimeZone: zone !== undefined && isLegacyTimeZone(zone) ? zone : undefined,
      nisInUse: parts.has('nis') ? nis.some(line => /\bnis\b/.test(line) || line.startsWith('yp ')) : undefined,
      pamUserEnvironment: pamOf(parts.get('pam')),
      weakPasswordHashes: shadowOf(parts.get('shadow') ?? []),
    });
  },
});

function initOf(lines: readonly string[]): SystemSettings['init'] {
  if (lines.some(line => /systemd/.test(line))) return 'systemd';
  return lines.some(line => /^init$|sysvinit|\/sbin\/init$/.test(line)) ? 'sysvinit' : 'other';
}

/** systemd's documentation of the three layouts (CGROUP_DELEGATION). */
function cgroupOf(lines: readonly string[]): SystemSettings['cgroup'] {
  if (lines.includes('/sys/fs/cgroup cgroup2')) return 'v2';
  if (lines.includes('/sys/fs/cgroup/unified cgroup2')) return 'hybrid';
  return lines.length > 0 ? 'v1' : undefined;
}

function tmpOf(lines: readonly string[]): Pick<SystemSettings, 'tmpMount' | 'tmpMasked'> {
  const [first] = lines;
  const [type, options] = first === undefined || first === 'masked' ? [] : first.split(' ');
  return {
    tmpMount: type ? { type, options: (options ?? '').split(',').filter(Boolean) } : undefined,
    tmpMasked: lines.includes('masked'),
  };
}

/** Both are needed: a service that reads the file, and somebody who has one. */
function pamOf(lines: readonly string[] | undefined): boolean | undefined {
  if (!lines) return undefined;
  return lines.some(line => line.startsWith('/etc/pam.d/')) && lines.some(line => line.endsWith('/.pam_environment'));
}

function shadowOf(lines: readonly string[]): SystemSettings['weakPasswordHashes'] {
  if (lines[0] !== 'readable') return undefined;
  return lines.slice(1).flatMap(line => {
    const [kind, account] = line.split(' ');
    return account && (kind === 'md5' || kind === 'des') ? [{ account, kind }] : [];
  });
}
