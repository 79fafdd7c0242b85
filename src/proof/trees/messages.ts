import type { BytePath } from '../../backups/byte-path.js';
import type { BackupEntry, Problem, TimeRule } from '../../backups/reader.js';
import type { Finding, Tally } from '../tally.js';

/** Two trees on file systems, and how they are to be compared. Plain data: it goes to worker threads. */
export interface TreePair {
  /** Absolute. */
  readonly backup: BytePath;
  readonly original: BytePath;
  readonly times: TimeRule;
  /** When the backup was made, in milliseconds, if that is known. */
  readonly made?: number;
  /** Whether the SHA-256 of every identical file is wanted. */
  readonly hash: boolean;
  /** Paths below the root that are not compared, with all that is in them. */
  readonly leftOut: readonly BytePath[];
}

/** Work for one thread: folders that are there on both sides or one, or a file that is large enough to be a job of its own. */
export type Job =
  | { readonly folder: BytePath; readonly sides: 'both' | 'backup' | 'original' }
  | { readonly backup: BackupEntry; readonly original: BackupEntry };

/** Something that is not in the backup: whether that is damage depends on when the backup was made, which may be known only at the end. */
export interface Missing {
  readonly entry: BackupEntry;
}

export interface JobResult {
  readonly tally: Tally;
  /** What is not simply identical, and, when hashes are wanted, what is. */
  readonly findings: readonly Finding[];
  readonly missing: readonly Missing[];
  readonly problems: readonly Problem[];
  /** What is left to do. */
  readonly jobs: readonly Job[];
  /** The latest time at which anything about a copy changed, in milliseconds; 0 when there was none. */
  readonly newestCopy: number;
}

export type ToWorker = { readonly jobs: readonly Job[] };
export type FromWorker = { readonly result: JobResult } | { readonly compared: number };
