const CHUNK = 65536;
const MOST_LINE = 134217728;

interface Content {
  readonly text: string;
  readonly cut: boolean;
}

/** Reads a file's characters: bytes as the ANSI code page (0) or UTF-16 (-1), at most `most`, from its beginning or its end. */
function readText(path: string, format: 0 | -1, most: number, tail: boolean): Content {
  const stream = files.OpenTextFile(path, 1, false, format);
  const parts: string[] = [];
  let kept = 0;
  let first = 0;
  let count = 0;
  let cut = false;
  try {
    while (!stream.AtEndOfStream) {
      if (!tail && kept >= most) {
        cut = true;
        break;
      }
      const part = stream.Read(tail ? CHUNK : Math.min(CHUNK, most - kept));
      parts[count++] = part;
      kept += part.length;
      // of a log of gigabytes only the end may stay in memory
      while (tail && kept - parts[first].length >= most) {
        kept -= parts[first].length;
        parts[first++] = '';
        cut = true;
      }
    }
  } finally {
    stream.Close();
  }
  const text = parts.join('');
  if (text.length <= most) return { text, cut };
  return { text: tail ? text.substring(text.length - most) : text.substring(0, most), cut: true };
}

/** A file of one line of ours. */
function readLine(path: string): string {
  let line = '';
  patiently(() => {
    line = readText(path, 0, MOST_LINE, false).text;
  });
  return line;
}

function ansi(text: string): string {
  return '{"ansi":' + jsonText(text) + '}';
}

function answerFile(question: Asked): Answered {
  const path = expand(question.path || '');
  if (isAvoided(path)) return keepAway(path);
  try {
    const content = readText(path, 0, question.maxBytes, question.tail === true);
    return yes('"out":' + ansi(content.text), content.cut);
  } catch (fault) {
    if (files.FolderExists(path)) return no('error', path + ' is a folder');
    return fromFault(fault, path);
  }
}

/** Writes ASCII text and shows the file only when it is whole. */
function writeWhole(path: string, text: string): void {
  const stream = files.CreateTextFile(path + '.new', true, false);
  try {
    stream.Write(text);
  } finally {
    stream.Close();
  }
  patiently(() => files.MoveFile(path + '.new', path));
}

/** Tries again for a second: a virus scanner may hold a file for a moment after it was written. */
function patiently(act: () => void): void {
  for (let tries = 0; ; tries++) {
    try {
      act();
      return;
    } catch (fault) {
      if (tries === 20) throw fault;
      WScript.Sleep(50);
    }
  }
}

function removeFile(path: string): void {
  try {
    if (files.FileExists(path)) files.DeleteFile(path, true);
  } catch (fault) {
    // goes with its folder at the end
  }
}
