/** A worker that gives no sign of life so long after an instruction's time is over hangs in Windows itself. */
const HANG_MILLISECONDS = 20000;
const ALIVE_POLL_MILLISECONDS = 1000;

/** Shows results as they come. It touches nothing that can hang, and changes nothing. */
interface Direction {
  readonly list: ToldList;
  readonly output: Output;
  readonly folder: string;
  headed: boolean;
  /** Results shown. */
  shown: number;
  /** The instruction at hand and since when. */
  at: number;
  since: number;
  looked: number;
}

/** All results are there and the end line written. */
const ALL_TOLD = 0;
/** Nobody listens any more, or told to stop. */
const STOPPED = 2;
/** Broke off: what has no result must be looked at. */
const BROKEN = 4;

/** Has the instructions carried out. */
function direct(list: ToldList, output: Output): number {
  const begun = milliseconds();
  const folder = makeFolder(list.nonce);
  const direction: Direction = { list, output, folder, headed: false, shown: 0, at: 0, since: begun, looked: begun };
  if (folder === '') return refuseAll(direction, begun);
  // what this run cannot take away, one of later goes by that
  writeBeat(folder);
  const listening = hold(actingPlace.listening(folder));
  let code = STOPPED;
  try {
    let first = 0;
    do first = follow(direction, first);
    while (first > 0 && first < list.instructions.length);
    code = first === -STOPPED ? STOPPED : first === -BROKEN ? BROKEN : ALL_TOLD;
  } finally {
    listening.Close();
    removeFile(actingPlace.listening(folder));
    // what is in it keeps a worker that is still there from changing anything; it takes it away itself
    if (finishAtHand(direction)) removeFolder(folder);
  }
  if (code === ALL_TOLD) endLine(direction, begun);
  return code;
}

function refuseAll(direction: Direction, begun: number): number {
  const { list, output } = direction;
  output.write(header(true));
  for (let i = 0; i < list.instructions.length; i++)
    output.write('{"id":' + jsonText(list.instructions[i].id) + ',"ms":0,' + notDone(needsFolder()) + '}');
  endLine(direction, begun);
  return ALL_TOLD;
}

function endLine(direction: Direction, begun: number): void {
  direction.output.write('{"end":' + direction.list.instructions.length + ',"ms":' + (milliseconds() - begun) + '}');
}

/**
 * Starts a worker and shows its results.
 *
 * @returns the number of instructions that are over with; -STOPPED, -BROKEN
 */
function follow(direction: Direction, first: number): number {
  const { list } = direction;
  const came = startWorker(list.nonce, direction.folder, first, ['launch', 'worker']);
  if (came === GIVEN_UP) return -STOPPED;
  if (came === NONE) return refuseRest(direction, first);
  if (came === LOST) {
    endFrom(direction, first);
    return -BROKEN;
  }
  writeHeader(direction);
  direction.at = first;
  direction.since = milliseconds();
  for (;;) {
    show(direction);
    if (direction.shown === list.instructions.length) return direction.shown;
    if (toldToStop()) return -STOPPED;
    const why = lost(direction, first);
    if (why !== null) return afterLoss(direction, first, why);
    WScript.Sleep(POLL_MILLISECONDS);
  }
}

function writeHeader(direction: Direction): void {
  if (direction.headed) return;
  const path = place.header(direction.folder);
  const begun = milliseconds();
  while (!files.FileExists(path) && milliseconds() - begun < START_MILLISECONDS && !toldToStop())
    WScript.Sleep(POLL_MILLISECONDS);
  direction.output.write(files.FileExists(path) ? readLine(path) : header(false));
  direction.headed = true;
}

/** No worker can begin any more. */
function refuseRest(direction: Direction, first: number): number {
  const { list, folder, output } = direction;
  noFolderWhy = noSecondHost(folder);
  if (!direction.headed) output.write(header(false));
  for (let i = first; i < list.instructions.length; i++)
    output.write('{"id":' + jsonText(list.instructions[i].id) + ',"ms":0,' + notDone(needsFolder()) + '}');
  return list.instructions.length;
}

/** Shows what has come, in order. */
function show(direction: Direction): void {
  const { list, folder } = direction;
  while (direction.shown < list.instructions.length && files.FileExists(place.answer(folder, direction.shown))) {
    const line = readLine(place.answer(folder, direction.shown));
    if (line !== '') direction.output.write(line);
    // the worker takes that for the sign that somebody has it
    removeFile(place.answer(folder, direction.shown));
    direction.shown++;
    direction.since = milliseconds();
  }
  if (direction.at < direction.shown) direction.at = direction.shown;
  while (direction.at + 1 < list.instructions.length && files.FileExists(actingPlace.begun(folder, direction.at + 1))) {
    direction.at++;
    direction.since = milliseconds();
  }
}

/** Why there is nothing more to be expected of a worker; null while there is. */
function lost(direction: Direction, first: number): string | null {
  const now = milliseconds();
  if (now - direction.looked > ALIVE_POLL_MILLISECONDS) {
    direction.looked = now;
    const held = isHeld(actingPlace.alive(direction.folder, first));
    // it may have told its last result just before
    if (!held && !files.FileExists(place.answer(direction.folder, direction.shown)))
      return 'the program that carries it out ended without a word';
  }
  const told = direction.list.instructions[direction.at];
  if (!told || now - direction.since < told.timeoutSeconds * 1000 + HANG_MILLISECONDS) return null;
  return 'no answer within ' + told.timeoutSeconds + ' s';
}

/**
 * An instruction that had touched nothing is said not to be done, and the next worker goes on after it. Else it breaks off here. The worker may
 * not have ended and go on at any moment: what it has not claimed by now is claimed here, so that it cannot begin or touch it.
 */
function afterLoss(direction: Direction, first: number, why: string): number {
  const { list, folder } = direction;
  endFrom(direction, first);
  show(direction);
  const at = direction.shown;
  if (at === list.instructions.length) return at;
  // some were done whose results are still to come
  if (at < direction.at) return -BROKEN;
  if (at > first && claim(actingPlace.begun(folder, at))) return at;
  if (!claim(actingPlace.touched(folder, at))) return -BROKEN;
  const said = notDone(no('timeout', why));
  direction.output.write(
    '{"id":' + jsonText(list.instructions[at].id) + ',"ms":' + (milliseconds() - direction.since) + ',' + said + '}',
  );
  direction.shown = at + 1;
  return direction.shown;
}

/** Ends a worker and what it runs, from a process of its own since the query for it can hang as well. */
function endFrom(direction: Direction, first: number): void {
  const { list, folder } = direction;
  try {
    writeWhole(place.ended(folder, first), '');
    shell.Run(ownProgram('end', list.nonce + '.' + first, folder), 0, false);
    appears(place.cleared(folder, first), END_MILLISECONDS);
  } catch (fault) {
    // a worker that cannot be ended finds itself given up
  }
}

/**
 * What was begun is finished, though nobody listens any more; nothing is begun after it.
 *
 * @returns whether no worker is left
 */
function finishAtHand(direction: Direction): boolean {
  const { list, folder } = direction;
  const told = list.instructions[direction.at];
  const most = (told ? told.timeoutSeconds * 1000 : 0) + HANG_MILLISECONDS;
  const begun = milliseconds();
  for (let first = 0; first < list.instructions.length; first++) {
    while (isHeld(actingPlace.alive(folder, first))) {
      if (milliseconds() - begun > most) return false;
      WScript.Sleep(POLL_MILLISECONDS);
    }
  }
  return true;
}
