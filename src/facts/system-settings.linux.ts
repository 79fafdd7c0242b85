import { known, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import { fieldsOf, partsOf, textOf, unquoted, wholeNumber, whyNot } from './linux/answers.js';
import { dpkgPackages, packagesOf } from './linux/packages.js';
import { zone } from './linux/known-pieces.js';
import { asked, blank, both, linesOfFiles, listed, part } from './linux/pieces.js';
import { configuredInterfaces, predictableNames } from './linux/interfaces.js';
import type { SystemSettings } from './system-settings.js';
import { isLegacyTimeZone } from './linux/time-zones.js';

const settings: CommandQuestion = {
  kind: 'command',
  id: 'system-settings-linux',
  ...asked(
    part(
      'init',
      both(
        '[ -d /run/systemd/system ] && echo systemd || readlink -f /sbin/init; read -r c </proc/1/comm && echo "$c"',
        String.raw`if (-d '/run/systemd/system') { put("systemd\n") } else { my ($p, @c) = ('', 'sbin', 'init'); for (1 .. 99) { my $c = shift @c; last unless defined $c; my $l = readlink "$p/$c"; if ($c eq '..') { $p =~ s#/[^/]*\z## } elsif (!defined $l) { $p .= "/$c" } else { $p = '' if $l =~ m#^/#; unshift @c, grep { !/^\.?\z/ } split m#/#, $l } } put("$p\n") } put(slurp('/proc/1/comm') || '');`,
      ),
    ),
    part(
      'usr',
      both(
        'for d in /bin /sbin /lib; do [ -L $d ] && echo link || echo folder; done',
        String.raw`put(-l $_ ? "link\n" : "folder\n") for qw(/bin /sbin /lib);`,
      ),
    ),
    both(
      `awk '$2 ~ /^\\/sys\\/fs\\/cgroup(\\/unified|\\/systemd)?$/ { c = c $2 " " $3 "\\n" } $2 == "/tmp" { t = $3 " " $4 "\\n" } END { printf "\\n::cgroup\\n%s\\n::tmp\\n%s", c, t }' /proc/self/mounts
[ -L /etc/systemd/system/tmp.mount ] && [ "$(readlink /etc/systemd/system/tmp.mount)" = /dev/null ] && echo masked`,
      String.raw`my ($c, $t) = ('', ''); for (split /\n/, slurp('/proc/self/mounts') || '') { my @f = split; $c .= "$f[1] $f[2]\n" if $f[1] =~ m#^/sys/fs/cgroup(/unified|/systemd)?\z#; $t = "$f[2] $f[3]\n" if $f[1] eq '/tmp' }
put("\n::cgroup\n$c\n::tmp\n$t", (readlink('/etc/systemd/system/tmp.mount') || '') eq '/dev/null' ? "masked\n" : '');`,
    ),
    part(
      'interfaces',
      both(
        'cd /sys/class/net && for d in */device; do i=${d%/device}; [ -e "$d" ] && read -r n <$i/ifindex && { echo "I $i $n"; [ -r /run/udev/data/n$n ] && grep -E \'^E:ID_NET_NAME_(ONBOARD|SLOT|PATH|MAC|FROM_DATABASE)=\' /run/udev/data/n$n; }; done',
        String.raw`for my $i (within('/sys/class/net')) { next unless -e "/sys/class/net/$i/device"; my ($n) = split /\n/, slurp("/sys/class/net/$i/ifindex") || next; put("I $i $n\n", map { "$_\n" } grep { /^E:ID_NET_NAME_(ONBOARD|SLOT|PATH|MAC|FROM_DATABASE)=/ } split /\n/, slurp("/run/udev/data/n$n") || '') }`,
      ),
    ),
    part(
      'fixed',
      listed('/etc/udev/rules.d/70-persistent-net.rules /etc/systemd/network/*.link'),
      both(
        'read -r c </proc/cmdline; for w in $c; do case $w in net.ifnames=0 | biosdevname=0) echo $w ;; esac; done; [ -L /etc/systemd/network/99-default.link ] && echo /etc/systemd/network/99-default.link',
        String.raw`put(map { "$_\n" } grep { /^(net\.ifnames|biosdevname)=0\z/ } split ' ', slurp('/proc/cmdline') || ''); put("/etc/systemd/network/99-default.link\n") if -l '/etc/systemd/network/99-default.link';`,
      ),
    ),
    part('zone', zone),
    // the name and the kind of the hash, nothing of the hash itself
    part(
      'shadow',
      both(
        '[ -r /etc/shadow ] && { echo readable; awk -F: \'$2 ~ /^\\$1\\$/ { print "md5", $1 } length($2) == 13 && $2 !~ /[^A-Za-z0-9.\\/]/ { print "des", $1 }\' /etc/shadow; }',
        String.raw`my $t = slurp('/etc/shadow'); if (defined $t) { put("readable\n"); for (split /\n/, $t) { my ($u, $h) = split /:/; put($h =~ /^\$1\$/ ? "md5 $u\n" : $h =~ m#^[A-Za-z0-9./]{13}\z# ? "des $u\n" : '') } }`,
      ),
    ),
    part(
      'sysctl',
      both(
        'if [ -e /etc/sysctl.conf ]; then [ ! -r /etc/sysctl.conf ] || echo readable; elif [ -r /etc ]; then echo readable; fi',
        String.raw`put("readable\n") if -e '/etc/sysctl.conf' ? -r _ : -r '/etc';`,
      ),
    ),
    linesOfFiles(
      { files: '/etc/sysctl.conf', like: `^${blank}*([#;]|$)`, how: 'v' },
      { part: 'locale', files: '/etc/default/locale /etc/locale.conf' },
      {
        part: 'configured',
        files: '/etc/network/interfaces /etc/network/interfaces.d/*',
        like: `^${blank}*(iface|auto|allow-[a-z]+|bridge[-_]ports|bond-slaves|slaves)${blank}`,
        how: 'H',
      },
      { files: '/etc/netplan/*.yaml', like: `^${blank}+[A-Za-z0-9_.*-]+:${blank}*$`, how: 'H' },
      { files: '/etc/systemd/network/*.network', like: '^Name=', how: 'H' },
      { files: '/etc/NetworkManager/system-connections/*', like: '^interface-name=', how: 'H' },
      { part: 'nis', files: '/etc/nsswitch.conf', like: '^(passwd|group|shadow):.*(nis|compat)' },
      { files: '/etc/yp.conf', like: `^${blank}*(#|$)`, how: 'vH1' },
      { part: 'pam', files: '/etc/pam.d/*', like: '^[^#]*pam_env[.]so.*user_readenv=1', how: 'H1' },
    ),
    both(
      'homes=; for f in /root/.pam_environment /root/*/.pam_environment /home/.pam_environment /home/*/.pam_environment; do [ ! -e "$f" ] || homes=/home/.pam_environment; done; [ ! "$homes" ] || echo $homes',
      String.raw`put("/home/.pam_environment\n") if paths('/root/.pam_environment /root/*/.pam_environment /home/.pam_environment /home/*/.pam_environment');`,
    ),
  ),
};

export const systemSettingsOnLinux = reader({
  questions: { settings, packages: dpkgPackages },
  parse({ settings, packages }) {
    const text = textOf(settings);
    if (text === undefined) return whyNot(settings);
    const parts = partsOf(text);
    const versions = packagesOf(packages)?.versions;
    const usr = parts.get('usr') ?? [];
    const sysctl = parts.get('sysctl') ?? [];
    const nis = parts.get('nis') ?? [];
    const zone = parts.get('zone')?.[0];
    return known<SystemSettings>({
      init: initOf(parts.get('init') ?? []),
      systemdVersion: wholeNumber(/^\d+/.exec(versions?.get('systemd') ?? '')?.[0]),
      sysctlConf: sysctl[0] === 'readable' ? sysctl.slice(1) : undefined,
      mergedUsr: usr.length === 3 ? usr.every(one => one === 'link') : undefined,
      cgroup: cgroupOf(parts.get('cgroup') ?? []),
      locale: unquoted(fieldsOf(parts.get('locale') ?? [], '=').get('LANG') ?? '') || undefined,
      ...tmpOf(parts.get('tmp') ?? []),
      configuredInterfaces: configuredInterfaces(parts.get('configured') ?? []),
      interfaces: predictableNames(parts.get('interfaces') ?? []),
      namesFixedBy: [...new Set(parts.get('fixed') ?? [])],
      multiplexers: (['screen', 'tmux'] as const).filter(name => versions?.has(name)),
      legacyTimeZone: zone !== undefined && isLegacyTimeZone(zone) ? zone : undefined,
      nisInUse: parts.has('nis')
        ? nis.some(line => /\bnis\b/.test(line) || /^(yp |\/etc\/yp\.conf:)/.test(line))
        : undefined,
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
