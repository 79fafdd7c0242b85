/** Files by which the supervisor of instructions and its workers know of each other, beside those of `place`. */
const actingPlace = {
  /** Made by the one worker that may begin at this position. */
  claim: (folder: string, position: number) => folder + '\\c' + position,
  /** The instruction was begun. */
  begun: (folder: string, instruction: number) => folder + '\\b' + instruction,
  /** Something may have been changed. */
  touched: (folder: string, instruction: number) => folder + '\\t' + instruction,
  /** Held open by the supervisor as long as somebody listens. */
  listening: (folder: string) => folder + '\\listening',
  /** Held open by a worker as long as it lives. */
  alive: (folder: string, position: number) => folder + '\\w' + position,
};

/** Whether a file is held open by whoever made it: such a file cannot be deleted. */
function isHeld(path: string): boolean {
  if (!files.FileExists(path)) return false;
  try {
    files.DeleteFile(path, true);
    return false;
  } catch (fault) {
    return true;
  }
}

function hold(path: string): TextStream {
  return files.CreateTextFile(path, true, false);
}
