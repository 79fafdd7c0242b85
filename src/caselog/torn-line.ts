import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseEvent } from '../model/event.js';
import { cannotWrite } from './append-file.js';
import { logFileName } from './case-file.js';
import { writeDurably } from './durable.js';
import type { ReadLog } from './read-log.js';

/**
 * Moves what stands after the last line end of a log into a file of its own, and only then cuts it off the log: nothing is lost, whenever
 * this is interrupted.
 *
 * @throws CaseError `unwritable`
 */
export async function setAside(folder: string, { events, whole, torn }: ReadLog): Promise<CaseEvent> {
  const file = await freeName(folder, `torn-${events.length + 1}`, torn);
  await writeDurably(join(folder, file), torn);
  const path = join(folder, logFileName);
  try {
    const handle = await open(path, 'r+');
    try {
      await handle.truncate(whole.length);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw cannotWrite(path, error);
  }
  return { type: 'torn-line-set-aside', file, bytes: torn.length };
}

/** A name not taken, or taken by these very bytes: an earlier try that was interrupted. */
async function freeName(folder: string, stem: string, torn: Buffer): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? `${stem}.txt` : `${stem}-${number}.txt`;
    const path = join(folder, name);
    if (!(await stat(path).catch(() => undefined))) return name;
    if ((await readFile(path)).equals(torn)) return name;
  }
}
