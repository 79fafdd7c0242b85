/** A result that waits for a last look at its service. */
interface Settling {
  readonly index: number;
  readonly took: number;
  readonly outcome: Outcome;
  /** When that look is due. */
  readonly due: number;
}

interface Conduct {
  readonly list: ToldList;
  readonly folder: string;
  readonly root: number;
  readonly spared: number;
  settling: Settling[];
  /** The result told last; -1 before the first. */
  told: number;
}

const PROCESS_MILLISECONDS = 3000;
/** A virus scanner may keep the file of a result that was shown long ago. */
const MOST_UNSHOWN_MILLISECONDS = 10000;

/** Starts the worker outside of the session; when that cannot be, becomes it. */
function launch(list: ToldList, folder: string, which: string): void {
  const first = positionIn(which);
  const shellProgram = '"' + (variable('COMSPEC') || systemFolder + '\\cmd.exe') + '"';
  const line = shellProgram + ' /d /s /c "<nul >nul 2>&1 ' + ownProgram('worker', which, folder) + '"';
  const created = createdByWmi(line);
  if (created > 0) writeWhole(actingPlace.launched(folder, first, attemptIn(which)), created + ' 2');
  else actFrom(list, folder, first, '/launch:' + which + ' ');
}

/**
 * Carries out the instructions from a position on, when no other worker does. None is begun when nobody listens any more.
 *
 * @param word only in this process's own command line
 */
function actFrom(list: ToldList, folder: string, first: number, word: string): void {
  // another was quicker, or it is too late
  if (!claim(place.claim(folder, first))) return;
  const alive = hold(actingPlace.alive(folder, first));
  writeWhole(place.ready(folder, first), '');
  const own = ownRoot(folder, first, word);
  if (first === 0) writeWhole(place.header(folder), header(true));
  const conduct: Conduct = { list, folder, root: own.root, spared: own.spared, settling: [], told: -1 };
  let listened = true;
  for (let index = first; index < list.instructions.length && listened; index++) {
    listened = actOn(conduct, first, index);
  }
  if (listened) settle(conduct, true);
  alive.Close();
  // given up in favour of another worker, it must leave it the folder
  if (!listened && !isHeld(actingPlace.listening(folder))) leave(folder);
}

/** The process that this worker is, or that was started for it, to end what it runs. */
function ownRoot(folder: string, first: number, word: string): { readonly root: number; readonly spared: number } {
  const begun = milliseconds();
  const path = actingPlace.launched(folder, first, attemptIn(word));
  while (word.indexOf('/worker:') === 0 && milliseconds() - begun < PROCESS_MILLISECONDS) {
    if (files.FileExists(path)) {
      const line = readLine(path);
      const parts = line.split(' ');
      writeWhole(place.process(folder, first), line);
      return { root: parseInt(parts[0], 10), spared: parseInt(parts[1], 10) };
    }
    WScript.Sleep(POLL_MILLISECONDS);
  }
  const root = ownProcess(word);
  writeWhole(place.process(folder, first), root + ' 1');
  return { root, spared: 1 };
}

/** @returns false when nobody listens, and it was not begun */
function actOn(conduct: Conduct, first: number, index: number): boolean {
  const { list, folder } = conduct;
  const told = list.instructions[index];
  settle(conduct, !leavesStopped(conduct, told));
  if (told.kind !== 'look') waitUntilShown(conduct);
  if (!mayGoOn(folder, first)) return false;
  const begun = milliseconds();
  // at its own position the claim of the worker is the right to begin
  if (!claim(actingPlace.begun(folder, index)) && index > first) return false;
  let touched = false;
  const outcome = outcomeOf(list, {
    told,
    folder,
    deadline: begun + told.timeoutSeconds * 1000,
    root: conduct.root,
    spared: conduct.spared,
    touch: () => {
      if (touched) return;
      touched = mayGoOn(folder, first) && claim(actingPlace.touched(folder, index));
      // it may have been told already that this was not done
      if (!touched) throw no('error', 'nobody waits for it any more, so nothing was changed');
    },
  });
  const took = milliseconds() - begun;
  if (outcome.stopped === null) tell(conduct, index, took, outcome.fields);
  else
    conduct.settling[conduct.settling.length] = {
      index,
      took,
      outcome,
      due: milliseconds() + RESTART_MILLISECONDS,
    };
  return true;
}

function mayGoOn(folder: string, first: number): boolean {
  return isHeld(actingPlace.listening(folder)) && !files.FileExists(place.ended(folder, first));
}

/** Whether what was stopped stays so whatever this instruction does: it only looks, or stops another service. */
function leavesStopped({ settling }: Conduct, told: Told): boolean {
  const { resource, to } = told;
  if (!resource || resource.kind !== 'service') return false;
  if (told.kind === 'look') return true;
  for (let i = 0; i < settling.length; i++) {
    const { stopped } = settling[i].outcome;
    if (stopped !== null && nameKey(stopped.name) === nameKey(resource.name || '')) return false;
  }
  return to ? to['running'] === false : false;
}

/** Nothing is changed before the result of the change before was shown, unless results wait for the last look at their services. */
function waitUntilShown(conduct: Conduct): void {
  const { folder, told, settling } = conduct;
  if (settling.length > 0 || told < 0) return;
  const begun = milliseconds();
  while (
    milliseconds() - begun < MOST_UNSHOWN_MILLISECONDS &&
    files.FileExists(place.answer(folder, told)) &&
    isHeld(actingPlace.listening(folder))
  )
    WScript.Sleep(POLL_MILLISECONDS);
}

/** What nobody can tell has no members: its line stays empty and is not shown. */
function outcomeOf(list: ToldList, task: Task): Outcome {
  try {
    return carryOut(list, task);
  } catch (fault) {
    return plain('');
  }
}

/** Tells the results whose last look is due; `all`: waits for those that are not yet. */
function settle(conduct: Conduct, all: boolean): void {
  const { settling } = conduct;
  const ready = settling.length > 0 && (all || settling[0].due <= milliseconds());
  if (!ready) return;
  if (all) {
    const wait = settling[settling.length - 1].due - milliseconds();
    if (wait > 0) WScript.Sleep(wait);
  }
  listServices();
  const later: Settling[] = [];
  for (let i = 0; i < settling.length; i++) {
    const one = settling[i];
    if (one.due <= milliseconds()) tell(conduct, one.index, one.took, stayed(one.outcome));
    else later[later.length] = one;
  }
  conduct.settling = later;
}

function tell(conduct: Conduct, index: number, took: number, fields: string): void {
  const { id } = conduct.list.instructions[index];
  const line = '{"id":' + jsonText(id) + ',"ms":' + took + ',' + fields + '}';
  writeWhole(place.answer(conduct.folder, index), fields === '' ? '' : line);
  conduct.told = index;
}
