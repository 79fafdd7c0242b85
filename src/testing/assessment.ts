import { say } from '../i18n/text.js';
import { type Assessment, reportSchema } from '../model/assessment.js';
import { type Finding, states } from '../model/finding.js';
import type { Product, UpgradePath } from '../model/path.js';
import { sections } from '../model/row.js';
import { countsOf, verdictOf, verdictText } from '../engine/verdict.js';

/** A finding for tests; everything can be overridden. */
export function aFinding(more: Partial<Finding> = {}): Finding {
  const check = more.check ?? 'disk-space';
  return {
    key: more.resource === undefined ? check : `${check}/${more.resource}`,
    check,
    row: 'disk-space',
    section: 'hardware',
    title: say({ en: 'Free space', es: 'Espacio libre' }),
    state: 'fail',
    severity: 'inhibitor',
    text: say({ en: 'C: is too full.', es: 'C: está demasiado llena.' }),
    sources: [{ title: 'Release notes', url: 'https://example.org/notes', proof: 'vendor' }],
    ...more,
  };
}

export const aProduct = (id: string, name = id): Product => ({
  id,
  name,
  family: 'debian',
  support: { ends: '2026-06-10' },
  sources: [],
});

export const aPath = (more: Partial<UpgradePath> = {}): UpgradePath => ({
  id: 'debian12-debian13',
  from: 'debian12',
  to: 'debian13',
  kind: 'in-place',
  notes: [],
  requires: { sources: [] },
  sources: [{ title: 'Release notes', proof: 'vendor' }],
  ...more,
});

/** An assessment for tests of the reports, with its verdict worked out from the findings given. */
export function anAssessment(findings: readonly Finding[], more: Partial<Assessment> = {}): Assessment {
  const verdict = verdictOf(findings);
  return {
    schema: reportSchema,
    version: '0.0.0',
    judgedAt: '2026-11-24T10:00:00.000Z',
    recording: {
      host: 'ssh://root@server',
      computer: 'server',
      platform: 'linux',
      executor: 'sh',
      elevated: true,
      gatheredAt: '2026-11-24T09:00:00.000Z',
      hostClock: '2026-11-24T09:00:00.000Z',
    },
    recordingSha256: undefined,
    system: { en: 'Debian GNU/Linux 12', es: 'Debian GNU/Linux 12' },
    path: aPath(),
    from: aProduct('debian12', 'Debian 12'),
    to: aProduct('debian13', 'Debian 13'),
    routes: [],
    verdict,
    verdictText: verdictText(verdict, findings),
    counts: countsOf(findings),
    sections: sections.map(section => {
      const own = findings.filter(finding => finding.section === section);
      return { section, verdict: verdictOf(own), counts: countsOf(own) };
    }),
    findings,
    shown: {
      volumes: [
        { name: '/', label: undefined, kind: 'fixed', system: true, sizeBytes: 100, freeBytes: 20, neededBytes: 50 },
      ],
      missing: [],
    },
    ...more,
  };
}

/** One finding of every state. */
export const oneOfEach: readonly Finding[] = states.map(state =>
  aFinding({ check: `a-${state}`, state, severity: state === 'pass' ? 'info' : 'medium' }),
);
