import { setImmediate } from 'node:timers/promises';
import type { Stats } from 'node:fs';
import { type BytePath, joined } from '../backups/byte-path.js';
import { walk } from '../backups/folder/walk.js';
import type { BackupEntry, Problem } from '../backups/reader.js';
import { type AlwaysKind, Highest, importantKind } from './always.js';
import { FirstDrawn, drawingOrder } from './draw.js';

/** A folder of originals, and where its files stand in the backup. */
export interface Root {
  /** Absolute. */
  readonly original: BytePath;
  readonly mapped: BytePath;
}

/** A file that is to be compared. */
export interface Wanted {
  /** As the backup names it. */
  readonly path: BytePath;
  /** Where the original is. */
  readonly file: BytePath;
  readonly original: BackupEntry;
  readonly always?: AlwaysKind;
}

/** What there is to be proven. */
export interface Survey {
  /** Files, of which those that are always looked at are a part. */
  readonly files: number;
  readonly bytes: number;
  /** In drawing order. */
  readonly drawn: readonly Wanted[];
  readonly always: readonly Wanted[];
  readonly problems: readonly Problem[];
}

export interface SurveyOptions {
  readonly seed: string;
  /** No more than this are remembered to be drawn from. */
  readonly most: number;
  readonly leaveOut: (file: BytePath, stats: Stats) => boolean;
  readonly seen: (files: number) => void;
}

/** More of one kind are left to chance: a folder of ten thousand small databases is data like any other. */
const mostImportant = 60;
const mostHighest = 5;

/** Walks the originals once and draws. Memory for what is drawn alone. */
export async function survey(roots: readonly Root[], options: SurveyOptions, signal: AbortSignal): Promise<Survey> {
  const drawn = new FirstDrawn<Wanted>(options.most);
  const important = new FirstDrawn<Wanted>(mostImportant);
  const [newest, largest] = [new Highest<Wanted>(mostHighest), new Highest<Wanted>(mostHighest)];
  const problems: Problem[] = [];
  let [files, bytes] = [0, 0];
  for (const root of roots) {
    const leaveOut = (path: BytePath, stats: Stats): boolean => options.leaveOut(joined(root.original, path), stats);
    for (const batch of walk(root.original, { leaveOut })) {
      await setImmediate();
      signal.throwIfAborted();
      problems.push(...batch.problems);
      for (const entry of batch.entries) {
        if (entry.kind !== 'file') continue;
        files += 1;
        bytes += entry.size;
        const wanted = wantedFile(root, entry);
        const order = drawingOrder(options.seed, wanted.path);
        drawn.add(order, wanted);
        const kind = importantKind(wanted.path);
        if (kind) important.add(order, { ...wanted, always: kind });
        newest.add(entry.modified ?? 0, wanted);
        largest.add(entry.size, wanted);
      }
      options.seen(files);
    }
  }
  const highest = [
    ...largest.items().map(one => ({ ...one, always: 'largest' as const })),
    ...newest.items().map(one => ({ ...one, always: 'newest' as const })),
  ];
  return { files, bytes, drawn: drawn.drawn(), always: firstOfEach([...important.drawn(), ...highest]), problems };
}

function wantedFile(root: Root, entry: BackupEntry): Wanted {
  const path = joined(root.mapped, entry.path);
  return { path, file: joined(root.original, entry.path), original: { ...entry, path } };
}

function firstOfEach(all: readonly Wanted[]): Wanted[] {
  return [...new Map(all.toReversed().map(one => [one.path, one])).values()].toReversed();
}
