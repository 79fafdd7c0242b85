/** What an instruction came to. */
interface Outcome {
  /** Members of the result line after its time. */
  readonly fields: string;
  /** A service that was stopped: told only when it has been looked at once more. */
  readonly stopped: Stopped | null;
}

interface Stopped {
  readonly name: string;
  readonly found: State;
  readonly to: State;
}

/** Thrown when something was done and nobody can tell how things are now. */
interface Untold {
  readonly untold?: boolean;
}

/** How long a service that starts itself again is given to do so. */
const RESTART_MILLISECONDS = 2000;
/** A look at a service does not wait for one that takes its time to stop. */
const LOOK_MILLISECONDS = 10000;

/**
 * The state of the task's resource. Throws an answer when it cannot be told.
 *
 * @param now not from a list of a moment ago
 */
function look(task: Task, now: boolean): Found {
  return lookAt(task, now, milliseconds() + Math.min(LOOK_MILLISECONDS, task.told.timeoutSeconds * 500));
}

function lookAt(task: Task, now: boolean, settled: number): Found {
  const thing = task.told.resource;
  if (!thing) throw no('error', 'no resource');
  switch (thing.kind) {
    case 'service':
      return lookService(thing.name || '', now, settled);
    case 'registry-value':
      return lookValue(thing, task.folder);
    case 'file':
      return lookFile(thing);
    case 'command':
      return lookCommand(task, thing);
    case 'unit':
      throw no('unsupported', 'Windows has no units of systemd');
  }
}

/** Sets fields of the task's resource; throws what goes wrong, or says it. */
function apply(task: Task, fields: string[], found: State, to: State): ModeSet {
  const thing = task.told.resource as Thing;
  switch (thing.kind) {
    case 'service':
      task.touch();
      forgetList();
      return setService(thing.name || '', fields, found, to, task.deadline);
    case 'registry-value':
      task.touch();
      return { why: setValue(thing, found, to, task.folder), note: '' };
    case 'file':
      task.touch();
      return { why: setFile(thing, to), note: '' };
    default:
      return { why: setCommand(task, thing, to), note: '' };
  }
}

/** Carries out one instruction; whatever goes wrong is a result as well, as long as a look still tells how things are. */
function carryOut(list: ToldList, task: Task): Outcome {
  const { told } = task;
  try {
    switch (told.kind) {
      case 'look':
        return plain('"did":"looked","found":' + jsonState(look(task, false)));
      case 'set':
        return set(list, task);
      case 'run':
        return plain(runLine(task));
      case 'keep-copy':
        return plain(keepCopy(task));
      case 'disarm':
        return plain(disarm(task));
    }
  } catch (fault) {
    if ((fault as Untold).untold) throw fault;
    return plain(notDone(isAnswered(fault) ? fault : fromFault(fault, told.id)));
  }
}

function plain(fields: string): Outcome {
  return { fields, stopped: null };
}

function notDone(answered: Answered): string {
  return '"did":"not-done","state":"' + answered.state + '","why":' + jsonText(answered.why || '');
}

function set(list: ToldList, task: Task): Outcome {
  const { told } = task;
  const to = told.to || {};
  const found = look(task, true);
  const decision = decide(found, told.from || [], to, told.force === true);
  if (decision.act !== 'set' || found === 'absent')
    return plain(setSaid(decision.act === 'set' ? 'absent' : decision.act, found, found, ''));
  arm(list, task);
  let why = '';
  let note = '';
  try {
    const applied = apply(task, decision.fields, found, to);
    why = applied.why;
    note = applied.note;
  } catch (fault) {
    why = (isAnswered(fault) ? fault.why : faultText(fault)) || 'it failed without a word';
  }
  // what cannot be looked at now has no result: nobody knows what was done
  const left = lookAgain(task);
  if (!reached(left, to)) return plain(setSaid('failed', found, left, why || 'it was set and is not so'));
  const thing = task.told.resource as Thing;
  const stopped = thing.kind === 'service' && has(decision.fields, 'running') && to['running'] === false;
  return {
    fields: setSaid('set', found, left, note),
    stopped: stopped ? { name: thing.name || '', found, to } : null,
  };
}

function lookAgain(task: Task): Found {
  try {
    return lookAt(task, true, milliseconds());
  } catch (fault) {
    throw { untold: true, why: isAnswered(fault) ? fault.why : faultText(fault) };
  }
}

function setSaid(
  did: 'nothing' | 'set' | 'differs' | 'absent' | 'failed',
  found: Found,
  left: Found,
  why: string,
): string {
  const states = '"did":"' + did + '","found":' + jsonState(found) + ',"left":' + jsonState(left);
  return why === '' ? states : states + ',"why":' + jsonText(why);
}

/** Of a service that was stopped a while ago: whether it stayed so. */
function stayed(outcome: Outcome): string {
  if (outcome.stopped === null) return outcome.fields;
  const { name, found, to } = outcome.stopped;
  let left: Found;
  try {
    left = serviceState(name, seenInList(name));
  } catch (fault) {
    return outcome.fields;
  }
  if (reached(left, to)) return outcome.fields;
  return setSaid('failed', found, left, 'it was stopped, and something started it or set it again at once');
}
