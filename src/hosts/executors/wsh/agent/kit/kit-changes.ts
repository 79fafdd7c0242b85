/** A change about to be made. */
interface KitDue {
  readonly item: KitChange;
  readonly found: State;
  readonly to: State;
}

const noWayBack = 'no command is known that would set it back to what was found';
const noAnswer = 'the server gave no answer';

/**
 * Makes the changes of one step, as `makeChanges` in `src/engine/changes.ts`. All is looked at, and what was found of all written down, before
 * any is set: setting one may change what is found of the next.
 *
 * @returns whether all went well
 */
function makeChanges(hands: KitHands, log: KitLog, step: string, items: KitChange[]): boolean {
  const events: string[] = [];
  const due: KitDue[] = [];
  let well = true;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    const seen = seenBy(hands, item.id, item.resource);
    const known = knownOf(log.known, item.id);
    const add = (event: string) => (events[events.length] = event);
    const say = (outcome: string, left: Found | 'unknown', why: string) => {
      add(outcomeEvent(item.id, outcome, left, why, 0));
      tellItem(outcome, nameOfThing(item.resource), why);
      if (outcome === 'unknown' || outcome === 'left-alone') well = false;
    };
    if (seen.found === null) say('unknown', 'unknown', seen.why || noAnswer);
    else if (seen.found === 'absent') say('absent', 'absent', '');
    else {
      const { found } = seen;
      const to = targetOf(item.resource, found, item.from, item.to);
      if (isSameState(item.from, item.to)) {
        // a guard: nothing is set, what is there is written down so that it can be missed
        if (known === null) {
          add(intentEvent(step, item, found, found));
          say('already', found, '');
        }
      } else if (isSameState(found, to)) {
        say(known !== null && known.touched && known.putBack === '' ? 'changed' : 'already', found, '');
      } else if (hasWayBack(item.resource, found)) {
        add(intentEvent(step, item, found, to));
        due[due.length] = { item, found, to };
      } else say('left-alone', found, noWayBack);
    }
  }
  note(log, events);
  const toldFor = ({ item, found, to }: KitDue) =>
    setTold(item.id, item.timeoutSeconds, item.resource, found, to, false);
  setAll(hands, due, toldFor, ({ item }, result, took) => {
    const outcome = changeOutcome(result.did);
    const left = outcome === 'absent' ? 'absent' : outcome === 'unknown' ? 'unknown' : result.left || 'unknown';
    const why =
      outcome === 'changed' || outcome === 'absent' ? '' : result.why || (outcome === 'unknown' ? noAnswer : '');
    note(log, [outcomeEvent(item.id, outcome, left, why, took)]);
    tellItem(outcome, nameOfThing(item.resource), why);
    if (outcome !== 'changed' && outcome !== 'absent') well = false;
  });
  return well;
}

function changeOutcome(did: string): string {
  switch (did) {
    case 'set':
    case 'nothing':
      return 'changed';
    case 'differs':
      return 'left-alone';
    case 'absent':
    case 'failed':
      return did;
  }
  return 'unknown';
}

function intentEvent(step: string, item: KitChange, found: State, to: State): string {
  return (
    '"type":"intent","item":' +
    jsonText(item.id) +
    ',"step":' +
    jsonText(step) +
    ',"resource":' +
    jsonOf(item.resource) +
    ',"found":' +
    jsonOf(found) +
    ',"to":' +
    jsonOf(to) +
    (item.lost ? ',"lost":' + jsonOf(item.lost) : '') +
    ',"after":' +
    jsonOf(item.after)
  );
}

function outcomeEvent(item: string, outcome: string, left: Found | 'unknown', why: string, took: number): string {
  return (
    '"type":"outcome","item":' +
    jsonText(item) +
    ',"outcome":"' +
    outcome +
    '","left":' +
    jsonOf(left) +
    ',"why":' +
    (why === '' ? 'null' : jsonText(why)) +
    ',"seconds":' +
    tenths(took)
  );
}

function tenths(took: number): number {
  return Math.floor(took / 100 + 0.5) / 10;
}
