/** A worker alone for this long ends itself. */
const ALONE_MILLISECONDS = 30000;

/** Whether a worker that began at `first` still answers the question at `position`: those asked alone get one of their own. */
function sameWorker(batch: AskedBatch, first: number, position: number): boolean {
  if (position >= batch.order.length) return false;
  return position === first || !batch.questions[batch.order[position]].alone;
}

/** Answers the questions from a position on, each into a file of its own that appears when it is whole. */
function work(batch: AskedBatch, folder: string, first: number, word: string): void {
  // another was quicker, or it is too late
  if (!claim(place.claim(folder, first))) return;
  writeWhole(place.ready(folder, first), '');
  try {
    shell.CurrentDirectory = folder;
  } catch (fault) {
    // Windows Script Host 2.0 (Windows 2000) cannot set it
  }
  writeWhole(place.process(folder, first), String(ownProcess(word)));
  if (first === 0) writeWhole(place.header(folder), header(true));
  const earlier = { line: (id: string) => lineInFolder(batch, folder, id) };
  let heard = milliseconds();
  for (let position = first; sameWorker(batch, first, position); position++) {
    if (files.FileExists(place.ended(folder, first))) return;
    // it cannot be read while it is written anew
    heard = readBeat(folder) || heard;
    if (milliseconds() - heard > ALONE_MILLISECONDS) {
      leave(folder);
      return;
    }
    const index = batch.order[position];
    const question = batch.questions[index];
    const begun = milliseconds();
    const line = answerLine(question.id, 0, answer(question, folder, earlier));
    // the time is known only now; it stands where the zero was put
    const timed = line.replace(/,"ms":0,/, ',"ms":' + (milliseconds() - begun) + ',');
    if (!hand(place.answer(folder, index), timed, question)) return;
  }
}

/** Writes an answer, or when the disk is too full for it, that it is. */
function hand(path: string, line: string, question: Asked): boolean {
  let why: string;
  try {
    writeWhole(path, line);
    return true;
  } catch (fault) {
    why = faultText(fault);
  }
  try {
    removeFile(path + '.new');
    writeWhole(path, answerLine(question.id, 0, no('error', 'the answer could not be stored on the server: ' + why)));
    return true;
  } catch (fault) {
    return false;
  }
}

function lineInFolder(batch: AskedBatch, folder: string, id: string): string {
  for (let i = 0; i < batch.questions.length; i++) {
    if (batch.questions[i].id === id && files.FileExists(place.answer(folder, i)))
      return readLine(place.answer(folder, i));
  }
  return '';
}
