import type { CaseEvent, ChangeOutcome, PutBackOutcome } from '../model/event.js';
import type { Resource, ResourceState } from '../model/resource.js';

/** A change as the log knows it: what it was before us, what we made of it, and what became of that. */
export interface ItemState {
  readonly item: string;
  readonly step: string;
  readonly resource: Resource;
  /** As first found: what is put back, however often it was tried. */
  readonly was: ResourceState;
  readonly to: ResourceState;
  readonly lost: ResourceState | undefined;
  readonly after: readonly string[];
  /** Undefined while it is open: begun, and not known how it ended. */
  readonly outcome: ChangeOutcome | undefined;
  readonly seconds: number | undefined;
  readonly putBack:
    | { readonly outcome: PutBackOutcome; readonly found: ResourceState | 'absent' | 'unknown' }
    | undefined;
}

/** All changes that were ever begun, by item. One that was put back and is begun again starts anew. */
export function itemsOf(events: readonly CaseEvent[]): ReadonlyMap<string, ItemState> {
  const items = new Map<string, ItemState>();
  for (const event of events) {
    if (event.type === 'intent') {
      const before = items.get(event.item);
      const goesOn = before && !isBack(before);
      items.set(event.item, {
        item: event.item,
        step: event.step,
        resource: event.resource,
        was: goesOn ? before.was : event.found,
        to: event.to,
        lost: event.lost,
        after: event.after,
        outcome: undefined,
        seconds: undefined,
        putBack: undefined,
      });
    } else if (event.type === 'outcome') {
      const before = items.get(event.item);
      if (before) items.set(event.item, { ...before, outcome: event.outcome, seconds: event.seconds });
    } else if (event.type === 'put-back') {
      const before = items.get(event.item);
      if (before) items.set(event.item, { ...before, putBack: { outcome: event.outcome, found: event.found } });
    }
  }
  return items;
}

/** It is as it was before us, as far as the log knows. */
export function isBack({ putBack }: ItemState): boolean {
  return putBack?.outcome === 'kept' || putBack?.outcome === 'restored';
}
