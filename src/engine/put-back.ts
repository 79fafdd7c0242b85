import { HostError } from '../hosts/host-error.js';
import { say } from '../i18n/text.js';
import type { CaseEvent, PutBackOutcome, StampedEvent } from '../model/event.js';
import type { InstructionResult, LookResult, NotDone } from '../model/instruction.js';
import { type PutBackItem, isBack } from '../model/put-back.js';
import { type ResourceState, resourceName, sameState } from '../model/resource.js';
import { acceptanceOf, demandItems } from './accept.js';
import { compareCopy, copySent, keepCopy } from './copy.js';
import { type ChangeState, foldCase } from '../caselog/state.js';
import { layersOf, reversed } from './layers.js';
import { changedFields, isOurs, targetOf } from './target.js';
import { type Work, look, once, waitFor } from './work.js';

export interface PutBackOptions {
  /** Items to be set as they were whatever is found: somebody decided. */
  readonly force?: ReadonlySet<string>;
}

interface Due {
  readonly id: string;
  readonly after: readonly string[];
  readonly state: ChangeState;
  readonly found: ResourceState;
  readonly to: ResourceState;
  readonly forced: boolean;
}

/**
 * Puts back everything the log says was touched, item by item, in the opposite order: looks at all in one trip, then one trip a layer. One
 * that fails never stops the rest. Can be repeated until all is well.
 *
 * @throws InputError when an item to be forced is none of this case
 * @throws HostError when the server stays out of reach: what was put back until then is in the log
 */
export async function putBack(work: Work, options: PutBackOptions = {}): Promise<readonly PutBackItem[]> {
  const { changes } = foldCase(work.log.events);
  demandItems(changes, options.force ?? []);
  const items = [...changes.values()];
  const { found } = await look(work, new Map(items.map(item => [item.item, item.resource])));
  const done = new Map<string, PutBackItem>();
  const due: Due[] = [];
  const events: CaseEvent[] = [];
  for (const state of items) {
    const forced = options.force?.has(state.item) ?? false;
    const judged = guardsNothing(state, found) ?? judge(state, found.get(state.item), forced);
    if ('to' in judged) {
      due.push({ id: state.item, after: state.after, state, forced, ...judged });
    } else {
      done.set(state.item, judged);
      events.push(eventOf(judged, forced));
    }
  }
  if (events.length > 0) await work.log.append(...events);
  for (const layer of layersOf(reversed(due))) {
    for (const item of await restoreLayer(work, layer)) done.set(item.item, item);
  }
  if (due.length > 0) await lookAtAllAgain(work, items, done);
  await lastCopy(work);
  return items.flatMap(({ item }) => done.get(item) ?? []);
}

/** What was only watched over is not written again for something that is no longer there: that would leave half a thing behind. */
function guardsNothing(state: ChangeState, found: ReadonlyMap<string, LookResult | NotDone>): PutBackItem | undefined {
  if (changedFields(state.was, state.to).length > 0) return undefined;
  const guarded = state.after.map(item => found.get(item));
  const gone = guarded.some(seen => seen?.did === 'looked' && seen.found === 'absent');
  const own = found.get(state.item);
  if (!gone || own?.did !== 'looked' || own.found === 'absent' || sameState(own.found, state.was)) return undefined;
  return end(state, 'gone', own.found, own.found, undefined);
}

/** What is found decides: nothing to do, not ours any more, gone, or to be set. */
function judge(
  state: ChangeState,
  seen: LookResult | NotDone | undefined,
  forced: boolean,
): PutBackItem | { readonly found: ResourceState; readonly to: ResourceState } {
  if (seen?.did !== 'looked') return end(state, 'failed', 'unknown', 'unknown', seen?.why ?? notLooked);
  const { found } = seen;
  if (found === 'absent') return end(state, 'gone', 'absent', 'absent', undefined);
  const { was, to, lost } = state;
  if (sameState(found, was)) return end(state, 'kept', found, found, undefined);
  if (forced) return { found, to: was };
  if (lost && sameState(found, lost)) return { found, to: was };
  const changed = changedFields(was, to);
  if (changed.length === 0) return end(state, 'drifted', found, found, undefined);
  const ours =
    state.resource.kind === 'service' || state.resource.kind === 'unit'
      ? changed.every(name => found[name] === was[name] || found[name] === to[name])
      : isOurs(found, was, to);
  if (!ours) return end(state, 'drifted', found, found, undefined);
  const target = targetOf(state.resource, found, to, was);
  // Only what we never touched is other than it was: somebody else's doing.
  if (sameState(target, found)) return end(state, 'drifted', found, found, undefined);
  return { found, to: target };
}

async function restoreLayer(work: Work, layer: readonly Due[]): Promise<readonly PutBackItem[]> {
  const ended: PutBackItem[] = [];
  let open = layer;
  for (let attempt = 0; open.length > 0; attempt += 1) {
    await work.log.append(...open.map(({ id, to }): CaseEvent => ({ type: 'put-back-intent', item: id, to })));
    const { results, broke } = await setAll(work, open);
    const byId = new Map(results.map(result => [result.id, result]));
    const moved = attempt < stillMoving ? open.flatMap(due => stillOurs(due, byId.get(due.id)) ?? []) : [];
    const again = new Set(moved.map(({ id }) => id));
    const settled = open.flatMap(due => {
      const result = byId.get(due.id);
      return result && !again.has(due.id) ? [{ due, item: itemOf(due, result) }] : [];
    });
    if (settled.length > 0) await work.log.append(...settled.map(({ due, item }) => eventOf(item, due.forced)));
    for (const { item, due } of settled) {
      ended.push(item);
      work.tell?.({
        kind: 'item',
        item: item.item,
        text: say({ en: resourceName(due.state.resource), es: resourceName(due.state.resource) }),
        outcome: item.outcome,
        why: item.why,
      });
    }
    open = [...open.filter(({ id }) => !byId.has(id)), ...moved];
    if (!broke && moved.length > 0 && attempt < stillMoving) continue;
    if (!broke) {
      // A program that ended without a word on some: they count as not restored until the next look.
      const silent = open.map(due => end(due.state, 'failed', due.found, 'unknown', notLooked));
      if (silent.length > 0) await work.log.append(...silent.map(item => eventOf(item, false)));
      return [...ended, ...silent];
    }
    await waitFor(work, attempt, broke);
    open = await lookAgain(work, open, ended);
  }
  return ended;
}

/** How often something that is just starting or stopping is taken as it is then, and set again. */
const stillMoving = 2;

/** Between the look and the set a service came to its end or its start, as we had told it to: it is ours, only further on. */
function stillOurs(due: Due, result: InstructionResult | undefined): Due | undefined {
  if (result?.did !== 'differs' || result.found === 'absent') return undefined;
  const judged = judge(due.state, { id: due.id, ms: 0, did: 'looked', found: result.found }, due.forced);
  return 'to' in judged ? { ...due, ...judged } : undefined;
}

/** After a broken link: what is as it was by now is done, the rest is begun again with what is found. */
async function lookAgain(work: Work, open: readonly Due[], ended: PutBackItem[]): Promise<readonly Due[]> {
  const { found } = await look(work, new Map(open.map(({ id, state }) => [id, state.resource])));
  const left: Due[] = [];
  for (const due of open) {
    const judged = judge(due.state, found.get(due.id), due.forced);
    if ('to' in judged) {
      left.push({ ...due, ...judged });
      continue;
    }
    // As it was before us by now: the trip that broke off had done it.
    const item =
      judged.outcome === 'kept' && judged.left !== 'absent' && judged.left !== 'unknown'
        ? restored(due, judged.left)
        : judged;
    await work.log.append(eventOf(item, due.forced));
    ended.push(item);
  }
  return left;
}

async function setAll(work: Work, due: readonly Due[]): ReturnType<typeof once> {
  const copy = keepCopy(work.log);
  const upTo = work.log.events.length;
  const carried = await once(work, [
    ...(copy ? [copy] : []),
    ...due.map(({ id, state, found, to, forced }) => ({
      kind: 'set' as const,
      id,
      resource: state.resource,
      from: [found],
      to,
      ...(forced ? { force: true } : {}),
    })),
  ]);
  // Putting back goes on without a copy: it is what the server needs now.
  if (!carried.broke) await copySent(work, copy, upTo, carried.results, false);
  return carried;
}

/**
 * Looks once more at all that is said to be back. What starts may start what it needs, which was to stay stopped, and what was stopped may be
 * started again by something that guards it: then it is not as it was, and must not be told so. What was only watched over may be lost once
 * more when its service is set (Wine's service manager forgets what a service depends on): that is set again, once.
 */
async function lookAtAllAgain(
  work: Work,
  items: readonly ChangeState[],
  done: Map<string, PutBackItem>,
): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const changed = await changedAgain(work, items, done);
    const lost = turn === 0 ? changed.flatMap(({ state, item }) => dueAgain(state, item) ?? []) : [];
    if (lost.length === 0) {
      if (changed.length > 0) await work.log.append(...changed.map(({ item }) => eventOf(item, false)));
      for (const { item } of changed) done.set(item.item, item);
      return;
    }
    for (const item of await restoreLayer(work, lost)) done.set(item.item, item);
  }
}

function dueAgain(state: ChangeState, { outcome, left }: PutBackItem): Due | undefined {
  const { item, after, was, lost } = state;
  if (outcome !== 'drifted' || !lost || typeof left === 'string' || !sameState(left, lost)) return undefined;
  return { id: item, after, state, found: left, to: was, forced: false };
}

async function changedAgain(
  work: Work,
  items: readonly ChangeState[],
  done: ReadonlyMap<string, PutBackItem>,
): Promise<readonly { readonly state: ChangeState; readonly item: PutBackItem }[]> {
  const back = items.filter(({ item }) => {
    const ended = done.get(item);
    return ended !== undefined && isBack(ended);
  });
  const copy = keepCopy(work.log);
  const upTo = work.log.events.length;
  const resources = new Map(back.map(({ item, resource }) => [item, resource]));
  const { found, others } = await look(work, resources, copy ? [copy] : []);
  await copySent(work, copy, upTo, others, false);
  const there = new Map<string, LookResult | NotDone>(found);
  for (const [id, { outcome }] of done)
    if (outcome === 'gone') there.set(id, { id, ms: 0, did: 'looked', found: 'absent' });
  return back.flatMap(state => {
    const item =
      guardsNothing(state, there) ??
      changedItem(state, found.get(state.item), done.get(state.item)?.found ?? 'unknown');
    return item ? [{ state, item }] : [];
  });
}

function changedItem(
  state: ChangeState,
  seen: LookResult | NotDone | undefined,
  before: PutBackItem['found'],
): PutBackItem | undefined {
  if (seen?.did !== 'looked') return end(state, 'failed', before, 'unknown', seen?.why ?? notLooked);
  if (seen.found === 'absent') return end(state, 'gone', before, 'absent', undefined);
  return sameState(seen.found, state.was) ? undefined : end(state, 'drifted', before, seen.found, changedByItself);
}

/** So that the server's own copy tells that all was put back. Not being able to is no failure of putting back. */
async function lastCopy(work: Work): Promise<void> {
  const copy = keepCopy(work.log);
  const upTo = work.log.events.length;
  try {
    if (copy && !tellsAll(work.log.events)) {
      const { results } = await once(work, [copy]);
      await copySent(work, copy, upTo, results, false);
    }
    await compareCopy(work);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    work.tell?.({ kind: 'note', text: error.text });
  }
}

/** Whether the copy lacks nothing but that it was kept. */
function tellsAll(events: readonly StampedEvent[]): boolean {
  const kept = events.findLast(event => event.type === 'copy-kept');
  return kept?.type === 'copy-kept' && events.slice(kept.upTo).every(event => event.type === 'copy-kept');
}

function itemOf(due: Due, result: InstructionResult): PutBackItem {
  switch (result.did) {
    case 'set':
    case 'nothing':
      return result.left === 'absent'
        ? end(due.state, 'gone', due.found, 'absent', undefined)
        : restored(due, result.left);
    case 'differs':
      return end(due.state, 'drifted', result.found, result.left, result.why);
    case 'absent':
      return end(due.state, 'gone', due.found, 'absent', undefined);
    case 'failed':
      return end(due.state, 'failed', due.found, result.left, result.why ?? notLooked);
    case 'not-done':
      return end(due.state, 'failed', due.found, 'unknown', result.why);
    default:
      return end(due.state, 'failed', due.found, 'unknown', `an answer that does not fit: ${result.did}`);
  }
}

/** What we changed is back; when something else of it is not as it was, that is said. */
function restored(due: Due, left: ResourceState): PutBackItem {
  return end(due.state, sameState(left, due.state.was) ? 'restored' : 'drifted', due.found, left, undefined);
}

function end(
  change: ChangeState,
  outcome: PutBackOutcome,
  found: PutBackItem['found'],
  left: PutBackItem['left'],
  why: string | undefined,
): PutBackItem {
  const { item, step, resource, was } = change;
  const accepted = acceptanceOf(change, outcome, left);
  return {
    item,
    step,
    name: resourceName(resource),
    outcome,
    was,
    found,
    left,
    why,
    ...(accepted ? { accepted } : {}),
  };
}

function eventOf({ item, outcome, found, left, was, why }: PutBackItem, forced: boolean): CaseEvent {
  return { type: 'put-back', item, outcome, found, left, was, forced, why: why ?? null };
}

/** Stored in the log, where every language reads them. */
const changedByItself = 'it was as before, and is not any more now that the rest is put back';
const notLooked = 'the server gave no answer';
