interface Ran {
  readonly exit: number;
  readonly out: Content;
  readonly err: Content;
  /** Ended since its time was over. */
  readonly late: boolean;
}

const COMMAND_POLL_MILLISECONDS = 20;

/**
 * Runs a command line and waits for it until `deadline`; then it and all it started is ended.
 *
 * @param name of its files in the task's folder
 * @param most bytes of output that are kept; one that prints very much more is ended
 */
function runLimited(task: Task, name: string, line: string, most: number, deadline: number): Ran {
  if (line.split('"').length % 2 === 0)
    throw no('error', 'the quotes of this command line do not come in pairs: ' + line);
  const out = task.folder + '\\' + name;
  const code = out + 'c';
  removeFile(code);
  shell.Run(withExit(redirected(line, out, out + 'e'), code), 0, false);
  let exit = NaN;
  let late = false;
  let flood = false;
  while (!late && !flood) {
    exit = exitIn(code);
    if (isFinite(exit)) break;
    late = milliseconds() >= deadline;
    flood = sizeOf(out) > most + MOST_BEYOND;
    WScript.Sleep(COMMAND_POLL_MILLISECONDS);
  }
  if (late || flood) endTree(task.root, task.spared);
  if (flood) throw no('error', 'the command printed more than ' + (most + MOST_BEYOND) + ' bytes and was ended');
  try {
    const printed = files.FileExists(out) ? readText(out, 0, most, false) : { text: '', cut: false };
    const errors = files.FileExists(out + 'e')
      ? readText(out + 'e', 0, MOST_ERROR_TEXT, false)
      : { text: '', cut: false };
    return { exit, out: printed, err: errors, late };
  } finally {
    removeFile(out);
    removeFile(out + 'e');
    removeFile(code);
  }
}

/** The same line, with its exit code written to a file when it has ended: the outer shell's own, which only a second reading tells. */
function withExit(line: string, file: string): string {
  return line.substring(0, line.length - 1) + ' & call echo %^errorlevel% >"' + file + '""';
}

/** NaN while there is none. */
function exitIn(file: string): number {
  try {
    if (!files.FileExists(file)) return NaN;
    const said = /^(-?\d+)\s*[\r\n]/.exec(readText(file, 0, 32, false).text);
    return said ? parseInt(said[1], 10) : NaN;
  } catch (fault) {
    // being written
    return NaN;
  }
}

function sizeOf(file: string): number {
  try {
    return files.GetFile(file).Size;
  } catch (fault) {
    return 0;
  }
}
