const MOST_ERROR_TEXT = 4096;

/**
 * A command line that runs another in a shell of its own with its output in files. The outer shell sees the inner line with its
 * quotes turned inside out: what is quoted there is bare here, so the outer shell's own characters get a caret in those places.
 */
function redirected(line: string, out: string, err: string): string {
  let inner = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const c = line.charAt(i);
    if (c === '"') quoted = !quoted;
    else if (quoted && '&|<>^()'.indexOf(c) >= 0) inner += '^';
    inner += c;
  }
  const shellProgram = '"' + (variable('COMSPEC') || systemFolder + '\\cmd.exe') + '"';
  return shellProgram + ' /s /c "<nul >"' + out + '" 2>"' + err + '" ' + shellProgram + ' /s /c "' + inner + '""';
}

/** Names are a command's own: one that was ended may hold its files for a moment longer. */
function outputFile(folder: string, question: Asked): string {
  return folder + '\\o' + question.index;
}

function answerCommand(question: Asked, folder: string): Answered {
  if (folder === '') return needsFolder();
  const out = outputFile(folder, question);
  const exit = shell.Run(redirected(question.line || '', out, out + 'e'), 0, true);
  try {
    return outputOf(question, folder, ',"exit":' + exit);
  } catch (fault) {
    return no('error', 'the output of the command could not be read: ' + faultText(fault));
  }
}

/** What a command wrote, with its exit code where it has one. */
function outputOf(question: Asked, folder: string, exit: string): Answered {
  const file = outputFile(folder, question);
  const out = readText(file, 0, question.maxBytes, false);
  const err = readText(file + 'e', 0, MOST_ERROR_TEXT, false);
  removeFile(file);
  removeFile(file + 'e');
  return yes('"out":' + ansi(out.text) + exit + (err.text === '' ? '' : ',"err":' + ansi(err.text)), out.cut);
}

/** Whether a command that still runs has written more than so many bytes. */
function hasWritten(question: Asked, folder: string, bytes: number): boolean {
  try {
    return question.kind === 'command' && files.GetFile(outputFile(folder, question)).Size > bytes;
  } catch (fault) {
    return false;
  }
}

function needsFolder(): Answered {
  return no('error', noFolderWhy);
}

/** Why there is no folder of our own, once that is known. */
let noFolderWhy = 'no folder for temporary files';
