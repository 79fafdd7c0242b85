import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MemoryLog } from '../../caselog/memory-log.js';
import { same } from '../../i18n/text.js';
import type { InputError } from '../../model/input-error.js';
import type { PlanStep } from '../../model/plan.js';
import type { PlannedItem } from '../../model/step.js';
import { sampleEvents } from '../../testing/case-events.js';
import { aPlan, aStep, disabling } from '../../testing/cases.js';
import { basisOfItem } from '../answers.js';
import { kitCase } from './kit-case.js';

const now = new Date('2026-11-25T20:00:00.000Z');
const person: PlannedItem = {
  kind: 'person',
  id: 's/told',
  text: same('told'),
  seconds: 60,
  question: { en: 'Were they told?', es: '¿Se les avisó?' },
};

async function logWith(steps: readonly PlanStep[]): Promise<MemoryLog> {
  const log = new MemoryLog('c', { now: () => now, actor: 'ana@x' });
  await log.append({ ...sampleEvents['case-created'], id: '2026-11-25-0123456789abcdef' });
  const recording = await log.store({
    kind: 'recording',
    name: 'r',
    bytes: readFileSync('recordings/lab-sbs2000-es.json'),
  });
  const plan = await log.store({
    kind: 'plan',
    name: 'p',
    bytes: Buffer.from(JSON.stringify({ ...aPlan(steps), recording })),
  });
  await log.append({ type: 'plan-made', plan, fingerprint: 'f' });
  return log;
}

const items: readonly PlannedItem[] = [
  { ...disabling('B', ['A']), deadManSeconds: 60 },
  disabling('A'),
  person,
  { kind: 'run', id: 's/run', text: same('run'), seconds: 1, line: 'echo', irreversible: same('x'), goodExits: [0, 2] },
  { kind: 'mail', id: 's/mail', text: same('mail'), seconds: 1, to: [] },
  { kind: 'hand-over', id: 's/over', text: same('over'), seconds: 1 },
];

describe('what a kit carries', () => {
  it('is the log and the plan, changes in the order of their layers, no timers', async () => {
    const log = await logWith([aStep(items), aStep([], { step: 'left', state: 'left-out' })]);
    await log.append({
      type: 'attested',
      key: 's/told',
      answer: 'yes',
      by: 'Ana',
      note: null,
      until: '2026-11-26T00:00:00.000Z',
      basis: basisOfItem(person as Extract<PlannedItem, { kind: 'person' }>),
    });
    const kit = await kitCase(log, now);
    expect(kit).toMatchObject({
      caseId: '2026-11-25-0123456789abcdef',
      platform: 'windows',
      computer: 'SERVIDOR',
      system: '2195',
      known: [],
    });
    expect(`${kit.lines.join('\n')}\n`).toBe(log.linesFrom(1));
    expect(kit.steps.map(({ step, state }) => [step, state])).toEqual([
      ['third-party-services', 'do'],
      ['left', 'left-out'],
    ]);
    const groups = kit.steps[0]?.groups ?? [];
    expect(groups.map(({ kind }) => kind)).toEqual(['changes', 'run', 'by-hand', 'hand-over']);
    const [changes, run] = groups;
    expect(changes?.kind === 'changes' && changes.items.map(({ resource }) => resource)).toEqual([
      { kind: 'service', name: 'A' },
      { kind: 'service', name: 'B' },
    ]);
    expect(JSON.stringify(changes)).not.toContain('deadMan');
    expect(run).toMatchObject({ item: { goodExits: [0, 2], timeoutSeconds: 60 } });
    expect(kit.backOrder).toEqual(['third-party-services/service:B', 'third-party-services/service:A']);
  });

  it('is what was begun before as well', async () => {
    const log = await logWith([aStep([disabling('A')])]);
    const { resource, from, to } = disabling('Z');
    await log.append({ type: 'intent', item: 'z', step: 's', resource, found: from, to, after: [] });
    const { known, backOrder } = await kitCase(log, now);
    expect(known).toEqual([{ item: 'z', resource, was: from, to, after: [] }]);
    expect(backOrder).toContain('z');
  });

  it.each<[string, readonly PlanStep[], RegExp, RegExp]>([
    ['a question is open', [aStep(items)], /s\/told \(Were they told\?\)/, /¿Se les avisó\?/],
    ['a step is blocked', [aStep([], { state: 'blocked' })], /cannot be carried out yet: Services/, /Véalo/],
  ])('is not made when %s', async (_, steps, en, es) => {
    const refused = (await kitCase(await logWith(steps), now).catch((error: unknown) => error)) as InputError;
    expect(refused.text.en).toMatch(en);
    expect(refused.text.es).toMatch(es);
  });

  it('is not made without a plan', async () => {
    const log = new MemoryLog('c', { now: () => now, actor: 'ana@x' });
    await log.append(sampleEvents['case-created']);
    await expect(kitCase(log, now)).rejects.toThrow(/no plan yet/);
  });
});
