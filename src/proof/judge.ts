import { isText } from '../backups/byte-path.js';
import type { BackupEntry, BackupFacts, TimeRule } from '../backups/reader.js';

/** What came of one file. Only `identical` speaks for the backup. */
export const outcomes = ['identical', 'changed', 'damaged', 'not-verifiable'] as const;
export type Outcome = (typeof outcomes)[number];

/** Why it came to that. */
export const reasons = [
  'same',
  // there, but with other bytes, another length, another target, as something else
  'content',
  'size',
  'target',
  'kind',
  // in one place only
  'missing',
  'new',
  'gone',
  // the bytes could not be had
  'backup-unreadable',
  'original-unreadable',
  'backup-trouble',
  // the kind of backup does not keep such a name
  'name',
  // a device, a pipe, a socket: nothing that has content
  'no-content',
] as const;
export type Reason = (typeof reasons)[number];

/** What is not content, but kept by many backups. */
export const attributeNames = ['times', 'mode'] as const;
export type AttributeName = (typeof attributeNames)[number];

export interface Judgement {
  readonly outcome: Outcome;
  readonly reason: Reason;
  /** Of an identical file: what about it differs. */
  readonly differs: readonly AttributeName[];
  /** First byte that differs. */
  readonly at?: number;
  /** What the system said. */
  readonly code?: string;
}

/** What reading both came to. */
export type Compared =
  | { readonly same: true; readonly sha256?: string }
  | { readonly same: false; readonly at: number }
  | { readonly unreadable: 'backup' | 'original'; readonly code: string };

/**
 * What metadata alone say of two entries of one path; undefined when their content has to be compared.
 *
 * @param made when the backup was made, in milliseconds, if that is known: what the original went through later is no damage
 */
export function judgeMetadata(
  backup: BackupEntry | undefined,
  original: BackupEntry | undefined,
  rule: TimeRule,
  made: number | undefined,
  names: BackupFacts['names'] = 'bytes',
): Judgement | undefined {
  if (!original) return judged('changed', 'gone');
  if (!backup) return judgeMissing(original, made, names);
  if (backup.kind !== original.kind) return sinceOrDamaged('kind', backup, original, rule, made);
  if (backup.kind === 'other') return judged('not-verifiable', 'no-content');
  // not every format tells where a link points
  if (backup.kind === 'link' && backup.target !== undefined && backup.target !== original.target) {
    return sinceOrDamaged('target', backup, original, rule, made);
  }
  if (backup.kind !== 'file') return identical(backup, original, rule);
  if (backup.trouble) return judged(backup.trouble.means, 'backup-trouble');
  return backup.size === original.size ? undefined : sinceOrDamaged('size', backup, original, rule, made);
}

/**
 * A file that is not in the backup: damage, unless it came to its place later than the backup.
 *
 * @param names what the backup keeps: one that keeps text alone may have a name that is none in a form nobody can find it under
 */
export function judgeMissing(
  original: BackupEntry,
  made: number | undefined,
  names: BackupFacts['names'] = 'bytes',
): Judgement {
  if (names === 'text' && !isText(original.path)) return judged('not-verifiable', 'name');
  const later = made !== undefined && (original.changed ?? original.modified ?? 0) > made;
  return later ? judged('changed', 'new') : judged('damaged', 'missing');
}

/** What the content of two files of the same size and kind says, once it was read. */
export function judgeContent(
  backup: BackupEntry,
  original: BackupEntry,
  compared: Compared,
  rule: TimeRule,
  made: number | undefined,
): Judgement {
  if ('unreadable' in compared) return judgeUnreadable(compared);
  if (compared.same) return identical(backup, original, rule);
  return { ...sinceOrDamaged('content', backup, original, rule, made), at: compared.at };
}

/** Missing rights and locks are ours to mend and say nothing of the backup; a copy that cannot be read for any other reason is broken. */
function judgeUnreadable({
  unreadable,
  code,
}: {
  readonly unreadable: 'backup' | 'original';
  readonly code: string;
}): Judgement {
  if (unreadable === 'original') {
    const gone = code === 'ENOENT' || code === 'ENOTDIR';
    return gone ? judged('changed', 'gone') : { ...judged('not-verifiable', 'original-unreadable'), code };
  }
  const ours = ['EACCES', 'EPERM', 'EBUSY', 'EMFILE', 'ENFILE', 'ENAMETOOLONG'].includes(code);
  return { ...judged(ours ? 'not-verifiable' : 'damaged', 'backup-unreadable'), code };
}

/** A difference is a change since the backup when the original says that it was modified later; otherwise the copy is at fault. */
function sinceOrDamaged(
  reason: Reason,
  backup: BackupEntry,
  original: BackupEntry,
  rule: TimeRule,
  made: number | undefined,
): Judgement {
  const then = backup.modified ?? made;
  const now = original.modified;
  const later = then !== undefined && now !== undefined && now > then && !sameTime(now, then, rule);
  return judged(later ? 'changed' : 'damaged', reason);
}

function identical(backup: BackupEntry, original: BackupEntry, rule: TimeRule): Judgement {
  const differs: AttributeName[] = [];
  const [then, now] = [backup.modified, original.modified];
  if (then !== undefined && now !== undefined && !sameTime(now, then, rule)) differs.push('times');
  const modes = backup.mode !== undefined && original.mode !== undefined && backup.kind !== 'link';
  if (modes && backup.mode !== original.mode) differs.push('mode');
  return { outcome: 'identical', reason: 'same', differs };
}

const judged = (outcome: Outcome, reason: Reason): Judgement => ({ outcome, reason, differs: [] });

const hour = 3_600_000;

/** Whether two times are one, as far as the backup keeps them. */
export function sameTime(one: number, other: number, { precision, zone }: TimeRule): boolean {
  const apart = Math.abs(one - other);
  if (apart <= precision) return true;
  if (zone === 'utc') return false;
  if (zone === 'local') return Math.abs(apart - hour) <= precision;
  const left = apart % (hour / 4);
  return apart <= 26 * hour && Math.min(left, hour / 4 - left) <= precision;
}
