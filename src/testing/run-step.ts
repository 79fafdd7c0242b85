import type { Text } from '../i18n/text.js';
import { type Reading, known } from '../model/fact.js';
import { resourceName, sameState } from '../model/resource.js';
import { type PlanChoices, defaultChoices } from '../model/plan-choices.js';
import { type PlannedItem, type Step, type StepPlan, type StepSituation } from '../model/step.js';
import { aSituation } from './facts.js';

export const someChoices = (more: Partial<PlanChoices> = {}): PlanChoices => ({
  ...defaultChoices,
  ...more,
});

/** The situation of a path's server, reached over SSH from outside its networks. */
export const aStepSituation = (pathId: string, more: Partial<StepSituation> = {}): StepSituation => ({
  ...aSituation(pathId),
  choices: someChoices(),
  wayIn: { kind: 'ssh', localAddress: '192.168.16.2' },
  ...more,
});

/**
 * Plans a step on facts given as values and checks what holds for every plan: both languages, ids of its own, what comes `after` planned
 * before, changes that change something unless they watch over it.
 *
 * @param values the facts it needs, by the names it gives them; those it only `uses` are handed over as known when given
 */
export function planStep(step: Step, values: Readonly<Record<string, unknown>>, situation: StepSituation): StepPlan {
  const readings = Object.fromEntries(
    Object.keys(step.uses).map((name): [string, Reading<unknown>] => [
      name,
      name in values ? known(values[name]) : { state: 'missing', why: { en: 'Not given.', es: 'No se dio.' } },
    ]),
  );
  const plan = step.plan(values, readings, situation);
  worded(step, plan.text);
  const seen = new Set<string>();
  for (const item of plan.state === 'do' ? plan.items : []) {
    checkItem(step, item, seen);
    seen.add(item.id);
  }
  return plan;
}

/** The items of a plan; fails the test when there is nothing to do. */
export function itemsOf(plan: StepPlan): readonly PlannedItem[] {
  if (plan.state !== 'do') throw new Error(`nothing is planned: ${plan.state}, ${plan.text.en}`);
  return plan.items;
}

function checkItem(step: Step, item: PlannedItem, before: ReadonlySet<string>): void {
  worded(step, item.text);
  if (!item.id.startsWith(`${step.id}/`)) throw new Error(`${item.id} does not begin with ${step.id}/`);
  if (before.has(item.id)) throw new Error(`${item.id} is planned twice`);
  if (!(item.seconds >= 0)) throw new Error(`${item.id} takes ${item.seconds} seconds`);
  if (item.kind === 'person') worded(step, item.question);
  if (item.kind === 'run' || item.kind === 'log-off') worded(step, item.irreversible);
  if (item.kind !== 'change') return;
  if (item.id !== `${step.id}/${resourceName(item.resource)}`)
    throw new Error(`${item.id} is not named as its resource`);
  const late = item.after.filter(id => !before.has(id));
  if (late.length > 0) throw new Error(`${item.id} is planned before ${late.join(', ')}`);
  if (sameState(item.from, item.to) !== (item.lost !== undefined)) throw new Error(`${item.id} changes nothing`);
}

function worded(step: Step, { en, es }: Text): void {
  if (en.trim() === '' || es.trim() === '' || en === es) throw new Error(`${step.id} says the same twice: ${en}`);
  if (/undefined|NaN|\[object/.test(en + es)) throw new Error(`${step.id} says “${en}” / “${es}”`);
}
