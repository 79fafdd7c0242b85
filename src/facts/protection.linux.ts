import { recogniseProtection } from '../catalog/protection.js';
import type { Candidate } from '../catalog/protection.js';
import { known, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import { isoOf, textOf, wholeNumber, whyNot } from './linux/answers.js';
import { dpkgPackages, packagesOf } from './linux/packages.js';
import { asked, both } from './linux/pieces.js';
import { systemdUnits, unitsOf } from './linux/units.js';
import type { Protection } from './protection.js';

const signatures: CommandQuestion = {
  kind: 'command',
  id: 'protection-signatures-linux',
  ...asked(
    both(
      "stat -c '%Y %n' /var/lib/clamav/daily.c?d /var/lib/clamav/main.c?d 2>/dev/null",
      String.raw`put((lstat)[9], " $_\n") for paths('/var/lib/clamav/daily.c?d /var/lib/clamav/main.c?d');`,
    ),
  ),
};

/** By packages and units; a product that came without a package is known by its units alone. */
export const protectionOnLinux = reader({
  questions: { packages: dpkgPackages, units: systemdUnits, signatures },
  parse({ packages, units, signatures }) {
    const dpkg = packagesOf(packages);
    const systemd = unitsOf(units);
    if (!dpkg && !systemd) return whyNot(textOf(packages) === undefined ? packages : units);
    const candidates: Candidate[] = [...(dpkg?.versions.keys() ?? [])].map(name => ({ kind: 'package', name }));
    for (const unit of systemd?.units ?? []) {
      candidates.push({
        kind: 'unit',
        name: unit.id,
        displayName: unit.description,
        running: systemd?.live ? unit.active === 'active' : undefined,
      });
    }
    const newest = Math.max(
      ...(textOf(signatures) ?? '').split('\n').map(line => wholeNumber(line.split(' ')[0]) ?? 0),
    );
    return known<Protection>(
      recogniseProtection(candidates).map(({ entry, seen, running, realTime }) => ({
        product: entry.id,
        name: entry.name,
        vendor: entry.vendor,
        kind: entry.kind,
        seen: seen.map(candidate => candidate.name),
        running,
        realTime,
        tamperProtected: undefined,
        signaturesAt: entry.id === 'clamav' && newest > 0 ? isoOf(newest) : undefined,
      })),
    );
  },
});
