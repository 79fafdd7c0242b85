import { identity } from '../../facts/identity.js';
import { type Text, say } from '../../i18n/text.js';
import { InputError } from '../../model/input-error.js';
import type { Plan } from '../../model/plan.js';
import { answeredItems } from '../answers.js';
import { expectedByPlan } from '../expected.js';
import type { ChangedFact } from '../../model/comparison.js';
import { changedFacts } from '../fingerprint.js';
import { foldCase } from '../../caselog/state.js';
import type { Prepared } from '../../model/prepared.js';
import { prepare } from '../prepare.js';
import { FactReader } from '../read.js';
import type { Work } from '../work.js';
import { type CaseWork, type KeptRecording, gatherForCase } from './case-work.js';
import { makePlan } from './plan-case.js';
import { type StoredPlan, demandPlan } from './stored.js';

export interface PrepareCaseOptions {
  readonly repeat?: ReadonlySet<string>;
}

export interface PreparedCase extends Prepared {
  /** What was no longer as planned, and is not our own doing. */
  readonly changed: readonly ChangedFact[];
}

/**
 * Carries out the plan of a case: asks the server again first, and goes on only when the plan still fits it.
 *
 * @throws InputError when there is no plan, or it does not fit the server any more
 * @throws HostError, CopyError
 */
export async function prepareCase(work: CaseWork, options: PrepareCaseOptions = {}): Promise<PreparedCase> {
  const stored = await demandPlan(work.log);
  const kept = await gatherForCase(work, 'prepare');
  const changed = whatChanged(work, stored, kept);
  demandSameServer(stored, kept);
  demandFit(stored.plan, makePlan(work.log, kept, { now: work.now(), wayIn: work.wayIn, to: stored.plan.path }), work);
  const people = stored.plan.steps.flatMap(step => step.items).filter(item => item.kind === 'person');
  const prepared = await prepare(runOn(work, kept), {
    plan: stored.plan,
    planSha256: stored.sha256,
    answered: answeredItems(work.log.events, people, work.now()),
    performers: work.performers,
    ...(options.repeat ? { repeat: options.repeat } : {}),
  });
  return { ...prepared, changed };
}

/** The work of a run, by the executor that has just answered. */
export function runOn(
  work: Pick<CaseWork, 'log' | 'host' | 'now' | 'pause' | 'signal' | 'tell'>,
  { recording }: KeptRecording,
): Work {
  const { log, host, now, pause, signal, tell } = work;
  return {
    log,
    host,
    executor: recording.executor,
    now,
    pause,
    ...(signal ? { signal } : {}),
    ...(tell ? { tell } : {}),
  };
}

function whatChanged({ log }: CaseWork, stored: StoredPlan, kept: KeptRecording): readonly ChangedFact[] {
  return changedFacts(stored.recording, kept.recording, expectedByPlan(foldCase(log.events).changes.values()));
}

/** @throws InputError when another server answers, or the same one as another product */
function demandSameServer(stored: StoredPlan, kept: KeptRecording): void {
  const [before, now] = [stored.recording, kept.recording].map(recording => {
    const who = new FactReader(recording).read(identity);
    return who.state === 'known'
      ? { computer: who.value.computer.toLowerCase(), product: who.value.product }
      : undefined;
  });
  if (before && now && (before.computer !== now.computer || before.product !== now.product)) {
    throw new InputError(otherServer);
  }
}

/** @throws InputError when the server now has something to prepare that nobody planned or rehearsed */
function demandFit(plan: Plan, again: Plan, { log }: CaseWork): void {
  const ours = foldCase(log.events).changes;
  const planned = new Set(plan.steps.flatMap(step => [...step.items, ...step.leftOut].map(item => item.id)));
  const leftOut = new Set(plan.steps.filter(step => step.state === 'left-out').map(step => step.step));
  const fresh = again.steps
    .filter(step => !leftOut.has(step.step))
    .flatMap(step => step.items)
    .filter(item => !planned.has(item.id) && !ours.has(item.id));
  if (fresh.length > 0) throw new InputError(notPlanned(fresh.map(item => item.text)));
}

const otherServer = say({
  en: 'This is not the server the plan was made for: its name or its product is another. Nothing was touched. Plan anew if the upgrade has not begun (antesala plan), or put back if it is done (antesala put-back).',
  es: 'Este no es el servidor para el que se hizo el plan: su nombre o su producto es otro. No se ha tocado nada. Si la actualización no ha empezado, planifique de nuevo (antesala plan); si ya está hecha, devuelva todo a su estado (antesala put-back).',
});

const notPlanned = (texts: readonly Text[]): Text =>
  say({
    en: f =>
      `The server has changed since the plan was made; it does not cover: ${f.list(
        texts.map(text => text.en),
        5,
      )} Nothing was touched. Plan again: antesala plan CASE.`,
    es: f =>
      `El servidor ha cambiado desde que se hizo el plan, que no contempla: ${f.list(
        texts.map(text => text.es),
        5,
      )} No se ha tocado nada. Planifique de nuevo: antesala plan CASO.`,
  });
