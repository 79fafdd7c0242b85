import type { ChangeOutcome } from '../model/event.js';
import { type ResourceState, sameFound } from '../model/resource.js';
import type { ChangeState, Logged } from './state.js';

/** The changes of a case, from their five kinds of event. */
export class ChangeFold {
  readonly byItem = new Map<string, ChangeState>();
  /** Items that an intent before the latest one may have changed already. */
  readonly #touchedEarlier = new Set<string>();

  add(event: Logged<'intent' | 'outcome' | 'put-back-intent' | 'put-back' | 'accepted'>): void {
    const before = this.byItem.get(event.item);
    if (event.type === 'intent') this.#intended(event, before);
    // An outcome of something never intended says nothing of what it was before: it cannot be put back from here
    else if (before) this.byItem.set(event.item, this.#happened(event, before));
  }

  /**
   * What is found now may be our own doing: then what it was before us is what an earlier intent found. Not so once it was put back, or was
   * left as somebody else had made it: from there on, what is found is what the server has. Nor where somebody else changed it between two
   * runs of ours.
   */
  #intended({ item, step, resource, found, to, lost, after, seq }: Logged<'intent'>, before?: ChangeState): void {
    const ours = before?.touched === true && !putBackEnded(before);
    if (ours) this.#touchedEarlier.add(item);
    else this.#touchedEarlier.delete(item);
    this.byItem.set(item, {
      item,
      step,
      resource,
      was: ours ? wasBeforeUs(before, found) : found,
      found,
      to,
      lost,
      after,
      outcome: 'open',
      touched: true,
      left: undefined,
      why: null,
      seconds: undefined,
      intent: seq,
      putBack: undefined,
      putBackEvent: undefined,
      acceptance: undefined,
    });
  }

  #happened(event: Logged<'outcome' | 'put-back-intent' | 'put-back' | 'accepted'>, before: ChangeState): ChangeState {
    switch (event.type) {
      case 'outcome':
        return changed(before, {
          outcome: event.outcome,
          touched: this.#touchedEarlier.has(event.item) || mayHaveChanged.has(event.outcome),
          left: event.left,
          why: event.why,
          seconds: event.seconds,
          putBack: before.putBack,
          putBackEvent: before.putBackEvent,
          acceptance: before.acceptance,
        });
      case 'put-back-intent':
      case 'put-back':
      case 'accepted':
        return changed(before, putBackAfter(event, before));
    }
  }
}

type Happened = Pick<
  ChangeState,
  'outcome' | 'touched' | 'left' | 'why' | 'seconds' | 'putBack' | 'putBackEvent' | 'acceptance'
>;

/** What putting back, or its acceptance, adds to what was done. */
function putBackAfter(event: Logged<'put-back-intent' | 'put-back' | 'accepted'>, before: ChangeState): Happened {
  const { outcome, touched, left, why, seconds, putBack, putBackEvent, acceptance } = before;
  switch (event.type) {
    case 'put-back-intent':
      return { outcome, touched, left, why, seconds, putBack: 'open', putBackEvent: undefined, acceptance };
    case 'put-back':
      return {
        outcome,
        touched,
        left,
        why,
        seconds,
        putBack: event.outcome,
        putBackEvent: event,
        acceptance: acceptanceAfter(event, before),
      };
    case 'accepted':
      return { outcome, touched, left, why, seconds, putBack, putBackEvent, acceptance: { event, overtaken: false } };
  }
}

/** Written out rather than spread, which V8 does so slowly that it took a tenth of the time of opening a long log. */
function changed(
  { item, step, resource, was, found, to, lost, after, intent }: ChangeState,
  { outcome, touched, left, why, seconds, putBack, putBackEvent, acceptance }: Happened,
): ChangeState {
  return {
    item,
    step,
    resource,
    was,
    found,
    to,
    lost,
    after,
    outcome,
    touched,
    left,
    why,
    seconds,
    intent,
    putBack,
    putBackEvent,
    acceptance,
  };
}

/** Of services and units field by field; of anything else only as a whole, since the fields of a file or value belong together. */
function wasBeforeUs({ resource, was, to }: ChangeState, found: ResourceState): ResourceState {
  const names = [...new Set([...Object.keys(was), ...Object.keys(to), ...Object.keys(found)])];
  if (resource.kind === 'service' || resource.kind === 'unit') {
    return Object.fromEntries(
      names.flatMap(name => {
        const value = found[name] === to[name] ? was[name] : found[name];
        return value === undefined ? [] : [[name, value]];
      }),
    );
  }
  return names.every(name => found[name] === was[name] || found[name] === to[name]) ? was : found;
}

/** Once found otherwise, an acceptance never comes back by itself. What could not be looked at says nothing of it. */
function acceptanceAfter({ left }: Logged<'put-back'>, { acceptance }: ChangeState): ChangeState['acceptance'] {
  if (!acceptance || left === 'unknown' || sameFound(left, acceptance.event.found)) return acceptance;
  return { ...acceptance, overtaken: true };
}

const mayHaveChanged: ReadonlySet<ChangeOutcome> = new Set(['changed', 'failed', 'unknown']);

function putBackEnded({ putBack }: ChangeState): boolean {
  return putBack === 'kept' || putBack === 'restored' || putBack === 'drifted' || putBack === 'gone';
}
