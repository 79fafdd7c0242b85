import type { Text } from '../i18n/text.js';
import type { BytePath } from './byte-path.js';

/** The kinds of backup that can be read. */
export const backupKinds = ['folder', 'bkf', 'restic', 'zip', 'tar', 'vhd', 'vhdx'] as const;
export type BackupKind = (typeof backupKinds)[number];

/** Something about a backup that is not as it should be, or cannot be known: what, and where. */
export interface Problem {
  /** `damaged`: the backup is broken here. `not-verifiable`: nobody can say, for the reason given; never as good as verified. */
  readonly means: 'damaged' | 'not-verifiable';
  readonly text: Text;
  /** File of the backup it is in. */
  readonly part?: string;
  /** Bytes from the start of that file. */
  readonly offset?: number;
}

/** What a backup says of one thing in it. A field that its format does not keep is not there. */
export interface BackupEntry {
  /** As the backup names it, without a leading `/` where the format has roots of its own (`C:/Datos/a.txt`). */
  readonly path: BytePath;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Bytes of content; 0 for what is no file. */
  readonly size: number;
  /** Last modification, milliseconds since 1970 UTC. */
  readonly modified?: number;
  /** Last change of anything about it, in the backup's own copy. */
  readonly changed?: number;
  /** Permission bits of a Unix file system. */
  readonly mode?: number;
  /** Attributes of a Windows file system, as FILE_ATTRIBUTE_* counts them. */
  readonly attributes?: number;
  /** Where a link points, as it is written in it. */
  readonly target?: BytePath;
  /** Alternate data streams by name; they are restored with the file. */
  readonly streams?: readonly string[];
  /** Why it does not count whatever its content is: encrypted, changed while it was backed up, marked as broken by the backup itself. */
  readonly trouble?: Problem;
  /** The reader's own, to find it again. */
  readonly place?: Place;
}

/** Part and offset of an entry in a backup of files in sequence. */
export interface Place {
  readonly part: number;
  readonly offset: number;
}

/** How far times in a backup can be trusted when they are compared with those of the originals. */
export interface TimeRule {
  /** Two times no further apart than this are the same, in milliseconds. */
  readonly precision: number;
  /** `utc`: exact. `local`: local time of a zone that is known, so an hour of summer time may lie between. `unknown`: any quarter of an hour. */
  readonly zone: 'utc' | 'local' | 'unknown';
}

export interface BackupFacts {
  readonly kind: BackupKind;
  /** What it is, in the words of its format: the set's name, the snapshot's id. */
  readonly label?: string;
  /** What wrote it, where the backup says so. */
  readonly writtenBy?: string;
  /** When it was made, milliseconds since 1970 UTC, where the backup says so. */
  readonly made?: number;
  readonly times: TimeRule;
  /** `rooted`: paths in it begin at a root or drive. `loose`: they begin wherever the backup did. */
  readonly paths: 'rooted' | 'loose';
  /** `text`: a name that is no UTF-8 comes out of it changed, so that nobody can say whether it is there. */
  readonly names: 'bytes' | 'text';
  /** Files it consists of, where these are few. */
  readonly parts: readonly string[];
  /** What cannot be verified in this kind of backup, and why; shown with the result. */
  readonly limits: readonly Text[];
}

/** Entries and problems in the order of the backup. Batches, since a promise for every one of a million entries costs more than reading it. */
export interface Batch {
  readonly entries: readonly BackupEntry[];
  readonly problems: readonly Problem[];
}

/** Where a reader that cannot give content bit by bit may put restored files: private, removed afterwards. */
export interface RestorePlace {
  /**
   * An empty folder.
   *
   * @throws InputError when the disk has less room than needed
   */
  folder(neededBytes: number): Promise<string>;
}

export type Content =
  /** Lies in a file that can be read, without a copy being made or as a restored one. */
  | { readonly file: BytePath }
  /** Comes once, and must be read to its end before the next file is asked for. Throws DamagedBackup where the backup is broken. */
  | { readonly chunks: AsyncIterable<Uint8Array> };

export type Restored =
  | { readonly entry: BackupEntry; readonly content: Content }
  | { readonly entry: BackupEntry; readonly problem: Problem };

/**
 * One kind of backup. Every reader passes the contract in `src/testing/reader-contract.ts`; `docs/architecture.md` tells how to add one.
 *
 * Memory stays flat in the number of entries and in their size. Nothing a backup holds makes a reader run for ever or throw anything but
 * what is written here: what is broken inside becomes a problem with its place, and reading goes on after it where it can.
 */
export interface BackupReader {
  readonly facts: BackupFacts;
  /** All that is in the backup, once. */
  list(signal: AbortSignal): AsyncIterable<Batch>;
  /**
   * Brings files of this backup back, each exactly once, in whatever order suits it. Never over the originals.
   *
   * @param chosen entries of kind `file`, from `list`
   */
  restore(chosen: readonly BackupEntry[], place: RestorePlace, signal: AbortSignal): AsyncIterable<Restored>;
  close(): Promise<void>;
}

/** Thrown from the middle of a file's content: from here on it is not there. */
export class DamagedBackup extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.text.en);
    this.name = 'DamagedBackup';
    this.problem = problem;
  }
}
