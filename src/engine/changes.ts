import { createHash } from 'node:crypto';
import type { CarriedOut } from '../hosts/host.js';
import type { CaseEvent, ChangeOutcome } from '../model/event.js';
import type { InstructionResult, LookResult, NotDone } from '../model/instruction.js';
import { type ResourceState, sameState } from '../model/resource.js';
import type { PlannedChange } from '../model/step.js';
import { copySent, keepCopy } from './copy.js';
import type { ChangeState } from '../caselog/state.js';
import { layersOf } from './layers.js';
import { isOurs, targetOf } from './target.js';
import { type Work, look, once, waitFor } from './work.js';

/** A change about to be made: what was found, and what it becomes. */
interface Due {
  readonly id: string;
  readonly after: readonly string[];
  readonly item: PlannedChange;
  readonly found: ResourceState;
  readonly to: ResourceState;
}

/**
 * Makes the changes of one step: looks at all in one trip, writes down what was found, then one trip a layer. What is already as wanted is
 * not touched.
 *
 * @throws HostError when the server stays out of reach: then the log says what was begun
 * @throws CopyError when the log's copy on the server could not be kept: then nothing was touched
 */
export async function makeChanges(
  work: Work,
  step: string,
  items: readonly PlannedChange[],
  known: ReadonlyMap<string, ChangeState>,
): Promise<'done' | 'failed'> {
  const copy = keepCopy(work.log);
  const upTo = work.log.events.length;
  const { found, others } = await look(work, new Map(items.map(item => [item.id, item.resource])), copy ? [copy] : []);
  await copySent(work, copy, upTo, others, true);

  const due: Due[] = [];
  const events: CaseEvent[] = [];
  let failed = false;
  for (const item of items) {
    const seen = found.get(item.id);
    const settled = settledBy(step, item, seen, known.get(item.id));
    if ('events' in settled) {
      events.push(...settled.events);
      failed ||= settled.failed;
      for (const event of settled.events) if (event.type === 'outcome') tell(work, item, event);
    } else due.push({ id: item.id, after: item.after, item, ...settled });
  }
  if (events.length > 0) await work.log.append(...events);
  for (const layer of layersOf(due)) failed = (await makeLayer(work, step, layer)) === 'failed' || failed;
  return failed ? 'failed' : 'done';
}

/** What needs no touch, with its events; or what is to be done. */
function settledBy(
  step: string,
  item: PlannedChange,
  seen: LookResult | NotDone | undefined,
  before: ChangeState | undefined,
):
  | { readonly events: readonly CaseEvent[]; readonly failed: boolean }
  | { readonly found: ResourceState; readonly to: ResourceState } {
  if (seen?.did !== 'looked') return { events: [outcome(item, 'unknown', 'unknown', seen?.why ?? null)], failed: true };
  if (seen.found === 'absent') return { events: [outcome(item, 'absent', 'absent', null)], failed: false };
  const to = targetOf(item.resource, seen.found, item.from, item.to);
  if (sameState(item.from, item.to)) {
    // A guard: nothing is set, what is there is written down so that it can be missed.
    if (before) return { events: [], failed: false };
    const found = seen.found;
    return { events: [intent(step, item, found, found), outcome(item, 'already', found, null)], failed: false };
  }
  if (!sameState(seen.found, to)) {
    if (canBeUndone(item, seen.found)) return { found: seen.found, to };
    return { events: [outcome(item, 'left-alone', seen.found, noWayBack)], failed: true };
  }
  const ours = before?.touched === true && before.putBack === undefined;
  return { events: [outcome(item, ours ? 'changed' : 'already', seen.found, null)], failed: false };
}

/** A command that is found with a value no line brings about could never be put back. */
function canBeUndone({ resource }: PlannedChange, found: ResourceState): boolean {
  return resource.kind !== 'command' || Object.hasOwn(resource.set, String(found['value']));
}

async function makeLayer(work: Work, step: string, layer: readonly Due[]): Promise<'done' | 'failed'> {
  let open = layer;
  let failed = false;
  for (let attempt = 0; open.length > 0; attempt += 1) {
    await work.log.append(...open.map(({ item, found, to }) => intent(step, item, found, to)));
    const { results, broke } = await setAll(work, open);
    const done = new Map(results.map(result => [result.id, result]));
    const events: CaseEvent[] = [];
    for (const { item } of open) {
      const result = done.get(item.id);
      if (!result) continue;
      const said = outcomeOf(item, result);
      events.push(said);
      failed ||= isFailure(said);
      tell(work, item, said);
    }
    if (events.length > 0) await work.log.append(...events);
    failed = (await confirmAlive(work, open, done)) === 'failed' || failed;
    if (!broke) return failed || open.some(({ id }) => !done.has(id)) ? 'failed' : 'done';
    await waitFor(work, attempt, broke);
    const after = await stillOpen(
      work,
      open.filter(({ id }) => !done.has(id)),
    );
    open = after.open;
    failed ||= after.failed;
  }
  return failed ? 'failed' : 'done';
}

/**
 * The server still hears us: its timers that would set things back are ended. One that had fired already undid the change.
 *
 * @throws HostError when the server is out of reach: then it sets things back by itself
 */
async function confirmAlive(
  work: Work,
  open: readonly Due[],
  done: ReadonlyMap<string, InstructionResult>,
): Promise<'done' | 'failed'> {
  const armed = open.filter(({ id, item }) => item.deadManSeconds !== undefined && done.get(id)?.did === 'set');
  if (armed.length === 0) return 'done';
  const { results, broke } = await once(
    work,
    armed.map(({ id }) => ({ kind: 'disarm' as const, id, deadManId: deadManId(id) })),
  );
  if (broke) throw broke;
  const fired = armed.filter(({ id }) => results.find(result => result.id === id)?.did !== 'disarmed');
  if (fired.length === 0) return 'done';
  await work.log.append(...fired.map(({ item, found }) => outcome(item, 'failed', found, setBackByHost)));
  return 'failed';
}

/** Stored in the log, where every language reads it. */
const setBackByHost = 'the server had set it back by itself, since nobody confirmed in time';

const noWayBack = 'no command is known that would set it back to what was found';

/** Letters and digits only: it names a file on the host. */
function deadManId(item: string): string {
  return createHash('sha256').update(item).digest('hex').slice(0, 16);
}

/**
 * After a broken link: looks at what has no result, writes down what was done after all, and gives back what is left to do. What is neither
 * as it was found nor half done somebody else has changed meanwhile: it is left alone.
 */
async function stillOpen(
  work: Work,
  without: readonly Due[],
): Promise<{ readonly open: readonly Due[]; readonly failed: boolean }> {
  const { found } = await look(work, new Map(without.map(({ id, item }) => [id, item.resource])));
  const open: Due[] = [];
  const events: OutcomeEvent[] = [];
  for (const due of without) {
    const seen = found.get(due.id);
    if (seen?.did !== 'looked') events.push(outcome(due.item, 'unknown', 'unknown', seen?.why ?? null));
    else if (seen.found === 'absent') events.push(outcome(due.item, 'absent', 'absent', null));
    else if (sameState(seen.found, due.to)) events.push(outcome(due.item, 'changed', seen.found, null));
    else if (isOurs(seen.found, due.found, due.to)) open.push({ ...due, found: seen.found });
    else events.push(outcome(due.item, 'left-alone', seen.found, null));
  }
  if (events.length > 0) await work.log.append(...events);
  return { open, failed: events.some(isFailure) };
}

function isFailure({ outcome: said }: OutcomeEvent): boolean {
  return said !== 'changed' && said !== 'absent';
}

async function setAll(work: Work, due: readonly Due[]): Promise<CarriedOut> {
  const copy = keepCopy(work.log);
  const upTo = work.log.events.length;
  const carried = await once(work, [
    ...(copy ? [copy] : []),
    ...due.map(({ id, item, found, to }) => ({
      kind: 'set' as const,
      id,
      resource: item.resource,
      from: [found],
      to,
      ...(item.timeoutSeconds === undefined ? {} : { timeoutSeconds: item.timeoutSeconds }),
      ...(item.deadManSeconds === undefined ? {} : { deadMan: { seconds: item.deadManSeconds, id: deadManId(id) } }),
    })),
  ]);
  // The changes are made; a copy that could not be kept this time stops the next ones.
  if (!carried.broke) await copySent(work, copy, upTo, carried.results, false);
  return carried;
}

function intent(step: string, item: PlannedChange, found: ResourceState, to: ResourceState): CaseEvent {
  return {
    type: 'intent',
    item: item.id,
    step,
    resource: item.resource,
    found,
    to,
    ...(item.lost ? { lost: item.lost } : {}),
    after: item.after,
  };
}

type OutcomeEvent = Extract<CaseEvent, { type: 'outcome' }>;

function outcome(
  item: PlannedChange,
  said: ChangeOutcome,
  left: OutcomeEvent['left'],
  why: string | null,
  seconds = 0,
): OutcomeEvent {
  return { type: 'outcome', item: item.id, outcome: said, left, why, seconds };
}

function outcomeOf(item: PlannedChange, result: InstructionResult): OutcomeEvent {
  const seconds = Math.round(result.ms / 100) / 10;
  switch (result.did) {
    case 'set':
    case 'nothing':
      return outcome(item, 'changed', result.left, null, seconds);
    case 'differs':
      return outcome(item, 'left-alone', result.left, result.why ?? null, seconds);
    case 'absent':
      return outcome(item, 'absent', 'absent', null, seconds);
    case 'failed':
      return outcome(item, 'failed', result.left, result.why ?? null, seconds);
    case 'not-done':
      return outcome(item, 'unknown', 'unknown', result.why, seconds);
    default:
      return outcome(item, 'unknown', 'unknown', `an answer that does not fit: ${result.did}`, seconds);
  }
}

function tell(work: Work, item: PlannedChange, { outcome: said, why }: ReturnType<typeof outcome>): void {
  work.tell?.({ kind: 'item', item: item.id, text: item.text, outcome: said, ...(why === null ? {} : { why }) });
}
