/** What looks and sets, one thing after the other, in this process: the person in front of the server sees what it is at. */
interface KitHands {
  readonly kit: KitData;
  readonly folder: string;
  readonly root: number;
}

/** A look that said nothing has `why`. */
interface KitSeen {
  readonly found: Found | null;
  readonly why: string;
}

/** What became of a `set`, as `SetResult` and `NotDone` of `src/model/instruction.ts`; `did` is '' when nobody can tell. */
interface KitResult {
  readonly did: string;
  readonly found?: Found;
  readonly left?: Found;
  readonly why?: string;
  readonly exit?: number;
  readonly out?: { readonly ansi: string };
  readonly err?: { readonly ansi: string };
}

/** A `set` that was carried out; of a service that was stopped it is told later whether it stayed so. */
interface KitSetting {
  readonly outcome: Outcome;
  readonly took: number;
  readonly due: number;
}

const LOOK_SECONDS = 60;

function taskFor(hands: KitHands, told: Told): Task {
  return {
    told,
    folder: hands.folder,
    deadline: milliseconds() + told.timeoutSeconds * 1000,
    root: hands.root,
    spared: 1,
    touch: followedByNobody,
  };
}

function toldOf(kind: Told['kind'], id: string, timeoutSeconds: number, resource: Thing): Told {
  return { id, index: 0, kind, timeoutSeconds, resource };
}

function seenBy(hands: KitHands, id: string, resource: Thing): KitSeen {
  const said = resultOf(carriedOut(hands, toldOf('look', id, LOOK_SECONDS, resource)).outcome);
  return said.did === 'looked' ? { found: said.found || 'absent', why: '' } : { found: null, why: said.why || '' };
}

function carriedOut(hands: KitHands, told: Told): KitSetting {
  const begun = milliseconds();
  let outcome: Outcome;
  try {
    outcome = carryOut({ nonce: hands.kit.nonce, avoidDrives: [], instructions: [told] }, taskFor(hands, told));
  } catch (fault) {
    outcome = plain('');
  }
  const now = milliseconds();
  return { outcome, took: now - begun, due: outcome.stopped === null ? 0 : now + RESTART_MILLISECONDS };
}

/** The instruction's own words, read back. */
function resultOf(outcome: Outcome): KitResult {
  return (outcome.fields === '' ? null : (readJson('{' + outcome.fields + '}') as KitResult | null)) || { did: '' };
}

/** Waits until it can be told whether what was stopped stayed so. */
function settledResult(setting: KitSetting): KitResult {
  if (setting.outcome.stopped === null) return resultOf(setting.outcome);
  const wait = setting.due - milliseconds();
  if (wait > 0) WScript.Sleep(wait);
  listServices();
  return resultOf(plain(stayed(setting.outcome)));
}

/**
 * Sets things one after the other. What was stopped is looked at again two seconds later, while the next is set.
 *
 * @param ended called once for each, in an order of its own
 */
function setAll<T>(
  hands: KitHands,
  things: T[],
  toldFor: (thing: T) => Told,
  ended: (thing: T, result: KitResult, took: number) => void,
): void {
  let open: { readonly thing: T; readonly setting: KitSetting }[] = [];
  const settle = (all: boolean) => {
    const later: typeof open = [];
    for (let i = 0; i < open.length; i++) {
      if (all || open[i].setting.due <= milliseconds())
        ended(open[i].thing, settledResult(open[i].setting), open[i].setting.took);
      else later[later.length] = open[i];
    }
    open = later;
  };
  for (let i = 0; i < things.length; i++) {
    open[open.length] = { thing: things[i], setting: carriedOut(hands, toldFor(things[i])) };
    settle(false);
  }
  settle(true);
}

function setTold(id: string, timeoutSeconds: number, resource: Thing, found: State, to: State, force: boolean): Told {
  return { id, index: 0, kind: 'set', timeoutSeconds, resource, from: [found], to, force };
}
