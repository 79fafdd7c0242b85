/** What the log says was done, event by event: the fold of `src/caselog/state-changes.ts`, in the order of the first intents. */
interface KnownChanges {
  readonly byItem: Record<string, KnownChange>;
  readonly order: string[];
  /** How acts without an undo ended, by item: `open` after an intent without an outcome. */
  readonly acts: Record<string, string>;
}

/** Names of the log stand behind a word, so that none can mean anything to the script engine. */
function keyOf(item: string): string {
  return 'item ' + item;
}

function knownOf(known: KnownChanges, item: string): KnownChange | null {
  return known.byItem[keyOf(item)] || null;
}

function takeIn(known: KnownChanges, event: KitEvent): void {
  switch (event.type) {
    case 'intent':
      takeInIntent(known, event);
      return;
    case 'act-intent':
      known.acts[keyOf(event.item)] = 'open';
      return;
    case 'act-outcome':
      known.acts[keyOf(event.item)] = event.outcome;
      return;
  }
  const before = knownOf(known, event.item);
  if (before === null) return;
  if (event.type === 'outcome') before.touched = before.earlier || has(['changed', 'failed', 'unknown'], event.outcome);
  else if (event.type === 'put-back-intent') before.putBack = 'open';
  else if (event.type === 'put-back') before.putBack = event.outcome;
}

/** What is found may be our own doing, unless it was put back since, or left as somebody else had made it. */
function takeInIntent(known: KnownChanges, event: KitEvent): void {
  const before = knownOf(known, event.item);
  const ours = before !== null && before.touched && !has(['kept', 'restored', 'drifted', 'gone'], before.putBack);
  if (before === null) known.order[known.order.length] = event.item;
  known.byItem[keyOf(event.item)] = {
    item: event.item,
    step: event.step,
    resource: event.resource,
    was: before !== null && ours ? wasBeforeUs(before, event.found) : event.found,
    to: event.to,
    lost: event.lost || null,
    after: event.after,
    touched: true,
    earlier: ours,
    putBack: '',
  };
}

/** Of services field by field; of anything else only as a whole. */
function wasBeforeUs(before: KnownChange, found: State): State {
  const { resource, was, to } = before;
  if (resource.kind !== 'service') return isOurs(found, was, to) ? was : found;
  const merged: State = {};
  const names = namesOfAll([was, to, found]);
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    if (found[name] !== to[name]) copyField(found, merged, name);
    else copyField(was, merged, name);
  }
  return merged;
}
