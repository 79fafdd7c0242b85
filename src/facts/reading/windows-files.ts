import type { Answer } from '../../model/answer.js';
import type { Maker } from '../services.js';
import { flagCell, keyOf, rowsOf, textCell, textIn } from './windows-answers.js';
import {
  type Folders,
  comparablePath,
  expandPath,
  foldersNamed,
  hasProgramEnding,
  likelyProgram,
  programCandidates,
} from './windows-paths.js';

/** What the host says of a program file. */
export interface ProgramFile {
  readonly path: string;
  readonly company: string | undefined;
  readonly product: string | undefined;
  readonly description: string | undefined;
  readonly version: string | undefined;
  /** As the host wrote it: WMI's date form. */
  readonly modified: string | undefined;
}

/** Files that exist, by their comparable path. */
export type ProgramFiles = ReadonlyMap<string, ProgramFile>;

/** The host's folders out of the answers to `currentVersion` and `programFolders`. */
export function foldersOf(windows: Answer, programs: Answer): Folders {
  const current = keyOf(windows, 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion');
  const version = keyOf(programs, 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion');
  const root = textIn(current, 'SystemRoot');
  const known: readonly (readonly [string, string | undefined])[] = [
    ['systemroot', root],
    ['windir', root],
    ['systemdrive', root && /^[a-z]:/i.exec(root)?.[0]],
    ['programfiles', textIn(version, 'ProgramFilesDir')],
    ['programfiles(x86)', textIn(version, 'ProgramFilesDir (x86)')],
    ['commonprogramfiles', textIn(version, 'CommonFilesDir')],
    ['commonprogramfiles(x86)', textIn(version, 'CommonFilesDir (x86)')],
  ];
  const variables = new Map<string, string>();
  // a value that is itself a variable would not be replaced again
  for (const [name, folder] of known)
    if (folder && !folder.includes('%')) variables.set(name, folder.replace(/\\+$/, ''));
  return foldersNamed(variables);
}

export function programFilesOf(answer: Answer, folders: Folders): ProgramFiles {
  const files = new Map<string, ProgramFile>();
  for (const row of rowsOf(answer) ?? []) {
    const path = textCell(row.path);
    if (path === undefined || flagCell(row.exists) !== true) continue;
    files.set(comparablePath(path, folders), {
      path,
      company: textCell(row.company),
      product: textCell(row.product),
      description: textCell(row.description),
      version: textCell(row.version),
      modified: textCell(row.modified),
    });
  }
  return files;
}

/** The file at that path, if the host found it. */
export function fileAt(path: string, files: ProgramFiles, folders: Folders): ProgramFile | undefined {
  return files.get(comparablePath(path, folders));
}

export interface Program {
  readonly path: string;
  readonly file: ProgramFile | undefined;
}

/** Cuts the program out of a command line: the first that exists in the order Windows tries them, else the likeliest. */
export function programOf(commandLine: string, files: ProgramFiles, folders: Folders): Program | undefined {
  for (const candidate of programCandidates(commandLine)) {
    const exact = comparablePath(candidate, folders);
    const complete = hasProgramEnding(exact) ? exact : `${exact}.exe`;
    const file = files.get(exact) ?? files.get(complete);
    if (file) return { path: expandPath(files.has(exact) ? candidate : `${candidate}.exe`, folders), file };
  }
  const likely = likelyProgram(commandLine);
  return likely === undefined ? undefined : { path: expandPath(likely, folders), file: undefined };
}

/**
 * Microsoft's spellings of its own name in version resources; Windows 2000 has "Microsoft Corp., Veritas Software" for the parts
 * of its disk manager. Wine's own programs name Microsoft as well, so that they count as the system's.
 */
export function isMicrosoft(company: string): boolean {
  // nearly every file on a server either says just this or begins otherwise
  if (company === 'Microsoft Corporation') return true;
  if (!/^[^a-z]*microsoft/i.test(company)) return false;
  const plain = company.replaceAll(/[®™©]|\((r|c|tm)\)/gi, ' ').trim();
  return /^microsoft(\s*$|\s+(corp\b|corporation\b|windows\b))/i.test(plain);
}

/**
 * The maker by the version resource. A file in the Windows folder whose maker cannot be read is nobody's: other makers put theirs
 * there too, and calling it the system's would keep it running during the upgrade.
 */
export function makerOf(file: ProgramFile | undefined): Maker {
  if (file?.company === undefined) return { kind: 'unknown', name: undefined, how: 'unreadable' };
  return { kind: isMicrosoft(file.company) ? 'system' : 'other', name: file.company, how: 'version-resource' };
}
