const BEAT_MILLISECONDS = 2000;
/**
 * Sees that every question gets its line in time, and in the order asked. It touches nothing that can hang: registry, files and
 * WMI are read by workers.
 */
interface Supervision {
  readonly batch: AskedBatch;
  readonly output: Output;
  readonly folder: string;
  readonly lines: string[];
  headed: boolean;
  printed: number;
  beaten: number;
}

/** Exit code: 0 when every question has its line and the end line is written, 2 when told to stop. */
function supervise(batch: AskedBatch, output: Output): number {
  const begun = milliseconds();
  const folder = makeFolder(batch.nonce);
  const watch: Supervision = { batch, output, folder, lines: [], headed: false, printed: 0, beaten: 0 };
  if (folder !== '') beat(watch);
  try {
    let position = 0;
    while (folder !== '' && position < batch.order.length) {
      const next = watchWorker(watch, position);
      if (next < 0) break;
      position = next;
    }
    if (toldToStop()) return 2;
    if (position < batch.order.length && !answerHere(watch, position)) return 2;
  } finally {
    if (folder !== '') removeFolder(folder);
  }
  if (!watch.headed) writeHeader(watch, header(true));
  output.write('{"end":' + batch.questions.length + ',"ms":' + (milliseconds() - begun) + '}');
  return 0;
}

function beat(watch: Supervision): void {
  if (milliseconds() - watch.beaten < BEAT_MILLISECONDS) return;
  writeBeat(watch.folder);
  watch.beaten = milliseconds();
}

/** Waits for a file, at most so long. */
function waitFor(watch: Supervision, path: string, most: number): boolean {
  const begun = milliseconds();
  while (!files.FileExists(path)) {
    if (milliseconds() - begun > most || toldToStop()) return files.FileExists(path);
    WScript.Sleep(POLL_MILLISECONDS);
    beat(watch);
  }
  return true;
}

/**
 * Starts a worker and follows it to its end or to a question that takes too long.
 *
 * @returns the position to go on from; -1 when no worker starts or we are told to stop
 */
function watchWorker(watch: Supervision, first: number): number {
  const { batch, folder } = watch;
  const came = startWorker(batch.nonce, folder, first, ['worker', 'worker'], () => beat(watch));
  if (came !== CAME) {
    noFolderWhy = noSecondHost(folder);
    // one that was too slow must not go on beside us
    if (came !== NONE) giveUp(watch, first);
    return -1;
  }
  waitFor(watch, place.process(folder, first), START_MILLISECONDS);
  if (!watch.headed) {
    const known = waitFor(watch, place.header(folder), START_MILLISECONDS);
    writeHeader(watch, known ? readLine(place.header(folder)) : header(false));
  }
  try {
    return follow(watch, first);
  } catch (fault) {
    // nobody reads any more, or the result's disk is full
    giveUp(watch, first);
    throw fault;
  }
}

/** Shows the answers of a worker as they come. */
function follow(watch: Supervision, first: number): number {
  const { batch, folder } = watch;
  let position = first;
  for (; sameWorker(batch, first, position); position++) {
    const index = batch.order[position];
    const question = batch.questions[index];
    const most = question.timeoutSeconds * 1000;
    if (!waitForAnswer(watch, question, most)) {
      giveUp(watch, first);
      if (toldToStop()) return -1;
      show(watch, index, answerLine(question.id, most, afterTheEnd(question, folder)));
      return position + 1;
    }
    show(watch, index, readLine(place.answer(folder, index)));
  }
  return position;
}

/** Waits for an answer in its time; a command that would fill the disk is not waited for. */
function waitForAnswer(watch: Supervision, question: Asked, most: number): boolean {
  const begun = milliseconds();
  const file = place.answer(watch.folder, question.index);
  for (;;) {
    const left = most - (milliseconds() - begun);
    if (waitFor(watch, file, Math.min(left, 1000))) return true;
    if (left <= 1000 || toldToStop() || hasWritten(question, watch.folder, question.maxBytes + MOST_BEYOND))
      return false;
  }
}

/** What is left to say of a question whose worker was ended: enough output is an answer, though nobody knows the exit code. */
function afterTheEnd(question: Asked, folder: string): Answered {
  try {
    if (hasWritten(question, folder, question.maxBytes)) return outputOf(question, folder, '');
  } catch (fault) {
    // still held by a command that could not be ended
  }
  return no('timeout', 'no answer within ' + question.timeoutSeconds + ' s');
}

function writeHeader(watch: Supervision, line: string): void {
  watch.output.write(line);
  watch.headed = true;
}

function giveUp(watch: Supervision, first: number): void {
  try {
    writeWhole(place.ended(watch.folder, first), '');
    shell.Run(ownProgram('end', watch.batch.nonce + '.' + first, watch.folder), 0, false);
    const begun = milliseconds();
    while (!files.FileExists(place.cleared(watch.folder, first)) && milliseconds() - begun < END_MILLISECONDS) {
      WScript.Sleep(POLL_MILLISECONDS);
      beat(watch);
    }
  } catch (fault) {
    // a worker that cannot be ended finds itself given up, or its folder gone
  }
}

/** Lines go out in the order asked, as soon as those before them are there. */
function show(watch: Supervision, index: number, line: string): void {
  watch.lines[index] = line;
  while (watch.printed < watch.batch.questions.length && watch.lines[watch.printed]) {
    watch.output.write(watch.lines[watch.printed]);
    watch.printed++;
  }
}

/**
 * Without a folder for workers the rest is answered here and kept in memory. Nothing could end a question that hangs, so those
 * that are known to are not asked.
 */
function answerHere(watch: Supervision, first: number): boolean {
  const { batch } = watch;
  if (!watch.headed) writeHeader(watch, header(true));
  const earlier = {
    line: (id: string) => {
      for (let i = 0; i < batch.questions.length; i++) if (batch.questions[i].id === id) return watch.lines[i] || '';
      return '';
    },
  };
  for (let position = first; position < batch.order.length; position++) {
    if (toldToStop()) return false;
    const index = batch.order[position];
    const question = batch.questions[index];
    const begun = milliseconds();
    const answered = question.alone ? needsFolder() : answer(question, '', earlier);
    show(watch, index, answerLine(question.id, milliseconds() - begun, answered));
  }
  return true;
}
