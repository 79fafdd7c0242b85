import type { BytePath } from '../backups/byte-path.js';
import type { Problem } from '../backups/reader.js';
import type { AlwaysKind } from './always.js';
import type { Judgement, Outcome } from './judge.js';

/** One path and what came of it. */
export interface Finding extends Judgement {
  readonly path: BytePath;
  /** Of the original, or of the copy where there is no original. */
  readonly size: number;
  readonly sha256?: string;
  /** Why it was looked at although it was not drawn. */
  readonly always?: AlwaysKind;
  /** What the reader of the backup says of it. */
  readonly problem?: Problem;
}

/** How many came to what. Folders and links are counted apart from files: nobody asks how many folders are identical. */
export interface Tally {
  readonly files: Record<Outcome, number>;
  readonly others: Record<Outcome, number>;
  /** Bytes of content compared and found identical. */
  bytes: number;
  /** Identical ones of which an attribute differs. */
  attributes: number;
}

export function emptyTally(): Tally {
  return { files: none(), others: none(), bytes: 0, attributes: 0 };
}

export function addTally(to: Tally, more: Tally): void {
  for (const kind of ['files', 'others'] as const) {
    for (const outcome of Object.keys(to[kind]) as Outcome[]) to[kind][outcome] += more[kind][outcome];
  }
  to.bytes += more.bytes;
  to.attributes += more.attributes;
}

export function count(tally: Tally, isFile: boolean, size: number, { outcome, differs }: Judgement): void {
  (isFile ? tally.files : tally.others)[outcome] += 1;
  if (isFile && outcome === 'identical') tally.bytes += size;
  if (differs.length > 0) tally.attributes += 1;
}

const none = (): Record<Outcome, number> => ({ identical: 0, changed: 0, damaged: 0, 'not-verifiable': 0 });
