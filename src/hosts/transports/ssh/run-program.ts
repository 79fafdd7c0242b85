import { setTimeout as pause } from 'node:timers/promises';
import type { ExecutorName } from '../../../model/recording.js';
import { HostError } from '../../host-error.js';
import { tellProcess } from './answer-stream.js';
import { lostConnection } from './outcome.js';
import type { RemoteProcess, Session } from './session.js';
import { type UploadedScript, uploadScript } from './windows-script.js';

/** A program of an executor, and how it is started where it comes on standard input. */
export interface Program {
  readonly way: ExecutorName;
  readonly text: string;
  readonly nonce: string;
  /** Of PowerShell. */
  readonly commandLine: string;
}

/**
 * Starts a program on a server in the way its executor wants it, and hands the process over with what it is to read. A script that is
 * put there for it is removed afterwards.
 *
 * @param use watches the process to its end
 * @param silent whether a run ended by itself without a word: then another line is tried, where there is one
 * @throws HostError when it cannot be started, or a script not be put there or removed again
 */
export async function runProgram<T>(
  session: Session,
  { way, text, nonce, commandLine }: Program,
  use: (process: RemoteProcess, input: string) => Promise<T>,
  silent: (run: T) => boolean,
): Promise<T> {
  // One word means the same to every login shell there is, and a shell replaces itself by the last command of a line.
  if (way === 'sh') return use(await started(session, 'sh'), tellProcess(nonce) + text);
  if (way === 'powershell') return use(await started(session, commandLine), text);
  const script = await uploadScript(session, text, nonce);
  try {
    let run: T | undefined;
    for (const line of script.lines) {
      run = await use(stoppedByFile(await started(session, line), script), '');
      if (!silent(run)) break;
    }
    if (run === undefined) throw new Error('a script has a line that runs it');
    return run;
  } finally {
    await script.remove();
  }
}

/** Windows knows no signals, and what a closed channel leaves running would keep its temporary files. */
function stoppedByFile(process: RemoteProcess, script: UploadedScript): RemoteProcess {
  let over = false;
  void process.closed.then(() => (over = true));
  return {
    ...process,
    finishUp: () => script.stop().catch(() => undefined),
    async stop() {
      if (over) return;
      try {
        await script.stop();
        await Promise.race([process.closed, pause(8000, undefined, { ref: false })]);
      } catch {
        // A server that takes no more files is left by closing the channel alone.
      }
      await process.stop();
    },
  };
}

/** Starts a command line; a connection that is gone says so in its own words. */
async function started(session: Session, line: string): ReturnType<Session['start']> {
  try {
    return await session.start(line);
  } catch (error) {
    throw error instanceof HostError ? error : lostConnection();
  }
}
