import { known, reader } from '../model/fact.js';
import { noDpkg } from './applications.linux.js';
import { isoOf, part, partsOf, textOf, wholeNumber, whyNot } from './linux/answers.js';
import { type Archive, aptOrigins, originsOf } from './linux/origins.js';
import { dpkgPackages, packagesOf } from './linux/packages.js';
import type { Updates } from './updates.js';

const history = {
  kind: 'command',
  id: 'updates-history-linux',
  line: [
    part(
      'history',
      `cd /var/log/apt 2>/dev/null && { [ ! -r history.log.1.gz ] || gzip -dc history.log.1.gz 2>/dev/null; } | awk '
/^Start-Date: / { d = $2; t = $3; u = i = 0; c = "" } /^Commandline: / { c = substr($0, 14, 120) }
/^Upgrade: / { u = gsub(/\\), /, "") + 1 } /^Install: / { i = gsub(/\\), /, "") + 1 }
/^End-Date: / { if (u + i > 0) o[++n] = d "\\t" t "\\t" u "\\t" i "\\t" c } END { for (k = n > 30 ? n - 29 : 1; k <= n; k++) print o[k] }' - $([ ! -r history.log ] || echo history.log)`,
    ),
    part(
      'checked',
      'm=0; for t in $(stat -c "%Y" /var/lib/apt/periodic/update-success-stamp /var/lib/apt/lists 2>/dev/null); do [ "$t" -le $m ] || m=$t; done; [ $m -eq 0 ] || echo $m',
    ),
  ].join('\n'),
} as const;

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
