import { steps as allSteps } from '../../steps/registry.generated.js';
import type { PlanChoices } from '../../model/plan-choices.js';
import type { CaseLog } from '../../model/case-log.js';
import type { Plan } from '../../model/plan.js';
import type { StepSituation } from '../../model/step.js';
import { ownSteps } from '../../steps/own/own-steps.js';
import { foldCase } from '../../caselog/state.js';
import { buildPlan } from '../plan.js';
import type { KeptRecording } from './case-work.js';
import { type StoredPlan, caseOf, choicesOf } from './stored.js';

export interface PlanCaseOptions {
  readonly now: Date;
  readonly wayIn: StepSituation['wayIn'];
  /** New choices, kept in the log; left out: those that were made before. */
  readonly choices?: PlanChoices;
  readonly to?: string | undefined;
}

/** Makes the plan of a case from a recording it holds, and keeps it. */
export async function planCase(log: CaseLog, kept: KeptRecording, options: PlanCaseOptions): Promise<StoredPlan> {
  if (options.choices) await log.append({ type: 'choices-made', choices: options.choices });
  const plan = makePlan(log, kept, options);
  const sha256 = await log.store({ kind: 'plan', name: 'plan.json', bytes: Buffer.from(JSON.stringify(plan)) });
  await log.append({ type: 'plan-made', plan: sha256, fingerprint: plan.fingerprint });
  return { plan, sha256, recording: kept.recording };
}

/** The plan as it would be made now; nothing is kept. */
export function makePlan(log: CaseLog, kept: KeptRecording, options: Omit<PlanCaseOptions, 'choices'>): Plan {
  const choices = choicesOf(log.events);
  return buildPlan(kept.recording, {
    to: options.to ?? caseOf(log.events).to ?? undefined,
    now: options.now,
    recordingSha256: kept.sha256,
    choices,
    own: ownSteps(choices),
    wayIn: options.wayIn,
    steps: allSteps,
    learned: learned(log),
  });
}

/** What things took on this server before: its own log knows better than any estimate. */
function learned(log: CaseLog): ReadonlyMap<string, number> {
  const seconds = new Map<string, number>();
  const { changes, acts } = foldCase(log.events);
  for (const item of changes.values()) {
    if (item.outcome === 'changed' && item.seconds !== undefined) seconds.set(item.item, Math.ceil(item.seconds));
  }
  for (const { item, event } of acts.values()) {
    if (event?.outcome === 'done') seconds.set(item, Math.ceil(event.seconds));
  }
  return seconds;
}
