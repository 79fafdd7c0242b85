import { randomBytes } from 'node:crypto';
import type { Batch } from '../../../model/question.js';
import type { ExecutorName, Platform, Recording } from '../../../model/recording.js';
import type { ActingExecutor, Executor } from '../../executor.js';
import { HostError } from '../../host-error.js';
import type { GatherOptions } from '../../host.js';
import { wireMark } from '../../wire.js';
import { type SshOptions, firstLineSeconds } from './options.js';
import { brokenRun, silentRun } from './outcome.js';
import { runProgram } from './run-program.js';
import type { Session } from './session.js';
import { type Run, watch } from './watch.js';

/** What can be run on servers, and who reads what it prints. */
export interface SshExecutors {
  readonly sh: MayAct;
  /** Takes its program on standard input. */
  readonly powershell: MayAct & { readonly commandLine: string };
  readonly wsh: MayAct;
  /** Makes a recording of everything an executor printed. */
  record(printed: Printed): Recording;
}

/** An executor that can change things as well, or not. */
export type MayAct = Executor & Partial<Pick<ActingExecutor, 'instructionProgram'>>;

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
  if (executor !== undefined) return answered(await attempt(executor, session, asking), session);
  if (isWindowsServer.test(session.ident)) return askWindows(session, asking);
  const first = await attempt('sh', session, asking);
  if (!first.run.output.header) {
    if (first.run.end === 'closed' && (await speaksWindows(session, asking))) return askWindows(session, asking);
    return answered(first, session);
  }
  // Git and Cygwin bring a POSIX shell to Windows: what it says of the system is not what is asked for.
  if (/MINGW|MSYS|CYGWIN/i.test(engineOf(first))) return askWindows(session, asking);
  return answered(first, session);
}

const isWindowsServer = /for_Windows|WinSSHD|Bitvise/i;

async function askWindows(session: Session, asking: Asking): Promise<Asked> {
  const first = await attempt('powershell', session, asking);
  const version = Number(/(\d+)\.\d/.exec(engineOf(first))?.[1] ?? '4');
  if (first.run.output.header && version >= 4) return answered(first, session);
  // A server that hangs or is gone would do so again.
  if (first.run.end !== 'closed' && !first.run.output.header) return answered(first, session);
  return answered(await attempt('wsh', session, asking), session);
}

interface Attempt {
  readonly run: Run;
  readonly batch: Batch;
  readonly nonce: string;
  readonly limits: SshOptions;
}

/** Runs the batch's program by one executor, whatever comes of it. */
async function attempt(way: ExecutorName, session: Session, asking: Asking): Promise<Attempt> {
  const { batches, executors, options, gather, signal } = asking;
  const batch = batches[executors[way].platform];
  const nonce = newNonce();
  const { commandLine } = executors.powershell;
  const limits = { ...options, firstLineTimeoutSeconds: firstLineSeconds(options, way) };
  const run = await runProgram(
    session,
    { way, text: executors[way].program(batch, nonce), nonce, commandLine },
    (process, input) => watch(process, input, nonce, limits, signal, progressOf(gather, batch)),
    ({ output, end }) => !output.header && end === 'closed',
  );
  return { run, batch, nonce, limits };
}

function newNonce(): string {
  return randomBytes(12).toString('hex');
}

function progressOf(gather: GatherOptions, batch: Batch): (answered: number) => void {
  return answered => gather.onProgress?.({ answered, asked: batch.questions.length });
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

async function answered(attempted: Attempt, session: Session): Promise<Asked> {
  const { run, batch, nonce, limits } = attempted;
  if (run.output.ended && run.output.header) return { batch, nonce, text: run.output.text() };
  if (run.output.header) throw brokenRun(run, batch.questions.length, limits);
  throw (await session.explain(run)) ?? silentRun(run, limits);
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
