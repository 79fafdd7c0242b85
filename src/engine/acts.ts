import { type Text, say } from '../i18n/text.js';
import type { CaseEvent } from '../model/event.js';
import type { Evidence } from '../model/finding.js';
import type { PlannedHandOver, PlannedLogOff, PlannedMail, PlannedPerson, PlannedRun } from '../model/step.js';
import type { ActState } from '../caselog/state.js';
import { copySent, keepCopy } from './copy.js';
import { type Work, once } from './work.js';

/** Things that are done and have no undo. */
export type Act = PlannedRun | PlannedMail | PlannedLogOff | PlannedHandOver | PlannedPerson;

/** How an act ended. */
export interface ActResult {
  readonly outcome: 'done' | 'failed' | 'unknown';
  readonly why?: string;
  readonly data?: Evidence;
}

/** Who does what does not happen on the server alone. Given in, so that a rehearsal sends no mail. */
export interface Performers {
  mail(item: PlannedMail): Promise<ActResult>;
  logOff(item: PlannedLogOff, work: Work): Promise<ActResult>;
}

/**
 * Does one act, once: what is done is not done again, and what may have been done (a run broke off in the middle) only when somebody says so.
 *
 * @throws HostError, CopyError as prepare
 */
export async function perform(
  work: Work,
  step: string,
  item: Act,
  before: ActState['outcome'] | undefined,
  { repeat, performers }: { readonly repeat?: ReadonlySet<string>; readonly performers: Performers },
): Promise<'done' | 'failed' | 'waiting'> {
  if (before === 'done' && !repeat?.has(item.id)) return 'done';
  const mayBeDone = before === 'open' || before === 'unknown';
  // To hand over is only to say so: twice is as once.
  if (mayBeDone && item.kind !== 'hand-over' && !repeat?.has(item.id)) {
    if (before === 'open') await work.log.append(ended(item, { outcome: 'unknown', why: brokeOff }, 0));
    work.tell?.({ kind: 'note', text: askedFor(item.id, item.text) });
    return 'waiting';
  }
  const started = work.now().getTime();
  await work.log.append({ type: 'act-intent', item: item.id, step, what: item.text });
  const result = await doIt(work, item, performers);
  const handedOver: readonly CaseEvent[] = item.kind === 'hand-over' ? [{ type: 'handed-over' }] : [];
  await work.log.append(ended(item, result, (work.now().getTime() - started) / 1000), ...handedOver);
  // What is to be done now is for the person: nothing of it is done yet.
  const outcome = item.kind === 'hand-over' ? {} : { outcome: result.outcome, why: result.why };
  work.tell?.({ kind: 'item', item: item.id, text: item.text, ...outcome });
  return result.outcome === 'done' ? 'done' : result.outcome === 'failed' ? 'failed' : 'waiting';
}

async function doIt(work: Work, item: Act, performers: Performers): Promise<ActResult> {
  switch (item.kind) {
    case 'run':
      return runLine(work, item);
    case 'mail':
      return performers.mail(item);
    case 'log-off':
      return performers.logOff(item, work);
    case 'hand-over':
    case 'person':
      return { outcome: 'done' };
  }
}

async function runLine(work: Work, item: PlannedRun): Promise<ActResult> {
  const copy = keepCopy(work.log);
  const upTo = work.log.events.length;
  const { results, broke } = await once(work, [
    ...(copy ? [copy] : []),
    {
      kind: 'run',
      id: item.id,
      line: item.line,
      ...(item.encoding ? { encoding: item.encoding } : {}),
      ...(item.timeoutSeconds === undefined ? {} : { timeoutSeconds: item.timeoutSeconds }),
    },
  ]);
  if (!broke) await copySent(work, copy, upTo, results, false);
  const result = results.find(({ id }) => id === item.id);
  if (!result) {
    if (broke) return { outcome: 'unknown', why: broke.message };
    return { outcome: 'unknown', why: brokeOff };
  }
  if (result.did !== 'ran') return { outcome: 'unknown', why: 'why' in result ? (result.why ?? brokeOff) : brokeOff };
  const good = (item.goodExits ?? [0]).includes(result.exit);
  const said = (result.err ?? result.text).trim().slice(0, 500);
  return { outcome: good ? 'done' : 'failed', ...(good ? {} : { why: said }), data: { exit: result.exit } };
}

function ended(item: Act, { outcome, why, data }: ActResult, seconds: number): CaseEvent {
  return {
    type: 'act-outcome',
    item: item.id,
    outcome,
    why: why ?? null,
    ...(data ? { data } : {}),
    seconds: Math.round(seconds * 10) / 10,
  };
}

/** Stored in the log, where every language reads it. */
const brokeOff = 'the run broke off before its end was known';

const askedFor = (id: string, text: Text): Text =>
  say({
    en: `“${text.en}” was begun by a run that broke off; it may have been done. See for yourself, then run again with --repeat ${id}, or leave it out with a reason.`,
    es: `«${text.es}» lo empezó una ejecución que se interrumpió; puede que se hiciera. Compruébelo y vuelva a ejecutar con --repeat ${id}, u omítalo indicando el motivo.`,
  });
