import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checks as allChecks } from '../checks/registry.generated.js';
import { MemoryLog } from '../caselog/memory-log.js';
import { readRecording } from '../hosts/recorded/recording-text.js';
import { same } from '../i18n/text.js';
import type { CaseEvent } from '../model/event.js';
import type { Finding } from '../model/finding.js';
import type { LookResult } from '../model/instruction.js';
import type { PlannedItem } from '../model/step.js';
import { aFinding, anAssessment } from '../testing/assessment.js';
import { aPlan, aStep, disabling } from '../testing/cases.js';
import { basisOf, basisOfItem } from './answers.js';
import { type GateInput, decideGate } from './gate.js';
import { FactReader } from './read.js';

const recording = readRecording(readFileSync('recordings/lab-sbs2000-es.json', 'utf8'), 'r');
const now = new Date('2026-11-25T20:00:00.000Z');
const reader = new FactReader(recording);

const blocker = aFinding();
const question = aFinding({ check: 'a-question', state: 'manual', severity: 'medium' });
const change = disabling('S');
const done: readonly CaseEvent[] = [
  {
    type: 'intent',
    item: change.id,
    step: 's',
    resource: change.resource,
    found: change.from,
    to: change.to,
    after: [],
  },
  { type: 'outcome', item: change.id, outcome: 'changed', left: change.to, why: null, seconds: 1 },
];
const holds: LookResult = { id: change.id, ms: 1, did: 'looked', found: change.to };

const attested = (finding: Finding, more: Partial<Extract<CaseEvent, { type: 'attested' }>> = {}): CaseEvent => ({
  type: 'attested',
  key: finding.key,
  answer: 'yes',
  by: 'Ana',
  note: null,
  until: '2026-11-26T00:00:00.000Z',
  basis: basisOf(finding, undefined, reader),
  ...more,
});
const waived = (finding: Finding, more: Partial<Extract<CaseEvent, { type: 'waived' }>> = {}): CaseEvent => ({
  type: 'waived',
  key: finding.key,
  reason: 'Known',
  by: 'Ana',
  until: '2026-12-01T00:00:00.000Z',
  basis: basisOf(finding, undefined, reader),
  ...more,
});

async function decide(more: {
  readonly findings?: readonly Finding[];
  readonly events?: readonly CaseEvent[];
  readonly items?: readonly PlannedItem[];
  readonly looked?: GateInput['looked'];
  readonly noPlan?: boolean;
}) {
  const log = new MemoryLog('c', { now: () => now, actor: 'ana@taller' });
  await log.append(...(more.events ?? done));
  return decideGate({
    recording,
    assessment: anAssessment(more.findings ?? []),
    planned: more.noPlan ? undefined : { plan: aPlan([aStep(more.items ?? [change])]), recording },
    events: log.events,
    looked: more.looked ?? new Map([[change.id, holds]]),
    now,
  });
}

const person: PlannedItem = { kind: 'person', id: 'p', text: same('P'), seconds: 0, question: same('Done?') };
const command: PlannedItem = { kind: 'run', id: 'r', text: same('R'), seconds: 0, line: 'x', irreversible: same('I') };

const proof = (verdict: string): CaseEvent => ({
  type: 'evidence-stored',
  sha256: 'a'.repeat(64),
  bytes: 1,
  kind: 'proof',
  name: 'proof.json',
  data: { verdict },
});

describe('evidence of what else a person states', () => {
  const asks = aFinding({ check: 'backup-proof', row: 'backup-proof', state: 'manual' });
  const yes = attested(asks, {
    basis: basisOf(
      asks,
      allChecks.find(({ id }) => id === 'backup-proof'),
      reader,
    ),
  });
  it.each<[string, readonly CaseEvent[], string, boolean]>([
    ['none: a person is asked', [], 'answer', true],
    ['that shows it', [proof('proven')], 'evidence', false],
    ['that shows the opposite', [proof('damaged')], 'evidence', true],
    ['that does not show enough', [proof('not-proven')], 'evidence', true],
    ['that shows the opposite of what was answered before', [yes, proof('damaged')], 'evidence', true],
    ['that a person has answered since', [proof('damaged'), yes], 'attested', false],
    ['that is newer', [proof('damaged'), proof('proven')], 'evidence', false],
    ['of something else', [{ ...proof('proven'), kind: 'scan' } as CaseEvent], 'answer', true],
  ])('%s', async (_, events, kind, blocking) => {
    const { reasons } = await decide({ findings: [asks], events: [...done, ...events] });
    expect(reasons.find(({ key }) => key === 'backup-proof')).toMatchObject({ kind, blocks: blocking });
  });
});

describe('the gate', () => {
  it.each([
    ['all is prepared and nothing blocks', {}, 'go'],
    ['there is no plan', { noPlan: true }, 'no-go'],
    ['something blocks', { findings: [blocker] }, 'no-go'],
    [
      'something that could block is unknown',
      { findings: [aFinding({ state: 'unknown', severity: 'high' })] },
      'no-go',
    ],
    ['a check failed', { findings: [aFinding({ state: 'error', severity: 'high' })] }, 'no-go'],
    ['a warning stands', { findings: [aFinding({ state: 'warn', severity: 'high' })] }, 'go'],
    ['what blocks is waived', { findings: [blocker], events: [...done, waived(blocker)] }, 'go'],
    [
      'the waiver has expired',
      { findings: [blocker], events: [...done, waived(blocker, { until: '2026-11-25T19:59:59.000Z' })] },
      'no-go',
    ],
    [
      'the waiver was for another state of the server',
      { findings: [blocker], events: [...done, waived(blocker, { basis: 'x' })] },
      'no-go',
    ],
    ['a question is open', { findings: [question] }, 'no-go'],
    ['it is answered', { findings: [question], events: [...done, attested(question)] }, 'go'],
    [
      'it is answered with no',
      { findings: [question], events: [...done, attested(question, { answer: 'no' })] },
      'no-go',
    ],
    [
      'the answer is too old',
      { findings: [question], events: [...done, attested(question, { until: '2026-11-25T19:00:00.000Z' })] },
      'no-go',
    ],
    ['a change was not made', { events: [] }, 'no-go'],
    ['it was undone since', { looked: new Map([[change.id, { ...holds, found: change.from }]]) }, 'no-go'],
    ['it could not be looked at', { looked: new Map() }, 'no-go'],
    [
      'there was nothing to change',
      {
        events: [{ type: 'outcome', item: change.id, outcome: 'already', left: change.to, why: null, seconds: 0 }],
        looked: new Map(),
      },
      'go',
    ],
    ['a person has not said that it is done', { items: [person], events: [] }, 'no-go'],
    [
      'they have',
      {
        items: [person],
        events: [
          {
            type: 'attested',
            key: 'p',
            answer: 'yes',
            by: 'Ana',
            note: null,
            until: '2026-11-26T00:00:00.000Z',
            basis: basisOfItem(person),
          },
        ],
      },
      'go',
    ],
    ['a command was not run', { items: [command], events: [] }, 'no-go'],
    [
      'it was',
      {
        items: [command],
        events: [
          { type: 'act-intent', item: 'r', step: 's', what: 'R' },
          { type: 'act-outcome', item: 'r', outcome: 'done', why: null, seconds: 1 },
        ],
      },
      'go',
    ],
  ] satisfies readonly (readonly [string, Parameters<typeof decide>[0], 'go' | 'no-go'])[])(
    'when %s',
    async (_, input, verdict) => {
      const decision = await decide(input);
      expect(decision.verdict).toBe(verdict);
      if (verdict === 'no-go') expect(decision.reasons.some(({ blocks }) => blocks)).toBe(true);
    },
  );

  it('asks once what the plan and a finding both ask, and never lets an open one pass', async () => {
    const same = { ...person, sameAs: question.key };
    const answered: CaseEvent = {
      ...{ type: 'attested', key: 'p', answer: 'yes', by: 'Ana', note: null },
      until: '2026-11-26T00:00:00.000Z',
      basis: basisOfItem(same),
    };
    const keys = async (...events: readonly CaseEvent[]) =>
      (await decide({ items: [same], findings: [question], events })).reasons.flatMap(({ key, blocks }) =>
        blocks ? [key] : [],
      );
    expect(await keys()).toEqual(['p']);
    expect(await keys(attested(question))).toEqual(['p']);
    expect(await keys(answered)).toEqual([question.key]);
    expect(await keys(answered, attested(question))).toEqual([]);
  });

  it('expires after half a day, or with the first thing it rests on', async () => {
    expect((await decide({})).expires).toBe('2026-11-26T08:00:00.000Z');
    const until = '2026-11-25T21:00:00.000Z';
    expect((await decide({ findings: [question], events: [...done, attested(question, { until })] })).expires).toBe(
      until,
    );
  });

  it('names who answered and who waived, in both languages', async () => {
    const { reasons } = await decide({
      findings: [question, blocker],
      events: [...done, attested(question), waived(blocker)],
    });
    expect(reasons.map(({ text }) => text.es).join(' ')).toMatch(/Ana respondió que sí.*Lo asume Ana/);
    expect(reasons.map(({ text }) => text.en).join(' ')).toMatch(/Ana answered yes.*Waived by Ana/);
  });
});
