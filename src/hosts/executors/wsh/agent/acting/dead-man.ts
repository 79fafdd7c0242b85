/**
 * A dead-man timer is a folder of its own with a copy of the program and a file `armed`. Whoever renames that file first has decided:
 * `disarm`, or the timer's own process when its time is over. That process belongs to no session, so it survives the connection.
 */
const timerPlace = {
  armed: (folder: string) => folder + '\\armed',
  disarmed: (folder: string) => folder + '\\disarmed',
  /** It is setting back. */
  firing: (folder: string) => folder + '\\firing',
  fired: (folder: string) => folder + '\\fired',
};
const TIMER_POLL_MILLISECONDS = 500;
const TIMER_START_MILLISECONDS = 30000;
/** A clock that is put forward or a computer that slept does not make the timer fire early. */
const MOST_TICK = 2000;

function timerFolder(id: string): string {
  return lastingFolder() + '\\timers\\' + id;
}

/** Leaves the timer of an instruction running; throws an answer when it does not start. */
function arm(list: ToldList, task: Task): void {
  const { deadMan, index } = task.told;
  if (!deadMan) return;
  task.touch();
  const folder = timerFolder(deadMan.id);
  if (files.FolderExists(folder)) disarmIn(folder, task.deadline);
  makeLastingFolder();
  const timers = lastingFolder() + '\\timers';
  if (!files.FolderExists(timers)) files.CreateFolder(timers);
  files.CreateFolder(folder);
  files.CopyFile(WScript.ScriptFullName, place.program(folder));
  writeWhole(timerPlace.armed(folder), '');
  startDetached(ownProgram('timer', list.nonce + '.' + index, folder));
  if (appears(place.ready(folder, index), TIMER_START_MILLISECONDS)) return;
  removeFolder(folder);
  throw no('error', 'the timer that would set it back could not be started, so nothing was set');
}

function appears(path: string, most: number): boolean {
  const begun = milliseconds();
  while (!files.FileExists(path)) {
    if (milliseconds() - begun > most) return false;
    WScript.Sleep(POLL_MILLISECONDS);
  }
  return true;
}

/** The timer's own process. */
function keepTime(list: ToldList, folder: string, index: number): void {
  writeWhole(place.ready(folder, index), '');
  const told = list.instructions[index];
  const most = (told.deadMan ? told.deadMan.seconds : 0) * 1000;
  let passed = 0;
  for (let last = milliseconds(); passed < most; ) {
    WScript.Sleep(Math.min(TIMER_POLL_MILLISECONDS, most - passed));
    if (!files.FileExists(timerPlace.armed(folder))) {
      leave(folder);
      return;
    }
    const now = milliseconds();
    passed += now < last ? 0 : Math.min(now - last, MOST_TICK);
    last = now;
  }
  try {
    files.MoveFile(timerPlace.armed(folder), timerPlace.firing(folder));
  } catch (fault) {
    // disarmed at the last moment
    leave(folder);
    return;
  }
  setBack(told, folder, '/timer:' + list.nonce + '.' + index);
  files.MoveFile(timerPlace.firing(folder), timerPlace.fired(folder));
}

/** Sets the first of `from` again, whatever is found. */
function setBack(told: Told, folder: string, word: string): void {
  try {
    const task: Task = {
      told,
      folder,
      deadline: milliseconds() + told.timeoutSeconds * 1000,
      root: ownProcess(word),
      spared: 1,
      touch: followedByNobody,
    };
    const to = (told.from || [])[0];
    const found = look(task, true);
    if (found === 'absent' || reached(found, to)) return;
    apply(task, decide(found, [], to, true).fields, found, to);
  } catch (fault) {
    // nobody is there to be told
  }
}

function followedByNobody(): void {
  // the connection is long gone
}

function disarm(task: Task): string {
  const folder = timerFolder(task.told.deadManId || '');
  if (!files.FolderExists(folder)) return '"did":"none"';
  task.touch();
  return '"did":"' + disarmIn(folder, task.deadline) + '"';
}

function disarmIn(folder: string, deadline: number): 'disarmed' | 'fired' | 'none' {
  let did: 'disarmed' | 'fired' | 'none' = 'none';
  try {
    files.MoveFile(timerPlace.armed(folder), timerPlace.disarmed(folder));
    did = 'disarmed';
    // its process takes the folder away, unless Windows was started anew since
    for (let wait = 0; wait < 30 && files.FolderExists(folder); wait++) WScript.Sleep(100);
  } catch (fault) {
    while (files.FileExists(timerPlace.firing(folder)) && milliseconds() < deadline)
      WScript.Sleep(TIMER_POLL_MILLISECONDS);
    if (files.FileExists(timerPlace.fired(folder)) || files.FileExists(timerPlace.firing(folder))) did = 'fired';
  }
  removeFolder(folder);
  return did;
}
