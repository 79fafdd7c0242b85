import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Batch } from '../../../model/question.js';
import type { ExecutorName, Platform, Recording } from '../../../model/recording.js';
import type { Executor } from '../../executor.js';
import { HostError } from '../../host-error.js';
import type { GatherOptions } from '../../host.js';
import { wireMark } from '../../wire.js';
import { tellProcess } from './answer-stream.js';
import type { SshOptions } from './options.js';
import { brokenRun, lostConnection, silentRun } from './outcome.js';
import type { RemoteProcess, Session } from './session.js';
import { type Run, watch } from './watch.js';
import { type UploadedScript, uploadScript } from './windows-script.js';

/** What can be run on servers, and who reads what it prints. */
export interface SshExecutors {
  readonly sh: Executor;
  /** Takes its program on standard input. */
  readonly powershell: Executor & { readonly commandLine: string };
  readonly wsh: Executor;
  /** Makes a recording of everything an executor printed. */
  record(printed: Printed): Recording;
}

export interface Printed {
  readonly host: string;
  readonly batch: Batch;
  readonly nonce: string;
  /** Every byte as one character (ISO 8859-1); lines of the wire are ASCII. */
  readonly text: string;
  readonly gatheredAt: Date;
}

/** What is asked for and by whom. */
export interface Asking {
  readonly batches: Readonly<Record<Platform, Batch>>;
  readonly executors: SshExecutors;
  readonly options: SshOptions;
  readonly gather: GatherOptions;
  readonly signal: AbortSignal;
}

export interface Asked {
  readonly batch: Batch;
  readonly nonce: string;
  readonly text: string;
}

/**
 * Asks over a session in the way this server understands: sh, PowerShell, or Windows Script Host.
 *
 * @throws HostError when there is no such way or the answers are not whole
 */
export async function askOver(session: Session, asking: Asking): Promise<Asked> {
  const { executor } = asking.options;
  if (executor !== undefined) return answered(await ways[executor](session, asking), session, asking);
  if (isWindowsServer.test(session.ident)) return askWindows(session, asking);
  const first = await ways.sh(session, asking);
  if (!first.run.output.header) {
    if (first.run.end === 'closed' && (await speaksWindows(session, asking))) return askWindows(session, asking);
    return answered(first, session, asking);
  }
  // Git and Cygwin bring a POSIX shell to Windows: what it says of the system is not what is asked for.
  if (/MINGW|MSYS|CYGWIN/i.test(engineOf(first))) return askWindows(session, asking);
  return answered(first, session, asking);
}

const isWindowsServer = /for_Windows|WinSSHD|Bitvise/i;

async function askWindows(session: Session, asking: Asking): Promise<Asked> {
  const first = await ways.powershell(session, asking);
  const version = Number(/(\d+)\.\d/.exec(engineOf(first))?.[1] ?? '4');
  if (first.run.output.header && version >= 4) return answered(first, session, asking);
  // A server that hangs or is gone would do so again.
  if (first.run.end !== 'closed' && !first.run.output.header) return answered(first, session, asking);
  return answered(await ways.wsh(session, asking), session, asking);
}

interface Attempt {
  readonly run: Run;
  readonly batch: Batch;
  readonly nonce: string;
}

const ways: Readonly<Record<ExecutorName, (session: Session, asking: Asking) => Promise<Attempt>>> = {
  // One word means the same to every login shell there is, and a shell replaces itself by the last command of a line.
  sh: (session, asking) =>
    askByStdin(session, asking, asking.executors.sh, (program, nonce) => ({
      line: 'sh',
      input: tellProcess(nonce) + program,
    })),
  powershell: (session, asking) => {
    const { powershell } = asking.executors;
    return askByStdin(session, asking, powershell, program => ({ line: powershell.commandLine, input: program }));
  },
  wsh: askByScript,
};

async function askByStdin(
  session: Session,
  { batches, options, gather, signal }: Asking,
  executor: Executor,
  start: (program: string, nonce: string) => { readonly line: string; readonly input: string },
): Promise<Attempt> {
  const batch = batches[executor.platform];
  const nonce = newNonce();
  const { line, input } = start(executor.program(batch, nonce), nonce);
  const progress = progressOf(gather, batch);
  return { run: await watch(await started(session, line), input, nonce, options, signal, progress), batch, nonce };
}

async function askByScript(
  session: Session,
  { batches, executors, options, gather, signal }: Asking,
): Promise<Attempt> {
  const batch = batches.windows;
  const nonce = newNonce();
  const script = await uploadScript(session, executors.wsh.program(batch, nonce), nonce);
  try {
    let attempt: Attempt | undefined;
    for (const line of script.lines) {
      const process = stoppedByFile(await started(session, line), script);
      attempt = { run: await watch(process, '', nonce, options, signal, progressOf(gather, batch)), batch, nonce };
      if (attempt.run.output.header || attempt.run.end !== 'closed') break;
    }
    if (!attempt) throw new Error('a script has a line that runs it');
    return attempt;
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

function newNonce(): string {
  return randomBytes(12).toString('hex');
}

function progressOf(gather: GatherOptions, batch: Batch): (answered: number) => void {
  return answered => gather.onProgress?.({ answered, asked: batch.questions.length });
}

/** Starts a command line; a connection that is gone says so in its own words. */
async function started(session: Session, line: string): ReturnType<Session['start']> {
  try {
    return await session.start(line);
  } catch (error) {
    throw error instanceof HostError ? error : lostConnection();
  }
}

/** cmd.exe replaces the first half, PowerShell the second, a POSIX shell neither. */
const whichShell = 'echo %OS%#$PSVersionTable';

async function speaksWindows(session: Session, { options, signal }: Asking): Promise<boolean> {
  try {
    const limits = { ...options, firstLineTimeoutSeconds: 10, maxBytes: 65_536 };
    const { output } = await watch(await session.start(whichShell), '', 'none', limits, signal, () => undefined);
    return /Windows_NT#|#System\.Collections\.Hashtable/.test(output.text());
  } catch (error) {
    if (error instanceof HostError && error.kind === 'stopped') throw error;
    return false;
  }
}

async function answered(attempted: Attempt, session: Session, { options }: Asking): Promise<Asked> {
  const { run, batch, nonce } = attempted;
  if (run.output.ended && run.output.header) return { batch, nonce, text: run.output.text() };
  if (run.output.header) throw brokenRun(run, batch.questions.length, options);
  throw (await session.explain(run)) ?? silentRun(run, options);
}

/** What the header says runs the program; empty when there is none. */
function engineOf({ run, nonce }: Attempt): string {
  if (!run.output.header) return '';
  const text = run.output.text();
  const start = text.indexOf(`${wireMark}${nonce} `) + wireMark.length + nonce.length + 1;
  try {
    const header: unknown = JSON.parse(text.slice(start, text.indexOf('\n', start)));
    const engine = typeof header === 'object' && header !== null && 'engine' in header ? header.engine : '';
    return typeof engine === 'string' ? engine : '';
  } catch {
    return '';
  }
}
