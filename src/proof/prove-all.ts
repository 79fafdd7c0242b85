import { type Stats, statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { type BytePath, asBytePath, inside, joined, pathBytes } from '../backups/byte-path.js';
import { FolderReader } from '../backups/folder/folder-reader.js';
import { lookAt, walk } from '../backups/folder/walk.js';
import type { BackupEntry, BackupFacts, Problem } from '../backups/reader.js';
import { type Bench, type Pair, compareRestored, judgePair } from './compare-restored.js';
import { InputError } from '../model/input-error.js';
import { Findings } from './findings.js';
import { judgeMissing } from './judge.js';
import { noneThere } from './none-there.js';
import { SeenPaths } from './seen-paths.js';
import type { Root } from './survey.js';
import { compareTrees } from './trees/compare-trees.js';

export interface AllOptions {
  readonly seed: string;
  /** Whether the SHA-256 of every file is wanted; a third of the speed where the backup is a folder. */
  readonly hash: boolean;
  /** Absolute paths of originals that are not compared. */
  readonly leftOut: readonly BytePath[];
  /** `compare-worker` as it was compiled. */
  readonly thread: URL;
  readonly seen: (findings: Findings) => void;
}

/** So many files are restored at once. */
const batch = { files: 2000, bytes: 1 << 30 };
/** More missing ones than this are counted as damage without asking when they came. */
const mostMissing = 50_000;

/** Compares all that is in the backup with the originals, and says what is not in it. */
export async function proveAll(roots: readonly Root[], options: AllOptions, bench: Bench): Promise<Findings> {
  const findings = new Findings();
  if (bench.reader instanceof FolderReader) {
    for (const root of roots) await compareFolders(bench.reader, root, options, bench, findings);
  } else {
    const seen = await compareListed(roots, options, bench, findings);
    for (const root of roots) await findMissing(root, seen, options, bench, findings);
  }
  return findings;
}

async function compareFolders(
  reader: FolderReader,
  root: Root,
  { hash, leftOut, thread, seen }: AllOptions,
  { made, signal, compared }: Bench,
  findings: Findings,
): Promise<void> {
  const pair = {
    backup: joined(reader.root, root.mapped),
    original: root.original,
    times: reader.facts.times,
    ...(made === undefined ? {} : { made }),
    hash,
    leftOut: leftOut.flatMap(path => inside(path, root.original) ?? []),
  };
  if (!isFolder(pair.backup)) throw new InputError(noneThere([root.mapped], []));
  const missing: BackupEntry[] = [];
  let newest = 0;
  for await (const event of compareTrees(pair, thread, signal)) {
    if ('compared' in event) {
      compared(event.compared);
      continue;
    }
    const { result } = event;
    findings.addTally(result.tally);
    for (const found of result.findings) findings.name({ ...found, path: joined(root.mapped, found.path) });
    for (const problem of result.problems) findings.problem(problem);
    newest = Math.max(newest, result.newestCopy);
    for (const { entry } of result.missing) {
      if (missing.length < mostMissing) missing.push(entry);
      else addMissing(entry, root, undefined, findings);
    }
    seen(findings);
  }
  // a folder does not say when it was made: not before the last of its copies was
  for (const entry of missing) addMissing(entry, root, made ?? (newest || undefined), findings);
}

function isFolder(path: BytePath): boolean {
  return statSync(pathBytes(path), { throwIfNoEntry: false })?.isDirectory() === true;
}

function addMissing(
  entry: BackupEntry,
  root: Root,
  made: number | undefined,
  findings: Findings,
  names: BackupFacts['names'] = 'bytes',
): void {
  findings.add(
    { path: joined(root.mapped, entry.path), size: entry.size, ...judgeMissing(entry, made, names) },
    entry.kind === 'file',
  );
}

/** Goes through the backup once from front to back. */
async function compareListed(
  roots: readonly Root[],
  { seed, leftOut, seen }: AllOptions,
  bench: Bench,
  findings: Findings,
): Promise<SeenPaths> {
  const paths = new SeenPaths(seed);
  const elsewhere: BytePath[] = [];
  let any = false;
  let [waiting, bytes]: [Pair[], number] = [[], 0];
  const compare = async (): Promise<void> => {
    for await (const found of compareRestored(waiting, bench)) findings.add(found, true);
    [waiting, bytes] = [[], 0];
    seen(findings);
  };
  for await (const { entries, problems } of bench.reader.list(bench.signal)) {
    for (const problem of problems) findings.problem(problem);
    for (const entry of entries) {
      const place = placeOf(entry.path, roots);
      if (place) any = true;
      else if (elsewhere.length < 2) elsewhere.push(entry.path);
      if (!place || leftOut.some(one => inside(place.file, one) !== undefined)) continue;
      addWithFolders(entry.path, paths);
      const told: Problem[] = [];
      const original = lookAt(place.root.original, place.path, told)?.entry;
      for (const problem of told) findings.problem(problem);
      if (told.length > 0) continue;
      if (!original) {
        findings.add(
          { path: entry.path, size: entry.size, outcome: 'changed', reason: 'gone', differs: [] },
          entry.kind === 'file',
        );
        continue;
      }
      const pair: Pair = { wanted: { path: entry.path, file: place.file, original }, backup: entry };
      const judged = judgePair(pair, bench);
      if (judged) findings.add(judged, entry.kind === 'file');
      else {
        waiting.push(pair);
        bytes += entry.size;
      }
    }
    if (waiting.length >= batch.files || bytes >= batch.bytes) await compare();
  }
  await compare();
  if (!any && elsewhere.length > 0)
    throw new InputError(
      noneThere(
        roots.map(root => root.mapped),
        elsewhere,
      ),
    );
  return paths;
}

/** A backup need not list the folders that another path leads through: they are there all the same. */
function addWithFolders(path: BytePath, paths: SeenPaths): void {
  paths.add(path);
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    const folder = asBytePath(path.slice(0, at));
    if (paths.has(folder)) return;
    paths.add(folder);
  }
}

function placeOf(path: BytePath, roots: readonly Root[]): { root: Root; path: BytePath; file: BytePath } | undefined {
  for (const root of roots) {
    const below = inside(path, root.mapped);
    // the root itself is not compared: it is where the two trees were put
    if (below !== undefined && below !== '') return { root, path: below, file: joined(root.original, below) };
  }
  return undefined;
}

async function findMissing(
  root: Root,
  paths: SeenPaths,
  { leftOut, seen }: AllOptions,
  { reader, made, signal }: Bench,
  findings: Findings,
): Promise<void> {
  const leaveOut = (path: BytePath, _stats: Stats): boolean =>
    leftOut.some(one => inside(joined(root.original, path), one) !== undefined);
  for (const { entries, problems } of walk(root.original, { leaveOut })) {
    await setImmediate();
    signal.throwIfAborted();
    for (const problem of problems) findings.problem(problem);
    for (const entry of entries) {
      // what formats do not keep at all cannot be missed
      if (entry.kind !== 'other' && !paths.has(joined(root.mapped, entry.path)))
        addMissing(entry, root, made, findings, reader.facts.names);
    }
    seen(findings);
  }
}
