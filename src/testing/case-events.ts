import type { CaseEvent } from '../model/event.js';
import { defaultChoices } from '../model/plan-choices.js';
import { hashOf, noLineBefore, toLine } from '../caselog/line.js';

const hash = (digit: string): string => digit.repeat(64);
const later = '2026-11-28T10:00:00.000Z';

/** One event of each type, as a case of a small business would hold it. */
export const sampleEvents: { readonly [T in CaseEvent['type']]: Extract<CaseEvent, { readonly type: T }> } = {
  'case-created': {
    type: 'case-created',
    schema: 'antesala.case/1',
    id: '2026-11-25-0123456789abcdef',
    name: 'Gestoría Núñez – sbs',
    host: 'ssh://ana@sbs',
    to: 'sbs2000-sbs2003',
    version: '0.1.0',
  },
  'facts-gathered': {
    type: 'facts-gathered',
    recording: hash('a'),
    fingerprint: 'f1',
    product: 'sbs2000',
    build: '5.0.2195',
    platform: 'windows',
    executor: 'wsh',
    elevated: true,
    purpose: 'plan',
  },
  'evidence-stored': {
    type: 'evidence-stored',
    sha256: hash('b'),
    bytes: 2048,
    kind: 'scan',
    name: 'Análisis de C:',
    data: { files: 48211, infected: 0, ended: later, drives: ['C:', 'D:'], stopped: null, whole: true },
  },
  attested: {
    type: 'attested',
    key: 'newest-drivers',
    answer: 'yes',
    by: 'Ana Núñez',
    note: 'llamé al fabricante',
    until: later,
    basis: 'f1',
  },
  waived: {
    type: 'waived',
    key: 'bios-age',
    reason: 'sustituimos la placa en enero',
    by: 'Ana',
    until: later,
    basis: 'f1',
  },
  'choices-made': {
    type: 'choices-made',
    choices: {
      ...defaultChoices,
      window: { starts: later, ends: later, timeZone: 'Europe/Madrid' },
      leftOut: [{ id: 'defragment', reason: 'SSD' }],
      own: [
        {
          kind: 'reversible',
          id: 'own/erp',
          title: 'ERP',
          look: 'x',
          from: { value: 'on', line: 'a' },
          to: { value: 'off', line: 'b' },
        },
        { kind: 'irreversible', id: 'own/mail', title: 'Correo', line: 'c', reason: 'solo avisa' },
      ],
      notify: { to: [{ address: 'luis@contoso.es', name: 'Luis', language: 'es' }], onScreen: true },
    },
  },
  'plan-made': { type: 'plan-made', plan: hash('c'), fingerprint: 'f1' },
  rehearsed: { type: 'rehearsed', plan: hash('c'), rehearsal: hash('d'), cuts: 120, differences: 0 },
  'run-started': { type: 'run-started', run: 'prepare', plan: hash('c') },
  'step-started': { type: 'step-started', step: 'third-party-services' },
  intent: {
    type: 'intent',
    item: 'third-party-services/Norton',
    step: 'third-party-services',
    resource: { kind: 'service', name: 'Norton' },
    found: { start: 'auto', delayed: false, running: true },
    to: { start: 'disabled', delayed: false, running: false },
    lost: { start: 'manual', delayed: false, running: false },
    after: ['third-party-services/NortonUI'],
  },
  outcome: {
    type: 'outcome',
    item: 'third-party-services/Norton',
    outcome: 'changed',
    left: { start: 'disabled', delayed: false, running: false },
    why: null,
    seconds: 2.5,
  },
  'act-intent': {
    type: 'act-intent',
    item: 'notify-users/mail',
    step: 'notify-users',
    what: { en: 'Mail to 12 people', es: 'Correo a 12 personas' },
  },
  'act-outcome': {
    type: 'act-outcome',
    item: 'notify-users/mail',
    outcome: 'failed',
    why: '550 no such user',
    data: { reached: 11 },
    seconds: 3,
  },
  'step-ended': { type: 'step-ended', step: 'third-party-services', outcome: 'done' },
  'run-ended': { type: 'run-ended', run: 'prepare', outcome: 'incomplete' },
  'handed-over': { type: 'handed-over' },
  'upgrade-seen': { type: 'upgrade-seen', from: 'sbs2000', to: 'sbs2003', build: '5.2.3790' },
  'gate-decided': {
    type: 'gate-decided',
    verdict: 'no-go',
    by: 'Ana',
    fingerprint: 'f1',
    expires: later,
    reasons: [
      {
        key: 'backup-proof',
        kind: 'evidence',
        blocks: true,
        text: { en: 'The proof is too old.', es: 'La prueba es demasiado antigua.' },
      },
    ],
  },
  'put-back': {
    type: 'put-back',
    item: 'third-party-services/Norton',
    outcome: 'drifted',
    found: { start: 'manual', delayed: false, running: false },
    left: { start: 'manual', delayed: false, running: false },
    was: { start: 'auto', delayed: false, running: true },
    forced: false,
    why: null,
  },
  'put-back-intent': {
    type: 'put-back-intent',
    item: 'third-party-services/Norton',
    to: { start: 'auto', delayed: false, running: true },
  },
  accepted: {
    type: 'accepted',
    item: 'third-party-services/Norton',
    found: { start: 'manual', delayed: false, running: false },
    by: 'Ana Núñez',
    reason: 'el cliente ya no lo usa',
  },
  'copy-kept': { type: 'copy-kept', path: String.raw`C:\Antesala\case.jsonl`, upTo: 12, bytes: 4096 },
  'copy-compared': { type: 'copy-compared', path: '/var/lib/antesala/x/case.jsonl', bytes: 812, outcome: 'same' },
  'copy-differs': { type: 'copy-differs', path: String.raw`C:\Antesala\case.jsonl`, found: 4000, expected: 4096 },
  'kit-log-joined': { type: 'kit-log-joined', from: 75, events: 21, sha256: 'b'.repeat(64) },
  'lock-taken-over': { type: 'lock-taken-over', pid: 4711, since: later },
  'torn-line-set-aside': { type: 'torn-line-set-aside', file: 'torn-12.txt', bytes: 31 },
  'clock-went-back': { type: 'clock-went-back', seconds: 3600 },
  noted: { type: 'noted', text: { en: 'Started late.', es: 'Se empezó tarde.' }, by: 'Ana' },
  signed: { type: 'signed', publicKey: 'MCowBQ', signature: 'c2ln', by: 'Ana' },
};

/** Lines of a log with these events after one another, as they would be written; `case-created` comes first by itself. */
export function sampleLines(events: readonly CaseEvent[], at = '2026-11-25T10:00:00.000Z'): string[] {
  return chainedLines([sampleEvents['case-created'], ...events], 'ana@taller', [], at);
}

/** Lines of a log: these events, of somebody, after the lines before them, which come first. */
export function chainedLines(
  events: readonly CaseEvent[],
  actor: string,
  before: readonly string[] = [],
  at = '2026-11-25T10:00:00.000Z',
): string[] {
  const lines = [...before];
  for (const event of events) {
    const last = lines.at(-1);
    lines.push(
      toLine({ seq: lines.length + 1, at, actor, prev: last === undefined ? noLineBefore : hashOf(last) }, event),
    );
  }
  return lines;
}

/** The bytes of such a log. */
export function sampleLog(events: readonly CaseEvent[]): Buffer {
  return Buffer.from(
    sampleLines(events)
      .map(line => `${line}\n`)
      .join(''),
    'latin1',
  );
}

/** Every type but the first, in the order of the union. */
export const sampleRest: readonly CaseEvent[] = Object.values(sampleEvents).filter(
  event => event.type !== 'case-created',
);
