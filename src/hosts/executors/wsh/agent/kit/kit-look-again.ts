const changedByItself = 'it was as before, and is not any more now that the rest is put back';

/** What was only watched over is not written again for something that is no longer there: that would leave half a thing behind. */
function guardsNothing(known: KnownChange, found: Found, isGone: (item: string) => boolean): boolean {
  if (fieldsChanged(known.was, known.to).length > 0 || found === 'absent' || isSameState(found, known.was))
    return false;
  for (let i = 0; i < known.after.length; i++) if (isGone(known.after[i])) return true;
  return false;
}

/** What is found of the items that are wanted, by `keyOf`. */
function lookAtAll(hands: KitHands, log: KitLog, wanted: (item: string) => boolean): Record<string, KitSeen> {
  const seen: Record<string, KitSeen> = {};
  for (let i = 0; i < log.known.order.length; i++) {
    const { item, resource } = knownOf(log.known, log.known.order[i]) as KnownChange;
    if (wanted(item)) seen[keyOf(item)] = seenBy(hands, item, resource);
  }
  return seen;
}

/**
 * Looks once more at all that is said to be back, as `lookAtAllAgain` in `src/engine/put-back.ts`: what starts may start what was to stay
 * stopped, and what was stopped may be started by what guards it. What was only watched over may be lost once more when its service is set:
 * that is set again, once.
 */
function lookAtAllAgain(hands: KitHands, log: KitLog, ended: Record<string, KitEnded>, end: KitEnd): void {
  for (let turn = 0; turn < 2; turn++) {
    const seen = lookAtAll(hands, log, item => isBack(ended, item));
    const lost: KitBack[] = [];
    const events: (() => string)[] = [];
    for (let i = 0; i < log.known.order.length; i++) {
      const known = knownOf(log.known, log.known.order[i]) as KnownChange;
      const now = seen[keyOf(known.item)];
      if (!now) continue;
      const before = ended[keyOf(known.item)].found;
      const add = (outcome: string, left: Found | 'unknown', why: string) =>
        (events[events.length] = () => end(known, outcome, before, left, why));
      const { found } = now;
      if (found === null) add('failed', 'unknown', now.why || noAnswer);
      else if (guardsNothing(known, found, item => isGoneNow(seen, ended, item))) add('gone', found, '');
      else if (found === 'absent') add('gone', 'absent', '');
      else if (!isSameState(found, known.was)) {
        add('drifted', found, changedByItself);
        if (known.lost !== null && isSameState(found, known.lost))
          lost[lost.length] = dueBack(known, found, known.was, false);
      }
    }
    if (turn > 0 || lost.length === 0) {
      const lines: string[] = [];
      for (let i = 0; i < events.length; i++) lines[i] = events[i]();
      note(log, lines);
      return;
    }
    restoreLayer(hands, log, lost, end);
  }
}

function isBack(ended: Record<string, KitEnded>, item: string): boolean {
  const how = ended[keyOf(item)];
  return how ? how.outcome === 'kept' || how.outcome === 'restored' : false;
}

function isGoneNow(seen: Record<string, KitSeen>, ended: Record<string, KitEnded>, item: string): boolean {
  const now = seen[keyOf(item)];
  if (now) return now.found === 'absent';
  const how = ended[keyOf(item)];
  return how ? how.outcome === 'gone' : false;
}
