/** Files by which the supervisor of instructions and its workers know of each other, beside those of `place`. */
const actingPlace = {
  /** The instruction was begun: made by the one worker that may, or after its loss by the supervisor so that it may not. */
  begun: (folder: string, instruction: number) => folder + '\\b' + instruction,
  /** Something may have been changed: made by the worker before it does, or after its loss by the supervisor so that it cannot. */
  touched: (folder: string, instruction: number) => folder + '\\t' + instruction,
  /** Held open by the supervisor as long as somebody listens. */
  listening: (folder: string) => folder + '\\listening',
  /** The process that was launched to be a worker, by the try. */
  launched: (folder: string, position: number, attempt: string) => folder + '\\l' + position + '.' + attempt,
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
    // it may have gone just now
    return files.FileExists(path);
  }
}

function hold(path: string): TextStream {
  return files.CreateTextFile(path, true, false);
}
