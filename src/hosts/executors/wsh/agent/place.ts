/** Names of the files in the folder that supervisor and workers talk by; `position` is where in the order a worker began. */
const place = {
  answer: (folder: string, question: number) => folder + '\\a' + question,
  /** Made by the one program that may work from this position on, or by the supervisor so that none may. */
  claim: (folder: string, position: number) => folder + '\\c' + position,
  /** The worker runs. */
  ready: (folder: string, position: number) => folder + '\\r' + position,
  /** The worker's process number, after which its first question's time begins. */
  process: (folder: string, position: number) => folder + '\\p' + position,
  /** The worker is given up: it must not go on should it come back to life. */
  ended: (folder: string, position: number) => folder + '\\x' + position,
  /** An attempt to end the worker is over. */
  cleared: (folder: string, position: number) => folder + '\\e' + position,
  header: (folder: string) => folder + '\\header',
  program: (folder: string) => folder + '\\antesala.js',
};

/** Makes a file that must not be there yet. Of all that try, Windows lets one. */
function claim(path: string): boolean {
  try {
    files.CreateTextFile(path, false, false).Close();
    return true;
  } catch (fault) {
    return false;
  }
}
