import { known, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import { noDpkg } from './applications.linux.js';
import type { Apt } from './apt.js';
import { partsOf, textOf, wholeNumber, whyNot } from './linux/answers.js';
import { aptOrigins, originsOf } from './linux/origins.js';
import { dpkgPackages, packagesOf } from './linux/packages.js';
import { asked, blank, both, linesOfFiles, part } from './linux/pieces.js';
import { isDistributions, sourcesOf } from './linux/sources.js';

const settings: CommandQuestion = {
  kind: 'command',
  id: 'apt-settings',
  ...asked(
    part(
      'cache',
      both(
        'du -sb /var/cache/apt/archives 2>/dev/null',
        String.raw`my $d = '/var/cache/apt/archives'; if (-d $d) { my %s; my $n = (stat _)[7]; my @d = $d; while (defined(my $x = shift @d)) { opendir my $h, $x or next; for (readdir $h) {
next if /^\.\.?\z/; my @s = lstat "$x/$_" or next; if (-d _) { push @d, "$x/$_" } elsif ($s[3] > 1) { next if $s{"$s[0] $s[1]"}++ } $n += $s[7] } } put("$n\t$d\n") }`,
      ),
    ),
    part(
      'lock',
      // the lock is a lock on the file's inode: /proc/locks names its holder
      both(
        'set -- /var/lib/dpkg/lock-frontend /var/lib/dpkg/lock /var/lib/apt/lists/lock; ls -i "$@" 2>/dev/null | awk \'FILENAME != "/proc/locks" { f[$1] = $2; o[++n] = $1; next } { k = split($6, a, ":"); if (a[k] in f && !(a[k] in p)) p[a[k]] = $5 } END { for (i = 1; i <= n; i++) if (o[i] in p) { print f[o[i]], p[o[i]]; exit } }\' - /proc/locks 2>/dev/null | while read -r f p; do read -r c <"/proc/$p/comm"; echo "$f $p $c"; done',
        String.raw`my %p; for (split /\n/, slurp('/proc/locks') || '') { my @f = split; my $i = (split /:/, $f[5])[-1]; $p{$i} = $f[4] unless exists $p{$i} }
for (qw(/var/lib/dpkg/lock-frontend /var/lib/dpkg/lock /var/lib/apt/lists/lock)) { my $p = $p{(lstat)[1] || 'none'} or next; put("$_ $p ", slurp("/proc/$p/comm") || "\n"); last }`,
      ),
    ),
    linesOfFiles(
      {
        part: 'sources',
        files: '/etc/apt/sources.list /etc/apt/sources.list.d/*.list',
        like: `^[ \t#]*deb${blank}`,
        how: 'H',
      },
      {
        files: '/etc/apt/sources.list.d/*.sources',
        like: `^(types|uris|suites|components|enabled)${blank}*:|^$|^${blank}+[a-z+]+:/`,
        how: 'Hi',
      },
      {
        part: 'pins',
        files: '/etc/apt/preferences /etc/apt/preferences.d/*',
        like: `^(package|pin|pin-priority)${blank}*:`,
        how: 'i',
      },
      { files: '/etc/apt/apt.conf /etc/apt/apt.conf.d/*', like: 'apt::default-release', how: 'i' },
    ),
  ),
};

/** md5 sums that dpkg keeps of configuration files, against the files: a file that cannot be read is not named. */
const changed: CommandQuestion = {
  kind: 'command',
  id: 'apt-changed-configuration',
  ...asked(
    both(
      String.raw`awk '/^[^ ]/ { c = $1 == "Conffiles:" } c && NF == 2 && length($2) == 32 { print $2 "  " $1 }' /var/lib/dpkg/status | md5sum -c --quiet 2>/dev/null | sed -n 's/: FAILED$//p'`,
      String.raw`my $t = slurp('/var/lib/dpkg/status') || ''; my (%sum, @f); while ($t =~ /^Conffiles:[^\n]*((?:\n .*)+)/mg) { for (split /\n/, $1) { if (/^ (\S+) (\w{32})\s*$/ && -f $1 && -r _) { $sum{$1} = $2; push @f, $1 } } }
while (my @some = splice @f, 0, 2000) { my %is; for (split /\n/, run('md5sum', '--', @some)) { $is{$2} = $1 if /^(\w{32})  (.*)/ } for (@some) { put("$_\n") if $is{$_} && $is{$_} ne $sum{$_} } }`,
    ),
  ),
};

export const aptOnLinux = reader({
  questions: { packages: dpkgPackages, origins: aptOrigins, settings, changed },
  parse({ packages, origins, settings, changed }) {
    const dpkg = packagesOf(packages);
    if (!dpkg) return textOf(packages) === undefined ? whyNot(packages) : noDpkg;
    const text = textOf(settings);
    if (text === undefined) return whyNot(settings);
    const parts = partsOf(text);
    const apt = originsOf(origins);
    const { versions } = dpkg;
    return known<Apt>({
      sources: sourcesOf(parts.get('sources') ?? []).map(source => ({
        ...source,
        official: isDistributions(source, apt?.releases),
      })),
      pins: pinsOf(parts.get('pins') ?? []),
      held: dpkg.held,
      obsolete: apt && [...apt.nowhere],
      foreign:
        apt &&
        [...apt.foreign].map(([name, archive]) => ({
          name,
          version: versions.get(name) ?? '',
          origin: archive?.release?.origin ?? archive?.uri,
        })),
      broken: dpkg.broken,
      residualConfig: dpkg.residual,
      foreignArchitectures: dpkg.foreignArchitectures,
      packages: versions.size,
      // a thousand packages, which only comparing two recordings asks for: made when asked
      get versions() {
        return Object.fromEntries(versions);
      },
      lock: parts.get('lock')?.[0],
      cacheBytes: wholeNumber(parts.get('cache')?.[0]?.split('\t')[0]),
      changedConfiguration: (textOf(changed) ?? '').split('\n').filter(line => line.startsWith('/')),
    });
  },
});

/** "nginx* 1001 (release o=nginx)"; apt_preferences(5). A default release counts as a pin of everything. */
function pinsOf(lines: readonly string[]): readonly string[] {
  const pins: string[] = [];
  let subject = '';
  let rule = '';
  for (const line of lines) {
    const match = /^(Package|Pin|Pin-Priority)\s*:\s*(.*)$/i.exec(line);
    const value = match?.[2]?.trim() ?? '';
    switch (match?.[1]?.toLowerCase()) {
      case 'package':
        subject = value;
        rule = '';
        break;
      case 'pin':
        rule = value;
        break;
      case 'pin-priority':
        pins.push(`${subject || '*'} ${value}${rule === '' ? '' : ` (${rule})`}`);
        break;
      default: {
        const release = /^\s*APT::Default-Release\s+"?([^";]+)/i.exec(line)?.[1];
        if (release !== undefined) pins.push(`* 990 (release ${release})`);
      }
    }
  }
  return pins;
}
