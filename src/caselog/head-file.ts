import { type FileHandle, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256Shape } from '../model/shapes.js';
import type { Head } from './read-log.js';

export const headFileName = 'head.json';
const headSchema = 'antesala.case-head/1';
const headShape = z.strictObject({ schema: z.literal(headSchema), seq: z.int().positive(), sha256: sha256Shape });

/** The same length always, so that it is overwritten in place within one sector. */
const size = 160;

/** How far a log goes, as bytes of `head.json`. */
export function headBytes({ seq, sha256 }: Head): Buffer {
  return Buffer.from(`${JSON.stringify({ schema: headSchema, seq, sha256 }).padEnd(size - 1)}\n`, 'latin1');
}

/**
 * What is known of how far a case's log goes: without it, a log cut off at the end of a line would look whole, and what was changed on the
 * server after that line would never be put back. Undefined when the file is missing or holds something else.
 */
export async function readHead(folder: string): Promise<Head | undefined> {
  try {
    const { seq, sha256 } = headShape.parse(JSON.parse(await readFile(join(folder, headFileName), 'latin1')));
    return { seq, sha256 };
  } catch {
    return undefined;
  }
}

/**
 * Keeps `head.json` of an open case. It is written after the log is on disk and not synced each time: what a power cut can leave is an
 * older head, never one that the log does not reach.
 */
export class HeadFile {
  readonly #handle: FileHandle;

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  static async open(folder: string): Promise<HeadFile> {
    return new HeadFile(await open(join(folder, headFileName), 'r+'));
  }

  async write(head: Head): Promise<void> {
    // An older head is still a true one, and the events it falls short of are on disk: no reason to call them unwritten
    await this.#handle.write(headBytes(head), 0, size, 0).catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.#handle.sync().catch(() => undefined);
    await this.#handle.close();
  }
}
