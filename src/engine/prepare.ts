import type { RunKind, StepOutcome } from '../model/event.js';
import type { Plan, PlanStep } from '../model/plan.js';
import type { Prepared, PreparedStep } from '../model/prepared.js';
import type { PlannedChange, PlannedItem } from '../model/step.js';
import { foldCase } from '../caselog/state.js';
import { type Performers, perform } from './acts.js';
import { makeChanges } from './changes.js';
import type { Work } from './work.js';

export interface PrepareOptions {
  readonly plan: Plan;
  /** SHA-256 of the plan as stored with the case. */
  readonly planSha256: string;
  readonly run?: Extract<RunKind, 'prepare' | 'kit-prepare'>;
  /** Ids of `person` items that somebody has answered with yes, and whose answer still counts. */
  readonly answered: ReadonlySet<string>;
  /** Acts that a run that broke off may or may not have done: done again only when somebody says so. */
  readonly repeat?: ReadonlySet<string>;
  readonly performers: Performers;
}

/**
 * Carries out a plan, step by step, each change written down before it is made. Can be stopped or killed at any time and run again: what is
 * done stays done, what was begun is looked at. A step that fails stops the run after it, so that nobody is cut off for nothing.
 *
 * @throws HostError when the server stays out of reach
 * @throws CopyError when the log's copy on the server could not be kept
 */
export async function prepare(work: Work, options: PrepareOptions): Promise<Prepared> {
  const { plan } = options;
  const run = options.run ?? 'prepare';
  await work.log.append({ type: 'run-started', run, plan: options.planSha256 });
  const steps: PreparedStep[] = [];
  let handedOver = false;
  let outcome: Prepared['outcome'] = 'done';
  for (const [index, step] of plan.steps.entries()) {
    if (outcome !== 'done') {
      steps.push(notRun(step));
      continue;
    }
    work.tell?.({ kind: 'step', step: step.step, title: step.title, at: index + 1, of: plan.steps.length });
    const ended = await prepareStep(work, step, options);
    steps.push(ended);
    handedOver ||= step.items.some(item => item.kind === 'hand-over') && ended.outcome === 'done';
    if (ended.outcome === 'failed' || ended.outcome === 'waiting') outcome = 'incomplete';
    if (work.signal?.aborted) outcome = 'stopped';
  }
  await work.log.append({ type: 'run-ended', run, outcome });
  return { outcome, steps, handedOver };
}

async function prepareStep(work: Work, step: PlanStep, options: PrepareOptions): Promise<PreparedStep> {
  if (step.state === 'blocked')
    return { ...notRun(step), outcome: 'waiting', questions: [{ id: step.step, question: step.text }] };
  if (step.state !== 'do') {
    await work.log.append(
      { type: 'step-started', step: step.step },
      { type: 'step-ended', step: step.step, outcome: step.state },
    );
    return notRun(step);
  }
  const questions = step.items.flatMap(item =>
    item.kind === 'person' && !options.answered.has(item.id) ? [{ id: item.id, question: item.question }] : [],
  );
  await work.log.append({ type: 'step-started', step: step.step });
  let outcome: StepOutcome = questions.length > 0 ? 'waiting' : 'done';
  // What a person must do comes first: the rest of the step may rest on it.
  if (outcome === 'done') {
    for (const group of groupsOf(step.items)) {
      outcome = await prepareGroup(work, step.step, group, options);
      if (outcome !== 'done' || work.signal?.aborted) break;
    }
  }
  await work.log.append({ type: 'step-ended', step: step.step, outcome });
  return { step: step.step, title: step.title, outcome, questions };
}

async function prepareGroup(
  work: Work,
  step: string,
  group: Group,
  options: PrepareOptions,
): Promise<Extract<StepOutcome, 'done' | 'failed' | 'waiting'>> {
  if (group.kind === 'changes') {
    return makeChanges(work, step, group.items, foldCase(work.log.events).changes);
  }
  return perform(work, step, group.item, foldCase(work.log.events).acts.get(group.item.id)?.outcome, options);
}

type Group =
  | { readonly kind: 'changes'; readonly items: readonly PlannedChange[] }
  | { readonly kind: 'act'; readonly item: Exclude<PlannedItem, PlannedChange> };

/** Changes that follow each other are made together; anything else has its own turn. */
function groupsOf(items: readonly PlannedItem[]): readonly Group[] {
  const groups: Group[] = [];
  let open: PlannedChange[] = [];
  const close = (): void => {
    if (open.length > 0) groups.push({ kind: 'changes', items: open });
    open = [];
  };
  for (const item of items) {
    if (item.kind === 'change') open.push(item);
    else {
      close();
      if (item.kind !== 'person') groups.push({ kind: 'act', item });
    }
  }
  close();
  return groups;
}

/** What was to be done and was not; what was not to be done stays what it is. */
function notRun({ step, title, state }: PlanStep): PreparedStep {
  const outcome = state === 'nothing' || state === 'left-out' ? state : 'not-run';
  return { step, title, outcome, questions: [] };
}
