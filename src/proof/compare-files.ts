import { createHash } from 'node:crypto';
import { closeSync, constants, openSync, readSync } from 'node:fs';
import type { Compared } from './judge.js';

// two of these fit into the cache next to the processor: with 1 MiB each the copying alone took three times as long
const chunk = 1 << 17;

/** Memory for two files at a time, used again for each pair. */
export interface CompareBuffers {
  readonly backup: Buffer;
  readonly original: Buffer;
}

export function compareBuffers(): CompareBuffers {
  return { backup: Buffer.allocUnsafeSlow(chunk), original: Buffer.allocUnsafeSlow(chunk) };
}

export interface CompareOptions {
  /** Also the SHA-256 of what both hold. */
  readonly hash?: boolean;
  /** Told how many bytes of a large file were compared since the last time. */
  readonly compared?: (bytes: number) => void;
}

/**
 * Compares two files byte by byte. Waits for the disk, so it belongs into a worker thread.
 *
 * @param size how long both should be, in bytes; longer or shorter ones are told as different where the shorter ends
 */
export function compareFiles(
  backup: Buffer,
  original: Buffer,
  size: number,
  buffers: CompareBuffers,
  options: CompareOptions = {},
): Compared {
  return withOpen(backup, 'backup', one =>
    withOpen(original, 'original', other => compareOpen(one, other, size, buffers, options)),
  );
}

function compareOpen(
  backup: number,
  original: number,
  size: number,
  buffers: CompareBuffers,
  { hash, compared }: CompareOptions,
): Compared {
  const sum = hash === true ? createHash('sha256') : undefined;
  for (let at = 0; ; ) {
    // one byte more than is left: an end that comes as expected needs no further read to be seen
    const wanted = Math.min(chunk, at > size ? chunk : size - at + 1);
    const one = filled(backup, 'backup', buffers.backup, wanted);
    if (typeof one !== 'number') return one;
    const other = filled(original, 'original', buffers.original, wanted);
    if (typeof other !== 'number') return other;
    const [a, b] = [buffers.backup.subarray(0, one), buffers.original.subarray(0, other)];
    if (a.compare(b) !== 0) return { same: false, at: at + firstDifference(a, b) };
    sum?.update(a);
    if (one < wanted) return { same: true, ...(sum ? { sha256: sum.digest('hex') } : {}) };
    at += one;
    compared?.(one);
  }
}

/** Reads until the buffer holds what was wanted or the file ends. */
function filled(file: number, side: 'backup' | 'original', buffer: Buffer, wanted: number): number | Compared {
  let have = 0;
  while (have < wanted) {
    try {
      const read = readSync(file, buffer, have, wanted - have, null);
      if (read === 0) break;
      have += read;
    } catch (error) {
      return unreadable(side, error);
    }
  }
  return have;
}

export function firstDifference(one: Uint8Array, other: Uint8Array): number {
  const least = Math.min(one.length, other.length);
  for (let at = 0; at < least; at += 1) if (one[at] !== other[at]) return at;
  return least;
}

// What was a file a moment ago may be a link or a pipe by now: neither is followed, and a pipe is not waited for
const readOnly = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function withOpen(path: Buffer, side: 'backup' | 'original', then: (file: number) => Compared): Compared {
  let file: number;
  try {
    file = openSync(path, readOnly);
  } catch (error) {
    return unreadable(side, error);
  }
  try {
    return then(file);
  } finally {
    closeSync(file);
  }
}

function unreadable(side: 'backup' | 'original', error: unknown): Compared {
  return { unreadable: side, code: error instanceof Error && 'code' in error ? String(error.code) : String(error) };
}
