import { same, say } from '../i18n/text.js';
import { type CaseReport, caseReportSchema } from '../model/case-report.js';

const hash = (digit: string): string => digit.repeat(64);
const service = { start: 'auto', delayed: false, running: true };
const off = { start: 'disabled', delayed: false, running: false };
const byHand = { start: 'manual', delayed: false, running: false };

/** The report of a small case with one of everything; everything can be overridden. */
export function aCaseReport(more: Partial<CaseReport> = {}): CaseReport {
  return {
    schema: caseReportSchema,
    version: '0.1.0',
    madeAt: '2026-11-26T09:00:00.000Z',
    case: { id: '2026-11-25-0123456789abcdef', seq: 40, sha256: hash('e') },
    name: 'Gestoría Núñez',
    host: 'ssh://administrador@sbs',
    createdAt: '2026-11-25T20:00:00.000Z',
    createdBy: 'ana@taller',
    server: {
      computer: 'SERVIDOR',
      system: same('Microsoft Windows 2000'),
      from: 'Small Business Server 2000',
      to: 'Windows Small Business Server 2003',
      path: 'sbs2000-sbs2003',
    },
    stage: 'put-back-incomplete',
    decisions: [
      {
        seq: 30,
        at: '2026-11-25T20:41:00.000Z',
        verdict: 'go',
        by: 'Ana Núñez',
        expires: '2026-11-26T08:41:00.000Z',
        reasons: [
          {
            key: 'recent-backup',
            kind: 'attested',
            blocks: false,
            text: say({ en: 'Backup: yes.', es: 'Copia: sí.' }),
          },
          { key: 'disk-space', kind: 'waived', blocks: false, text: say({ en: 'C: is full.', es: 'C: está llena.' }) },
        ],
        standing: 'used',
      },
      {
        seq: 20,
        at: '2026-11-25T20:31:00.000Z',
        verdict: 'no-go',
        by: 'Ana Núñez',
        expires: '2026-11-26T08:31:00.000Z',
        reasons: [
          {
            key: 'recent-backup',
            kind: 'answer',
            blocks: true,
            text: say({ en: 'Is there a backup?', es: '¿Hay copia?' }),
          },
        ],
        standing: 'replaced',
      },
    ],
    upgrade: { seq: 31, at: '2026-11-25T23:00:00.000Z', from: 'Windows 2000', to: 'Windows Server 2003' },
    timeline: [
      event(1, 'case-created', say({ en: 'Case created.', es: 'Caso creado.' }), true),
      event(12, 'intent', say({ en: 'About to change DefWatch.', es: 'Se va a cambiar DefWatch.' }), false),
      event(30, 'gate-decided', say({ en: 'Go.', es: 'Adelante.' }), true),
    ],
    plan: {
      madeAt: '2026-11-25T20:01:00.000Z',
      sha256: hash('c'),
      window: { starts: '2026-11-25T20:00:00.000Z', ends: '2026-11-26T04:00:00.000Z', timeZone: 'Europe/Madrid' },
      seconds: 7200,
      pointOfNoReturn: 'notify-users/screens',
      steps: [
        {
          step: 'disk-tools',
          title: say({ en: 'Pause antivirus', es: 'Pausar el antivirus' }),
          why: same('w'),
          state: 'do',
          text: say({ en: '1 thing is switched off.', es: 'Se desactiva 1 elemento.' }),
          outcome: 'done',
          endedAt: '2026-11-25T20:32:00.000Z',
          items: [
            {
              id: 'disk-tools/service:DefWatch',
              kind: 'change',
              text: say({ en: 'Stop “DefWatch”.', es: 'Detener «DefWatch».' }),
              resource: 'service:DefWatch',
              from: service,
              to: off,
              outcome: 'changed',
              why: null,
              at: '2026-11-25T20:31:30.000Z',
              by: 'ana@taller',
              seconds: 2.4,
              irreversible: null,
            },
            {
              id: 'notify-users/screens',
              kind: 'run',
              text: say({ en: 'A message on screen.', es: 'Un aviso en pantalla.' }),
              resource: null,
              from: null,
              to: null,
              outcome: 'failed',
              why: 'msg.exe: 5',
              at: '2026-11-25T20:31:40.000Z',
              by: 'ana@taller',
              seconds: 0.4,
              irreversible: say({ en: 'It stays shown.', es: 'Ya se ha visto.' }),
            },
          ],
        },
      ],
    },
    rehearsal: { at: '2026-11-25T20:02:00.000Z', cuts: 112, differences: 0, current: true },
    statements: [
      {
        kind: 'answer',
        seq: 21,
        at: '2026-11-25T20:40:00.000Z',
        key: 'recent-backup',
        about: say({ en: 'Is there a backup?', es: '¿Hay copia?' }),
        answer: 'yes',
        by: 'Ana Núñez',
        note: 'Disco externo',
        until: '2026-11-26T20:40:00.000Z',
        standing: 'counts',
      },
      {
        kind: 'waiver',
        seq: 22,
        at: '2026-11-25T20:40:00.000Z',
        key: 'disk-space',
        about: null,
        answer: null,
        by: 'Luis Peña',
        note: 'Se amplía en enero: cuesta 90 €',
        until: '2026-12-25T20:40:00.000Z',
        standing: 'expired',
      },
    ],
    putBack: [
      back('service:APC', 'restored', off, service),
      back('service:DefWatch', 'drifted', byHand, byHand),
      back('service:Licencias', 'gone', 'absent', 'absent', {
        by: 'Luis Peña',
        at: '2026-11-25T23:30:00.000Z',
        reason: 'Pasa a ser manual',
        found: byHand,
        counts: false,
      }),
      back('service:Fax', 'drifted', byHand, byHand, {
        by: 'Ana Núñez',
        at: '2026-11-26T08:00:00.000Z',
        reason: 'El cliente ya no usa el fax',
        found: byHand,
        counts: true,
      }),
    ],
    comparison: {
      at: '2026-11-26T00:00:00.000Z',
      found: {
        before: { host: 'ssh://sbs', computer: 'SERVIDOR', gatheredAt: '2026-11-25T20:01:00.000Z' },
        after: { host: 'ssh://sbs', computer: 'SERVIDOR', gatheredAt: '2026-11-26T00:00:00.000Z' },
        facts: [
          {
            fact: 'services',
            title: say({ en: 'Services', es: 'Servicios' }),
            entries: [
              { entry: 'Licencias', before: '', after: undefined, reason: 'unexpected' },
              { entry: 'Licencias/account', before: 'LocalSystem', after: undefined, reason: 'unexpected' },
              { entry: 'DefWatch/state', before: 'running', after: 'stopped', reason: 'unexpected' },
              { entry: 'DefWatch/startMode', before: 'auto', after: 'manual', reason: 'preparation' },
              { entry: 'DefWatch/recovery', before: '8051', after: undefined, reason: 'not-known' },
              {
                entry: 'Fax/startMode',
                before: 'auto',
                after: 'manual',
                reason: 'accepted',
                accepted: {
                  by: 'Ana Núñez',
                  at: '2026-11-26T08:00:00.000Z',
                  reason: 'El cliente ya no usa el fax',
                },
              },
            ],
          },
        ],
        unexpected: 3,
      },
    },
    connection: [
      { id: 'host-name', label: say({ en: 'Name', es: 'Nombre' }), values: ['SERVIDOR'], by: 'server', needed: true },
      { id: 'dns', label: say({ en: 'DNS servers', es: 'Servidores DNS' }), values: [], by: 'nobody', needed: true },
      { id: 'proxy', label: same('Proxy'), values: [], by: 'nobody', needed: false },
    ],
    evidence: [
      {
        seq: 2,
        at: '2026-11-25T20:01:00.000Z',
        sha256: hash('a'),
        bytes: 60_211,
        kind: 'recording',
        name: 'recording-plan.json',
        data: null,
      },
      {
        seq: 8,
        at: '2026-11-25T20:03:00.000Z',
        sha256: hash('b'),
        bytes: 812,
        kind: 'scan',
        name: 'análisis.log',
        data: { files: 48211, drives: ['C:', 'D:'] },
      },
    ],
    copy: {
      path: 'C:\\ProgramData\\Antesala\\case.jsonl',
      upTo: 38,
      bytes: 20_480,
      at: '2026-11-25T23:10:00.000Z',
      differs: null,
    },
    signatures: [
      { seq: 39, at: '2026-11-26T08:00:00.000Z', by: 'Ana Núñez', publicKey: 'MCowBQYDK2VwAyEA', holds: true },
      { seq: 40, at: '2026-11-26T08:30:00.000Z', by: 'Luis Peña', publicKey: 'MCowBQYDK2VwAyEB', holds: false },
    ],
    ...more,
  };
}

function event(
  seq: number,
  type: CaseReport['timeline'][number]['type'],
  text: CaseReport['timeline'][number]['text'],
  main: boolean,
): CaseReport['timeline'][number] {
  return { seq, at: `2026-11-25T20:00:${String(seq).padStart(2, '0')}.000Z`, actor: 'ana@taller', type, text, main };
}

type Back = NonNullable<CaseReport['putBack']>[number];

function back(
  name: string,
  outcome: Back['outcome'],
  found: Back['found'],
  left: Back['left'],
  accepted: Back['accepted'] = null,
): Back {
  return {
    item: `disk-tools/${name}`,
    step: 'disk-tools',
    name,
    outcome,
    was: service,
    prepared: off,
    found,
    left,
    forced: false,
    accepted,
    why: null,
    at: '2026-11-25T23:05:00.000Z',
    by: 'ana@taller',
  };
}

/** Keys whose values are ours or of a fixed form; everything else may come from a host or a person. */
const ours = new Set([
  'schema',
  'version',
  'madeAt',
  'createdAt',
  'at',
  'id',
  'sha256',
  'stage',
  'verdict',
  'standing',
  'kind',
  'type',
  'outcome',
  'state',
  'reason',
  'expires',
  'until',
  'starts',
  'ends',
  'endedAt',
  'gatheredAt',
  'answer',
  'fact',
]);

const tellers = new Set(['server', 'person', 'nobody', 'absent', 'unknown']);

/** The report with this text put behind everything that a host or a person may have written. */
export function spoiled(report: CaseReport, text: string): CaseReport {
  const spoil = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return ours.has(key) || tellers.has(value) ? value : `${value}${text}`;
    if (Array.isArray(value)) return value.map(one => spoil(one, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spoil(one, name)]));
  };
  return spoil(report, '') as CaseReport;
}
