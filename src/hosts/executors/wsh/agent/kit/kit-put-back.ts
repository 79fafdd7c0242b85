interface KitBack {
  readonly item: string;
  readonly after: string[];
  readonly known: KnownChange;
  readonly found: State;
  readonly to: State;
  readonly forced: boolean;
}

/** How an item stands; the log has the rest. */
interface KitEnded {
  readonly outcome: string;
  readonly found: Found | 'unknown';
}

/**
 * Puts back everything the log says was touched, as `putBack` in `src/engine/put-back.ts`: one that fails never stops the rest, and it can be
 * run again until all is well.
 *
 * @param force items that are set as they were whatever is found
 * @returns whether all is as it was
 */
function kitPutBack(hands: KitHands, log: KitLog, force: string[]): boolean {
  note(log, ['"type":"run-started","run":"kit-put-back","plan":"' + hands.kit.plan + '"']);
  const ended: Record<string, KitEnded> = {};
  const events: string[] = [];
  let due: KitBack[] = [];
  const end = (known: KnownChange, outcome: string, found: Found | 'unknown', left: Found | 'unknown', why: string) => {
    ended[keyOf(known.item)] = { outcome, found };
    return putBackEvent(known, outcome, found, left, has(force, known.item), why);
  };
  const seenAll = lookAtAll(hands, log, () => true);
  const isGone = (item: string) => (seenAll[keyOf(item)] ? seenAll[keyOf(item)].found === 'absent' : false);
  for (let i = 0; i < log.known.order.length; i++) {
    const known = knownOf(log.known, log.known.order[i]) as KnownChange;
    const seen = seenAll[keyOf(known.item)];
    const add = (event: string) => (events[events.length] = event);
    if (seen.found === null) add(end(known, 'failed', 'unknown', 'unknown', seen.why || noAnswer));
    else if (guardsNothing(known, seen.found, isGone)) add(end(known, 'gone', seen.found, seen.found, ''));
    else {
      const judged = judgePutBack(known, seen.found, has(force, known.item));
      if (typeof judged === 'string') add(end(known, judged, seen.found, seen.found, ''));
      else due[due.length] = dueBack(known, seen.found as State, judged, has(force, known.item));
    }
  }
  note(log, events);
  due = reversedOrder(due);
  const layers = layersOf(due);
  for (let i = 0; i < layers.length; i++) restoreLayer(hands, log, layers[i], end);
  if (due.length > 0) lookAtAllAgain(hands, log, ended, end);
  let well = true;
  for (let i = 0; i < log.known.order.length; i++) {
    const known = knownOf(log.known, log.known.order[i]) as KnownChange;
    const { outcome } = ended[keyOf(known.item)];
    tellItem(outcome, nameOfThing(known.resource), outcome === 'drifted' ? known.item : '');
    if (outcome !== 'kept' && outcome !== 'restored') well = false;
  }
  note(log, ['"type":"run-ended","run":"kit-put-back","outcome":"' + (well ? 'done' : 'incomplete') + '"']);
  return well;
}

type KitEnd = (
  known: KnownChange,
  outcome: string,
  found: Found | 'unknown',
  left: Found | 'unknown',
  why: string,
) => string;

function dueBack(known: KnownChange, found: State, to: State, forced: boolean): KitBack {
  return { item: known.item, after: [], known, found, to, forced };
}

/** What was waited for waits now. */
function reversedOrder(due: KitBack[]): KitBack[] {
  const turned: KitBack[] = [];
  for (let i = 0; i < due.length; i++) {
    const after: string[] = [];
    for (let j = 0; j < due.length; j++) if (has(due[j].known.after, due[i].item)) after[after.length] = due[j].item;
    const { item, known, found, to, forced } = due[i];
    turned[i] = { item, after, known, found, to, forced };
  }
  return turned;
}

function restoreLayer(hands: KitHands, log: KitLog, layer: KitBack[], end: KitEnd): void {
  const intents: string[] = [];
  for (let i = 0; i < layer.length; i++)
    intents[i] = '"type":"put-back-intent","item":' + jsonText(layer[i].item) + ',"to":' + jsonOf(layer[i].to);
  note(log, intents);
  const toldFor = ({ item, known, found, to, forced }: KitBack) =>
    setTold(item, LOOK_SECONDS, known.resource, found, to, forced);
  setAll(hands, layer, toldFor, ({ known, found }, result) => {
    note(log, [endOf(known, found, result, end)]);
  });
}

function endOf(known: KnownChange, found: State, result: KitResult, end: KitEnd): string {
  const left = result.left || 'absent';
  switch (result.did) {
    case 'set':
    case 'nothing':
      if (left === 'absent') return end(known, 'gone', found, left, '');
      return end(known, isSameState(left, known.was) ? 'restored' : 'drifted', found, left, '');
    case 'differs':
      return end(known, 'drifted', result.found || found, left, result.why || '');
    case 'absent':
      return end(known, 'gone', found, 'absent', '');
    case 'failed':
      return end(known, 'failed', found, left, result.why || noAnswer);
  }
  return end(known, 'failed', found, 'unknown', result.why || noAnswer);
}

function putBackEvent(
  known: KnownChange,
  outcome: string,
  found: Found | 'unknown',
  left: Found | 'unknown',
  forced: boolean,
  why: string,
): string {
  return (
    '"type":"put-back","item":' +
    jsonText(known.item) +
    ',"outcome":"' +
    outcome +
    '","found":' +
    jsonOf(found) +
    ',"left":' +
    jsonOf(left) +
    ',"was":' +
    jsonOf(known.was) +
    ',"forced":' +
    forced +
    ',"why":' +
    (why === '' ? 'null' : jsonText(why))
  );
}
