import { type Stats, lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { type Text, say } from '../../i18n/text.js';
import { type BytePath, asBytePath, emptyPath, joined, pathBytes, shownPath } from '../byte-path.js';
import type { Batch, BackupEntry, Problem } from '../reader.js';

const batchSize = 256;

export interface WalkOptions {
  /** Folders that are not entered and files that are left out, by their path below the root. */
  readonly leaveOut?: (path: BytePath, stats: Stats) => boolean;
}

interface Folder {
  readonly path: BytePath;
  /** The folders it lies in, as device and inode, to see a loop. */
  readonly above: readonly string[];
}

/**
 * Everything below a folder, without following links; the folder itself is left out. Files that vanish in between are passed over, as if
 * the walk had been a moment later; what may not be read is told as a problem.
 *
 * @param root absolute; as bytes, since a name on the way may be no UTF-8
 */
export function* walk(root: BytePath, options: WalkOptions = {}): Generator<Batch> {
  const stack: Folder[] = [{ path: emptyPath, above: [identity(lstatSync(pathBytes(root)))] }];
  let entries: BackupEntry[] = [];
  let problems: Problem[] = [];
  for (let folder = stack.pop(); folder; folder = stack.pop()) {
    const names = namesIn(root, folder.path, problems);
    for (const name of names) {
      const path = joined(folder.path, name);
      const found = lookAt(root, path, problems);
      if (!found || options.leaveOut?.(path, found.stats)) continue;
      entries.push(found.entry);
      if (found.entry.kind === 'folder') enter(stack, folder, path, found.stats, problems);
      if (entries.length < batchSize) continue;
      yield { entries, problems };
      [entries, problems] = [[], []];
    }
  }
  if (entries.length > 0 || problems.length > 0) yield { entries, problems };
}

/** What `lstat` tells of one path below a root; undefined when nothing is there. */
export function lookAt(
  root: BytePath,
  path: BytePath,
  problems: Problem[],
): { readonly entry: BackupEntry; readonly stats: Stats } | undefined {
  const bytes = pathBytes(joined(root, path));
  try {
    const stats = lstatSync(bytes);
    return { entry: entryOf(path, stats, stats.isSymbolicLink() ? readlinkSync(bytes, 'latin1') : undefined), stats };
  } catch (error) {
    if (!isGone(error)) problems.push(cannotLook(path, error));
    return undefined;
  }
}

export function entryOf(path: BytePath, stats: Stats, target: string | undefined): BackupEntry {
  const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : target !== undefined ? 'link' : 'other';
  return {
    path,
    kind,
    size: kind === 'file' ? stats.size : 0,
    modified: stats.mtimeMs,
    changed: stats.ctimeMs,
    // Windows makes these bits up from one attribute
    ...(process.platform === 'win32' ? {} : { mode: stats.mode & 0o7777 }),
    ...(target === undefined ? {} : { target: asBytePath(target) }),
  };
}

export function isGone(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function namesIn(root: BytePath, folder: BytePath, problems: Problem[]): BytePath[] {
  try {
    return readdirSync(pathBytes(joined(root, folder)), 'latin1').map(asBytePath);
  } catch (error) {
    if (!isGone(error)) problems.push(cannotLook(folder, error));
    return [];
  }
}

function enter(stack: Folder[], from: Folder, path: BytePath, stats: Stats, problems: Problem[]): void {
  const own = identity(stats);
  if (from.above.includes(own)) problems.push({ means: 'not-verifiable', text: loop(path) });
  else stack.push({ path, above: [...from.above, own] });
}

const identity = (stats: Stats): string => `${stats.dev}:${stats.ino}`;

/** A read error is damage; missing rights only mean that we do not know. */
export function cannotLook(path: BytePath, error: unknown): Problem {
  const code = codeOf(error);
  return { means: code === 'EIO' ? 'damaged' : 'not-verifiable', text: cannotRead(path, code) };
}

const cannotRead = (path: BytePath, code: string): Text =>
  say({
    en: `${shownPath(path) || '.'} cannot be read (${code}).`,
    es: `No se puede leer ${shownPath(path) || '.'} (${code}).`,
  });

const loop = (path: BytePath): Text =>
  say({
    en: `The folder ${shownPath(path)} is one of those it lies in; it was not entered again.`,
    es: `La carpeta ${shownPath(path)} es una de las que la contienen; no se ha vuelto a entrar en ella.`,
  });
