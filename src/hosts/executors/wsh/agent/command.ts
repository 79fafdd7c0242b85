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

interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a line hidden, to its end. Its output lies in two files of the folder, which the caller removes. */
function run(line: string, folder: string): Ran {
  const out = folder + '\\out';
  const err = folder + '\\err';
  removeFile(out);
  removeFile(err);
  return { exit: shell.Run(redirected(line, out, err), 0, true), out, err };
}

function answerCommand(question: Asked, folder: string): Answered {
  if (folder === '') return needsFolder();
  const ran = run(question.line || '', folder);
  try {
    const out = readText(ran.out, 0, question.maxBytes, false);
    const err = readText(ran.err, 0, MOST_ERROR_TEXT, false);
    return yes(
      '"out":' + ansi(out.text) + ',"exit":' + ran.exit + (err.text === '' ? '' : ',"err":' + ansi(err.text)),
      out.cut,
    );
  } catch (fault) {
    return no('error', 'the output of the command could not be read: ' + faultText(fault));
  } finally {
    removeFile(ran.out);
    removeFile(ran.err);
  }
}

function needsFolder(): Answered {
  return no('error', noFolderWhy);
}

/** Why there is no folder of our own, once that is known. */
let noFolderWhy = 'no folder for temporary files';
