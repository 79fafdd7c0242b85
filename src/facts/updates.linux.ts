import { known, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import { noDpkg } from './applications.linux.js';
import { isoOf, partsOf, textOf, wholeNumber, whyNot } from './linux/answers.js';
import { type Archive, aptOrigins, originsOf } from './linux/origins.js';
import { dpkgPackages, packagesOf } from './linux/packages.js';
import { asked, both, part } from './linux/pieces.js';
import type { Updates } from './updates.js';

const history: CommandQuestion = {
  kind: 'command',
  id: 'updates-history-linux',
  ...asked(
    part(
      'history',
      both(
        `cd /var/log/apt 2>/dev/null && { [ ! -r history.log.1.gz ] || gzip -dc history.log.1.gz 2>/dev/null; } | awk '
/^Start-Date: / { d = $2; t = $3; u = i = 0; c = "" } /^Commandline: / { c = substr($0, 14, 120) }
/^Upgrade: / { u = gsub(/\\), /, "") + 1 } /^Install: / { i = gsub(/\\), /, "") + 1 }
/^End-Date: / { if (u + i > 0) o[++n] = d "\\t" t "\\t" u "\\t" i "\\t" c } END { for (k = n > 30 ? n - 29 : 1; k <= n; k++) print o[k] }' - $([ ! -r history.log ] || echo history.log)`,
        String.raw`my $l = '/var/log/apt/history.log'; my ($d, $t, $u, $i, $c, @o); for (split /\n/, (-r "$l.1.gz" ? run('gzip', '-dc', "$l.1.gz") : '') . (slurp($l) || '')) {
if (/^Start-Date: (\S*) *(\S*)/) { ($d, $t, $u, $i, $c) = ($1, $2, 0, 0, '') } elsif (/^Commandline: /) { $c = substr $_, 13, 120 } elsif (/^Upgrade: /) { $u = 1 + (() = /\), /g) } elsif (/^Install: /) { $i = 1 + (() = /\), /g) } elsif (/^End-Date: / && $u + $i > 0) { push @o, "$d\t$t\t$u\t$i\t$c\n" } }
put(@o > 30 ? @o[-30 .. -1] : @o);`,
      ),
    ),
    part(
      'checked',
      both(
        'm=0; for t in $(stat -c "%Y" /var/lib/apt/periodic/update-success-stamp /var/lib/apt/lists 2>/dev/null); do [ "$t" -le $m ] || m=$t; done; [ $m -eq 0 ] || echo $m',
        String.raw`my ($m) = sort { $b <=> $a } map { (lstat)[9] || 0 } qw(/var/lib/apt/periodic/update-success-stamp /var/lib/apt/lists); put("$m\n") if $m;`,
      ),
    ),
  ),
};

/**
 * What is pending comes from the lists apt has (their age is `lastChecked`): packages whose candidate is not the version installed
 * and that are not held. What was installed comes from apt's own log of this month and the last.
 */
export const updatesOnLinux = reader({
  questions: { packages: dpkgPackages, origins: aptOrigins, history },
  parse({ packages, origins, history }) {
    const dpkg = packagesOf(packages);
    if (!dpkg) return textOf(packages) === undefined ? whyNot(packages) : noDpkg;
    const parts = partsOf(textOf(history) ?? '');
    const held = new Set(dpkg.held);
    const installed = (parts.get('history') ?? []).flatMap(line => transactionOf(line) ?? []);
    return known<Updates>({
      installed,
      pending: originsOf(origins)
        ?.pending.filter(({ name }) => !held.has(name))
        .map(({ name, version, archives }) => ({
          id: name,
          title: `${name} ${dpkg.versions.get(name) ?? ''} → ${version}`,
          security: archives.length === 0 ? undefined : archives.some(isSecurity),
        })),
      lastInstalled: installed.at(-1)?.date,
      lastChecked: isoOf(wholeNumber(parts.get('checked')?.[0])),
      broken: dpkg.broken.map(({ name, state }) => `${name} (${state})`),
    });
  },
});

function isSecurity({ suite, release }: Archive): boolean {
  return /security/i.test(suite) || /security/i.test(release?.label ?? '') || suite.endsWith('/updates');
}

function transactionOf(line: string): Updates['installed'][number] | undefined {
  const [day = '', time = '', upgraded = '', installed = '', command = ''] = line.split('\t');
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return undefined;
  return { id: `${day} ${time}`, title: `${command || 'apt'} (${upgraded} + ${installed})`, date: day };
}
