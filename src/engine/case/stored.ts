import { readRecording } from '../../hosts/recorded/recording-text.js';
import { say } from '../../i18n/text.js';
import type { CaseLog } from '../../model/case-log.js';
import type { GatherPurpose, StampedEvent } from '../../model/event.js';
import { InputError } from '../../model/input-error.js';
import type { Plan } from '../../model/plan.js';
import { type PlanChoices, defaultChoices } from '../../model/plan-choices.js';
import type { Recording } from '../../model/recording.js';

type EventOf<T extends StampedEvent['type']> = Extract<StampedEvent, { readonly type: T }>;

/** The newest event of a kind. */
export function latest<T extends StampedEvent['type']>(
  events: readonly StampedEvent[],
  type: T,
  fits: (event: EventOf<T>) => boolean = () => true,
): EventOf<T> | undefined {
  return events.findLast((event): event is EventOf<T> => event.type === type && fits(event as EventOf<T>));
}

export function caseOf(events: readonly StampedEvent[]): EventOf<'case-created'> {
  const [first] = events;
  if (first?.type !== 'case-created')
    throw new Error('A log whose first event is not the making of its case was opened.');
  return first;
}

export function choicesOf(events: readonly StampedEvent[]): PlanChoices {
  return latest(events, 'choices-made')?.choices ?? defaultChoices;
}

/** The newest recording kept for one of these purposes; undefined when there is none. */
export async function recordingOf(
  log: CaseLog,
  purposes: readonly GatherPurpose[],
): Promise<{ readonly recording: Recording; readonly sha256: string } | undefined> {
  const event = latest(log.events, 'facts-gathered', ({ purpose }) => purposes.includes(purpose));
  return event && { recording: await recordingWith(log, event.recording), sha256: event.recording };
}

export async function recordingWith(log: CaseLog, sha256: string): Promise<Recording> {
  return readRecording(Buffer.from(await log.evidence(sha256)).toString('utf8'), `evidence/${sha256}`);
}

export interface StoredPlan {
  readonly plan: Plan;
  readonly sha256: string;
  /** The recording it was made from. */
  readonly recording: Recording;
}

/** The plan that counts; undefined when none was made. */
export async function planOf(log: CaseLog): Promise<StoredPlan | undefined> {
  const event = latest(log.events, 'plan-made');
  if (!event) return undefined;
  // Its bytes have the hash the log names: what stands in it was written by us.
  const plan = JSON.parse(Buffer.from(await log.evidence(event.plan)).toString('utf8')) as Plan;
  return { plan, sha256: event.plan, recording: await recordingWith(log, plan.recording) };
}

/** @throws InputError when there is no plan yet */
export async function demandPlan(log: CaseLog): Promise<StoredPlan> {
  const stored = await planOf(log);
  if (stored) return stored;
  throw new InputError(
    say({
      en: 'This case has no plan yet. Make one first: antesala plan CASE.',
      es: 'Este caso todavía no tiene un plan. Hágalo primero: antesala plan CASO.',
    }),
  );
}
