import { createHash } from 'node:crypto';
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { DamagedBackup, type Content, type Problem } from '../backups/reader.js';
import { type BytePath, pathBytes } from '../backups/byte-path.js';
import { firstDifference } from './compare-files.js';
import type { Compared } from './judge.js';

const piece = 1 << 17;
/** So often others get their turn: Ctrl-C, progress. */
const turn = 8 << 20;

/** What comparing came to, and what the reader of the backup said where it broke off. */
export type ComparedContent = Compared & { readonly problem?: Problem };

/**
 * Compares restored content with the original, byte by byte, and sums up what both hold.
 *
 * @param compared told how many bytes were compared since the last time
 */
export async function compareContent(
  content: Content,
  original: BytePath,
  signal: AbortSignal,
  compared: (bytes: number) => void,
): Promise<ComparedContent> {
  let own: number;
  try {
    own = openSync(pathBytes(original), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return { unreadable: 'original', code: codeOf(error) };
  }
  try {
    return await compareOpened('file' in content ? chunksOf(content.file) : content.chunks, own, signal, compared);
  } finally {
    closeSync(own);
  }
}

async function compareOpened(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  own: number,
  signal: AbortSignal,
  compared: (bytes: number) => void,
): Promise<ComparedContent> {
  const sum = createHash('sha256');
  const buffer = Buffer.allocUnsafe(piece);
  let [at, since] = [0, 0];
  try {
    for await (const chunk of chunks) {
      for (let from = 0; from < chunk.length; from += piece) {
        const copy = chunk.subarray(from, Math.min(chunk.length, from + piece));
        const have = read(own, buffer, copy.length);
        const same = have === copy.length && buffer.compare(copy, 0, copy.length, 0, have) === 0;
        if (!same) return { same: false, at: at + firstDifference(buffer.subarray(0, have), copy) };
        sum.update(copy);
        at += have;
        since += have;
      }
      if (since < turn) continue;
      compared(since);
      since = 0;
      await setImmediate();
      signal.throwIfAborted();
    }
    if (read(own, buffer, 1) > 0) return { same: false, at };
    compared(since);
    return { same: true, sha256: sum.digest('hex') };
  } catch (error) {
    if (error instanceof DamagedBackup) return { unreadable: 'backup', code: 'damaged', problem: error.problem };
    if (error instanceof Unreadable) return { unreadable: error.side, code: error.code };
    throw error;
  }
}

class Unreadable extends Error {
  readonly side: 'backup' | 'original';
  readonly code: string;

  constructor(side: 'backup' | 'original', cause: unknown) {
    super(`${side} cannot be read`, { cause });
    this.side = side;
    this.code = codeOf(cause);
  }
}

function read(file: number, buffer: Buffer, wanted: number): number {
  let have = 0;
  try {
    while (have < wanted) {
      const got = readSync(file, buffer, have, wanted - have, null);
      if (got === 0) break;
      have += got;
    }
  } catch (error) {
    throw new Unreadable('original', error);
  }
  return have;
}

function* chunksOf(path: BytePath): Generator<Uint8Array> {
  let file: number;
  try {
    file = openSync(pathBytes(path), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw new Unreadable('backup', error);
  }
  try {
    const buffer = Buffer.allocUnsafe(piece);
    while (true) {
      let got: number;
      try {
        got = readSync(file, buffer, 0, piece, null);
      } catch (error) {
        throw new Unreadable('backup', error);
      }
      if (got === 0) return;
      yield buffer.subarray(0, got);
    }
  } finally {
    closeSync(file);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
