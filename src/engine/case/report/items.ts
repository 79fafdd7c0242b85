import type { ActState, CaseState, ChangeState, Logged } from '../../../caselog/state.js';
import { same } from '../../../i18n/text.js';
import type { ReportedItem, ReportedStep } from '../../../model/case-report.js';
import type { StampedEvent } from '../../../model/event.js';
import type { Plan, PlanStep } from '../../../model/plan.js';
import { resourceName } from '../../../model/resource.js';
import type { PlannedItem } from '../../../model/step.js';
import { steps as allSteps } from '../../../steps/registry.generated.js';

/** What became of every step and item of the plan, and of what was done for an earlier plan. */
export function reportedSteps(
  plan: Plan | undefined,
  state: CaseState,
  events: readonly StampedEvent[],
): readonly ReportedStep[] {
  const outcomes = new Map<string, Logged<'outcome'>>();
  for (const event of events) {
    if (event.type === 'intent') outcomes.delete(event.item);
    // a later run that finds it still so says the same again, without having done it
    else if (event.type === 'outcome' && outcomes.get(event.item)?.outcome !== event.outcome) {
      outcomes.set(event.item, event);
    }
  }
  const told: Told = { state, outcomes, handedOver: state.handedOver };
  const planned = (plan?.steps ?? []).map(step => ofStep(step, told));
  const here = new Set(planned.flatMap(step => step.items).map(item => item.id));
  return [...planned, ...earlierSteps(here, told)];
}

interface Told {
  readonly state: CaseState;
  /** By item: the outcome that still stands, as it was first written. */
  readonly outcomes: ReadonlyMap<string, Logged<'outcome'>>;
  readonly handedOver: Logged<'handed-over'> | undefined;
}

function ofStep(step: PlanStep, told: Told): ReportedStep {
  const { steps } = told.state;
  return {
    step: step.step,
    title: step.title,
    why: step.why,
    state: step.state,
    text: step.text,
    outcome: steps.get(step.step)?.outcome ?? null,
    endedAt: steps.get(step.step)?.endedAt ?? null,
    items: [
      ...step.items.map(item => ofItem(item, told)),
      ...step.leftOut.map(({ id, text, reason }) => ({
        ...blank(id, 'run', text),
        outcome: 'left-out' as const,
        why: reason,
      })),
    ],
  };
}

function ofItem(item: PlannedItem, told: Told): ReportedItem {
  const base = blank(item.id, item.kind, item.text);
  switch (item.kind) {
    case 'change':
      return {
        ...ofChange(base, told.state.changes.get(item.id), told.outcomes.get(item.id)),
        resource: resourceName(item.resource),
        from: told.state.changes.get(item.id)?.was ?? item.from,
        to: item.to,
      };
    case 'person': {
      const answer = told.state.attestations.get(item.id);
      if (!answer) return base;
      return {
        ...base,
        outcome: answer.answer === 'yes' ? 'answered' : 'pending',
        at: answer.at,
        by: answer.by,
        why: answer.note,
      };
    }
    case 'hand-over': {
      const { handedOver } = told;
      return handedOver ? { ...base, outcome: 'done', at: handedOver.at, by: handedOver.actor } : base;
    }
    case 'mail':
      return ofAct(base, told.state.acts.get(item.id));
    case 'run':
    case 'log-off':
      return { ...ofAct(base, told.state.acts.get(item.id)), irreversible: item.irreversible };
  }
}

function ofChange(
  base: ReportedItem,
  change: ChangeState | undefined,
  last: Logged<'outcome'> | undefined,
): ReportedItem {
  if (!change && !last) return base;
  return {
    ...base,
    outcome: change?.outcome ?? last?.outcome ?? 'pending',
    why: last?.why ?? null,
    at: last?.at ?? null,
    by: last?.actor ?? null,
    seconds: last?.seconds ?? null,
  };
}

function ofAct(base: ReportedItem, act: ActState | undefined): ReportedItem {
  if (!act) return base;
  const { event } = act;
  if (!event) return { ...base, outcome: 'open' };
  const { outcome, why, at, actor, seconds } = event;
  return { ...base, outcome, why, at, by: actor, seconds };
}

/** Steps of which the plan that counts says nothing, but of which something stands in the log. */
function earlierSteps(here: ReadonlySet<string>, told: Told): readonly ReportedStep[] {
  const byStep = new Map<string, ReportedItem[]>();
  for (const change of told.state.changes.values()) {
    if (here.has(change.item)) continue;
    const name = resourceName(change.resource);
    const item: ReportedItem = {
      ...ofChange(blank(change.item, 'change', same(name)), change, told.outcomes.get(change.item)),
      resource: name,
      from: change.was,
      to: change.to,
    };
    byStep.set(change.step, [...(byStep.get(change.step) ?? []), item]);
  }
  for (const act of told.state.acts.values()) {
    if (here.has(act.item)) continue;
    const item = ofAct(blank(act.item, 'run', act.what), act);
    byStep.set(act.step, [...(byStep.get(act.step) ?? []), item]);
  }
  return [...byStep].map(([step, items]): ReportedStep => {
    const known = allSteps.find(one => one.id === step);
    const title = known?.title ?? same(step);
    const run = told.state.steps.get(step);
    return {
      step,
      title,
      why: known?.why ?? title,
      state: 'earlier',
      text: title,
      outcome: run?.outcome ?? null,
      endedAt: run?.endedAt ?? null,
      items,
    };
  });
}

function blank(id: string, kind: ReportedItem['kind'], text: ReportedItem['text']): ReportedItem {
  return {
    id,
    kind,
    text,
    resource: null,
    from: null,
    to: null,
    outcome: 'pending',
    why: null,
    at: null,
    by: null,
    seconds: null,
    irreversible: null,
  };
}
