import { lstatSync } from 'node:fs';
import { pathBytes } from '../backups/byte-path.js';
import { entryOf } from '../backups/folder/walk.js';
import type { BackupEntry, BackupReader, RestorePlace } from '../backups/reader.js';
import { compareContent } from './compare-chunks.js';
import { type Judgement, judgeContent, judgeMetadata } from './judge.js';
import type { Wanted } from './survey.js';
import type { Finding } from './tally.js';

/** An original and what the backup lists under its path. */
export interface Pair {
  readonly wanted: Wanted;
  readonly backup: BackupEntry | undefined;
}

/** What comparing needs beside the files. */
export interface Bench {
  readonly reader: BackupReader;
  readonly place: RestorePlace;
  /** When the backup was made, in milliseconds, if anybody knows. */
  readonly made: number | undefined;
  readonly signal: AbortSignal;
  readonly compared: (bytes: number) => void;
}

/** What metadata alone say of a pair; undefined when its content has to be restored and compared. */
export function judgePair({ wanted, backup }: Pair, { reader, made }: Bench): Finding | undefined {
  const judged = judgeMetadata(backup, wanted.original, reader.facts.times, made, reader.facts.names);
  if (!judged) return undefined;
  const problem = judged.reason === 'backup-trouble' ? backup?.trouble : undefined;
  return finding(wanted, judged, problem ? { problem } : {});
}

/** Restores files and compares them with their originals, in the order that suits the backup. Each pair must have an entry of kind `file`. */
export async function* compareRestored(pairs: readonly Pair[], bench: Bench): AsyncGenerator<Finding> {
  const { reader, place, made, signal, compared } = bench;
  const byEntry = new Map(pairs.flatMap(pair => (pair.backup ? [[pair.backup, pair.wanted] as const] : [])));
  for await (const restored of reader.restore([...byEntry.keys()], place, signal)) {
    const { entry } = restored;
    const wanted = byEntry.get(entry);
    if (!wanted) continue;
    byEntry.delete(entry);
    if ('problem' in restored) {
      const { problem } = restored;
      yield finding(wanted, { outcome: problem.means, reason: 'backup-trouble', differs: [] }, { problem });
      continue;
    }
    const result = await compareContent(restored.content, wanted.file, signal, compared);
    const same = 'same' in result && result.same;
    // written to while it was read: judged by what it says of itself now
    const original = same ? wanted.original : lookAgain(wanted);
    const judged = judgeContent(entry, original, result, reader.facts.times, made);
    yield finding(wanted, judged, {
      ...(same && result.sha256 ? { sha256: result.sha256 } : {}),
      ...(result.problem ? { problem: result.problem } : {}),
    });
  }
  // a reader that forgets a file must not make it look good
  for (const wanted of byEntry.values())
    yield finding(wanted, { outcome: 'damaged', reason: 'missing', differs: [] }, {});
}

function finding(wanted: Wanted, judged: Judgement, more: Partial<Finding>): Finding {
  const { path, original, always } = wanted;
  return { path, size: original.size, ...judged, ...(always ? { always } : {}), ...more };
}

function lookAgain({ file, original }: Wanted): BackupEntry {
  try {
    return entryOf(original.path, lstatSync(pathBytes(file)), undefined);
  } catch {
    return original;
  }
}
