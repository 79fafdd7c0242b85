import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Text } from '../i18n/text.js';
import { InputError } from '../model/input-error.js';

/** How a program that reads backups for us ended. */
export interface ProgramEnd {
  /** Null for one that a signal ended. */
  readonly code: number | null;
  /** What it wrote to its standard error: the last of it, which tells why it stopped. */
  readonly said: string;
}

/**
 * Waits for the end of a program that was just started.
 *
 * @param mostSaid characters kept of what it says
 * @param notInstalled what to do when there is no such program
 * @throws InputError with that sentence
 */
export async function programEnd(child: ChildProcess, mostSaid: number, notInstalled: Text): Promise<ProgramEnd> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-mostSaid);
  });
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, said };
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw missing ? new InputError(notInstalled, { cause: error }) : error;
  }
}
