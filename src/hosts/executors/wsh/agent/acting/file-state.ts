const MOST_FILE = 262144;
const READ_ONLY = 1;

function pathOf(thing: Thing): string {
  const path = expand(thing.path || '');
  if (isAvoided(path)) throw keepAway(path);
  return path;
}

/** A file with all its bytes, or that there is none. */
function lookFile(thing: Thing): Found {
  const path = pathOf(thing);
  finishReplacing(path);
  if (files.FolderExists(path)) throw no('error', path + ' is a folder');
  if (!files.FileExists(path)) return { present: false };
  const content = readText(path, 0, MOST_FILE, false);
  if (content.cut) throw no('error', path + ' is larger than 256 KiB');
  if (!keepsBytes(content.text)) throw no('unsupported', path + ' has bytes that cannot be read with this code page');
  const base64 = base64Of(content.text);
  if (base64 === '' && content.text !== '') throw no('error', path + ' could not be read byte by byte');
  return { present: true, base64 };
}

/**
 * Writes a file in its place, so that it keeps its owner and its rights. The new content is whole on the disk before the old is
 * touched: a disk that is full harms nothing. No object of Windows Script Host replaces a file in one step and leaves it its rights; what a
 * power cut leaves half written is finished before anybody looks at it again.
 */
function setFile(thing: Thing, to: State): string {
  const path = pathOf(thing);
  if (to['present'] === false) {
    files.DeleteFile(path, true);
    return '';
  }
  const text = textOfBase64(String(to['base64'] || ''));
  if (!keepsBytes(text)) return 'bytes beyond ASCII cannot be written with this code page';
  const draft = path + '.antesala-draft';
  const whole = wholeBeside(path);
  try {
    const stream = files.CreateTextFile(draft, true, false);
    try {
      stream.Write(text);
    } finally {
      stream.Close();
    }
    if (files.GetFile(draft).Size !== text.length) return 'the new content could not be written whole';
    removeFile(whole);
    files.MoveFile(draft, whole);
    replaceContent(whole, path);
  } finally {
    removeFile(draft);
    removeFile(whole);
  }
  return '';
}

/** The new content stands here, whole, while it is being put into the file. */
function wholeBeside(path: string): string {
  return path + '.antesala-new';
}

/** Finishes what broke off half way. A file that holds anything else than a part of the new content is not ours to write any more. */
function finishReplacing(path: string): void {
  const whole = wholeBeside(path);
  if (!files.FileExists(whole)) return;
  if (files.FileExists(path)) {
    const wanted = readText(whole, 0, MOST_FILE, false).text;
    const there = readText(path, 0, MOST_FILE, false).text;
    // the file system may have made room that was never written to
    const written = there.replace(/\0+$/, '');
    if (there !== wanted && wanted.substring(0, written.length) === written) replaceContent(whole, path);
  }
  removeFile(whole);
}

function replaceContent(from: string, path: string): void {
  const attributes = files.FileExists(path) ? files.GetFile(path).Attributes : 0;
  const readOnly = (attributes & READ_ONLY) !== 0;
  if (readOnly) files.GetFile(path).Attributes = settable(attributes) & ~READ_ONLY;
  try {
    files.CopyFile(from, path);
  } finally {
    if (readOnly) files.GetFile(path).Attributes = settable(attributes);
  }
}

/** Of all attributes these may be set: read-only, hidden, system, archive. */
function settable(attributes: number): number {
  return attributes & 39;
}
