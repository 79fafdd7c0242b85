/**
 * A key by way of a registry export, for machines whose WMI is broken or, like Wine's, gives no lists. The text is decoded on our
 * side; here only what was not asked for is left out, since the whole tree can be many times as large.
 */
function exportKey(question: Asked, hive: Hive, below: string, folder: string): Answered {
  if (folder === '') return needsFolder();
  const key = fullKey(hive, below);
  try {
    const kept = keepAsked(exported(key, folder), key, question.depth || 0, question.values, question.maxBytes);
    return yes('"export":' + jsonText(kept.text), kept.cut);
  } catch (fault) {
    return isAnswered(fault) ? fault : fromFault(fault, key);
  }
}

function fullKey(hive: Hive, below: string): string {
  return below === '' ? hive.name : hive.name + '\\' + below;
}

/** A key and all below it as text; throws an answer when it cannot be exported. */
function exported(key: string, folder: string): string {
  const target = folder + '\\key';
  removeFile(target);
  // regedit asks for elevation with a dialog since Windows Vista; Windows 2000 has no reg.exe
  const reg = '"' + systemFolder + '\\reg.exe"';
  const line = files.FileExists(systemFolder + '\\reg.exe')
    ? reg + ' export "' + key + '" "' + target + '"'
    : '"' + variable('SystemRoot') + '\\regedit.exe" /e "' + target + '" "' + key + '"';
  try {
    const exit = shell.Run(line, 0, true);
    if (!files.FileExists(target)) throw no('error', key + ' could not be exported (exit code ' + exit + ')');
    const text = readText(target, -1, MOST_EXPORT, false).text;
    return text.indexOf('Windows Registry Editor') < 0 ? readText(target, 0, MOST_EXPORT, false).text : text;
  } finally {
    removeFile(target);
  }
}

const MOST_EXPORT = 67108864;

/** The part of an export that was asked for: keys down to a depth, values of some names. */
function keepAsked(text: string, root: string, depth: number, values: string[] | undefined, most: number): Content {
  const wanted = namesWanted(values);
  const kept: string[] = [text.substring(0, lineEnd(text, 0))];
  const deepest = slashes(root) + depth;
  const start = '[' + root.toLowerCase();
  let size = 0;
  let inside = false;
  let at = kept[0].length;
  while (at < text.length) {
    const first = text.charAt(at);
    let keep = false;
    let end: number;
    if (first === '[') {
      end = lineEnd(text, at);
      const line = text.substring(at, end).replace(/[\r\n]+$/, '');
      const after = line.charAt(start.length);
      inside =
        line.substring(0, start.length).toLowerCase() === start &&
        (after === ']' || after === '\\') &&
        slashes(line) <= deepest;
      keep = inside;
    } else if (first === '"' || first === '@') {
      const nameEnd = first === '@' ? at + 1 : closingQuote(text, at) + 1;
      end = valueEnd(text, nameEnd);
      keep = inside && isWanted(wanted, first === '@' ? '' : unescaped(text.substring(at + 1, nameEnd - 1)));
    } else end = lineEnd(text, at);
    if (keep) {
      size += end - at;
      if (size > most) return { text: kept.join(''), cut: true };
      kept[kept.length] = text.substring(at, end);
    }
    at = end;
  }
  return { text: kept.join(''), cut: false };
}

function slashes(text: string): number {
  return text.split('\\').length;
}

/** Position after the line that `at` is in. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Position of the quote that closes the one at `at`; texts may span lines. */
function closingQuote(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const c = codeAt(text, i);
    if (c === 92) i++;
    else if (c === 34) return i;
  }
  return text.length - 1;
}

/** Position after a value: a text ends with its quote, hexadecimal digits go on while lines end in a backslash. */
function valueEnd(text: string, nameEnd: number): number {
  if (text.substring(nameEnd, nameEnd + 2) === '="') return lineEnd(text, closingQuote(text, nameEnd + 1));
  let end = lineEnd(text, nameEnd);
  while (end < text.length && /\\\s*$/.test(text.substring(end - 4, end))) end = lineEnd(text, end);
  return end;
}

function unescaped(text: string): string {
  return text.replace(/\\([\\"])/g, '$1');
}
