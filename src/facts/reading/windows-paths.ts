/**
 * Program paths as Windows writes them in the Services key: quoted or not, with arguments, with blanks, with environment variables,
 * in the kernel's spelling (`\SystemRoot\…`, `\??\C:\…`) or relative to the Windows folder.
 */

/** What the folders are called on the host; a name that is not known stays a variable. */
export interface Folders {
  /** Lower-case variable name to folder, without a backslash at its end. */
  readonly variables: ReadonlyMap<string, string>;
  /** The Windows folder in lower case, to compare with. */
  readonly windows: string | undefined;
}

/** @param variables lower-case variable name to folder, without a backslash at its end */
export function foldersNamed(variables: ReadonlyMap<string, string>): Folders {
  return { variables, windows: variables.get('systemroot')?.toLowerCase() };
}

export const noFolders = foldersNamed(new Map());

/** Extensions that Windows starts as they are; a program named without one gets `.exe`. */
const programEnding = /\.(exe|com|sys|dll|bat|cmd|scr|ocx|cpl)$/i;
/** An unquoted command line of a service never has more blanks in its program path than this; the rest are arguments. */
const mostBlanks = 40;

/**
 * The programs a command line may mean, in the order in which Windows tries them: what is quoted, else what comes before the first
 * blank, before the second… and the whole. Without arguments, not expanded.
 *
 * @example programCandidates('C:\\Program Files\\A B\\x.exe -k') // 'C:\\Program', 'C:\\Program Files\\A', …, 'C:\\Program Files\\A B\\x.exe', …
 */
export function programCandidates(commandLine: string): readonly string[] {
  const line = commandLine.trim();
  if (line === '') return [];
  if (line.startsWith('"')) {
    const end = line.indexOf('"', 1);
    const quoted = line.slice(1, end < 0 ? undefined : end).trim();
    return quoted === '' ? [] : [quoted];
  }
  if (line.search(/\s/) < 0) return [line];
  const candidates: string[] = [];
  const blanks = /\s/g;
  while (candidates.length < mostBlanks) {
    const blank = blanks.exec(line);
    if (!blank) {
      candidates.push(line);
      break;
    }
    candidates.push(line.slice(0, blank.index));
  }
  return candidates;
}

/** The likeliest program of a command line when nothing tells which file exists: the first that ends like one. */
export function likelyProgram(commandLine: string): string | undefined {
  const candidates = programCandidates(commandLine);
  return candidates.find(candidate => programEnding.test(candidate)) ?? candidates[0];
}

/** Whether a path names its kind of file, so that Windows adds no `.exe`. */
export function hasProgramEnding(path: string): boolean {
  return programEnding.test(path);
}

/** The path as a person writes it: variables and the kernel's spellings replaced where the host's folders are known. */
export function expandPath(path: string, folders: Folders): string {
  return withFolders(withVariables(path), folders);
}

/** One way of writing: backslashes, no quotes, and `%SystemRoot%` for the kernel's spellings and for relative paths. */
function withVariables(path: string): string {
  // thousands of paths are compared for a server, and nearly all begin with a drive or a variable: those have nothing to replace
  if ((path[1] === ':' || path[0] === '%') && !path.includes('/') && !path.endsWith('"')) return path;
  let plain = path.includes('"') ? path.replace(/^"+|"+$/g, '') : path;
  if (plain.includes('/')) plain = plain.replaceAll('/', '\\');
  if (plain.startsWith('\\'))
    plain = plain.replace(kernelSpelling, (_all, root?: string) => (root ? windowsFolder : ''));
  const relative = relativeToWindows.exec(plain);
  if (!relative) return plain;
  const start = /^drivers$/i.test(relative[1] ?? '') ? `${windowsFolder}System32\\` : windowsFolder;
  return `${start}${plain.startsWith('\\') ? plain.slice(1) : plain}`;
}

function withFolders(path: string, folders: Folders): string {
  const first = path.indexOf('%');
  if (first < 0) return path;
  const second = path.indexOf('%', first + 1);
  // one variable at the beginning, as in nearly every path that has any
  if (first === 0 && second > 1 && path.indexOf('%', second + 1) < 0) {
    const folder = folders.variables.get(path.slice(1, second).toLowerCase());
    return folder === undefined ? path : folder + path.slice(second + 1);
  }
  return path.replace(
    /%([^%\\]+)%/g,
    (variable, name: string) => folders.variables.get(name.toLowerCase()) ?? variable,
  );
}

const windowsFolder = '%SystemRoot%\\';
/** `\??\C:\…`, `\\?\C:\…` and `\SystemRoot\…`; a volume without a letter keeps its name. */
const kernelSpelling = /^(?:\\\?\?\\|\\\\\?\\(?!volume)|\\(systemroot)\\)/i;
/** Drivers and old services name their file relative to the Windows folder. */
const relativeToWindows = /^\\?(system32|syswow64|drivers)\\/i;

/** One spelling for all spellings of a path, to compare by: lower case, the Windows folder as a variable. */
export function comparablePath(path: string, folders: Folders): string {
  const plain = withVariables(path).toLowerCase();
  const root = folders.windows;
  // what already stands below the Windows folder need not be unfolded and folded again
  if (plain.startsWith('%systemroot%\\') && plain.indexOf('%', 13) < 0) return plain;
  const lower = plain.includes('%') ? withFolders(plain, folders).toLowerCase() : plain;
  if (root !== undefined && lower.startsWith(root) && lower[root.length] === '\\') {
    return `%systemroot%${lower.slice(root.length)}`;
  }
  return lower.startsWith('%windir%') ? `%systemroot%${lower.slice('%windir%'.length)}` : lower;
}
