const MOST_BLANKS = 40;

/**
 * The programs a command line may mean, in the order in which Windows tries them: what is quoted, else what comes before the first
 * blank, before the second… and the whole. The facts cut paths out of the same command lines by the same rule.
 */
function programCandidates(commandLine: string): string[] {
  const line = commandLine.replace(/^\s+/, '').replace(/\s+$/, '');
  if (line === '') return [];
  if (line.charAt(0) === '"') {
    const end = line.indexOf('"', 1);
    const quoted = line.substring(1, end < 0 ? line.length : end);
    return quoted === '' ? [] : [quoted];
  }
  const candidates: string[] = [];
  for (let at = 1; at < line.length && candidates.length < MOST_BLANKS; at++) {
    if (/\s/.test(line.charAt(at))) candidates[candidates.length] = line.substring(0, at);
  }
  candidates[candidates.length] = line;
  return candidates;
}

/** The path in full: variables, the kernel's spellings and paths relative to the Windows folder replaced. */
function fullPath(path: string): string {
  const windows = '%SystemRoot%\\';
  let plain = expand(path).replace(/\//g, '\\').replace(/"/g, '');
  plain = plain
    .replace(/^\\\?\?\\/, '')
    .replace(/^\\\\\?\\([A-Za-z]:)/, '$1')
    .replace(/^\\SystemRoot\\/i, windows);
  if (/^\\?(system32|syswow64)\\/i.test(plain)) plain = windows + plain.replace(/^\\/, '');
  else if (/^\\?drivers\\/i.test(plain)) plain = windows + 'System32\\' + plain.replace(/^\\/, '');
  return expand(plain);
}

/** A path with a drive of its own. Others would mean whatever folder is current, or a server that may not answer. */
function isLocal(path: string): boolean {
  return /^[A-Za-z]:\\/.test(path);
}

/**
 * The program of a command line: the first candidate that exists, with `.exe` where it names no kind of file, else the likeliest
 * one. Nothing on a drive to keep away from is looked at.
 */
function programOf(commandLine: string): string {
  const candidates = programCandidates(commandLine);
  let likely = '';
  for (let i = 0; i < candidates.length; i++) {
    let path = fullPath(candidates[i]);
    if (path.indexOf('\\') < 0) path = fullPath('System32\\' + path);
    const named = /\.(exe|com|sys|dll|bat|cmd|scr|ocx|cpl)$/i.test(path);
    if (isAvoided(path)) return path;
    if (isLocal(path)) {
      if (files.FileExists(path)) return path;
      if (!named && files.FileExists(path + '.exe')) return path + '.exe';
    }
    if (likely === '' && (named || i === candidates.length - 1)) likely = path;
  }
  return likely;
}
