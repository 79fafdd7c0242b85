import { setTimeout as pause } from 'node:timers/promises';
import type { Instruction } from '../../model/instruction.js';
import { ResultReader } from '../decode-results.js';
import type { CarriedOut, CarryOutOptions } from '../host.js';
import { brokeOff, cannotCarryOut } from './carry-out-words.js';
import { processIn } from './ssh/answer-stream.js';
import { type SshOptions, sshDefaults } from './ssh/options.js';
import type { RemoteProcess } from './ssh/session.js';
import { shown } from './ssh/shown.js';

/** How a program that carries out instructions came to its end. */
export interface Carried {
  readonly reader: ResultReader;
  /** The beginning of its standard error. */
  readonly stderr: string;
  /** `closed`: it ended, or the connection broke. `silent`: it took longer than the instructions allow. */
  readonly end: 'whole' | 'closed' | 'silent' | 'stopped';
}

export interface Carrying extends CarryOutOptions {
  readonly instructions: readonly Instruction[];
  readonly nonce: string;
  readonly limits: Pick<SshOptions, 'firstLineTimeoutSeconds'>;
}

const defaultSeconds = 60;
/** Beyond an instruction's own limit, which the host keeps: for looking before and after it, and for the way. */
const slackSeconds = 60;
/** How long the instruction at hand may still take when the user has stopped us. */
const finishMilliseconds = 10_000;

/**
 * Hands a program of instructions to a process and takes its results as they come. It is never killed: a change that is half made is
 * worse than one that is made. When the user stops it, or it says nothing for too long, it is told to begin nothing more.
 */
export async function carry(process: RemoteProcess, input: string, carrying: Carrying): Promise<Carried> {
  const { instructions, nonce, limits, signal, onResult } = carrying;
  const reader = new ResultReader(instructions, nonce);
  let head = '';
  let stderr = '';
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<Carried['end']>(resolve => {
    const allow = (seconds: number): void => {
      clearTimeout(timer);
      timer = setTimeout(resolve, seconds * 1000, 'silent' as const);
    };
    allow(limits.firstLineTimeoutSeconds ?? sshDefaults.firstLineTimeoutSeconds);
    process.stdout.on('data', (chunk: Buffer) => {
      if (!reader.header) head = (head + chunk.toString('latin1')).slice(-4096);
      const results = reader.push(chunk);
      for (const result of results) onResult?.(result);
      const next = instructions[reader.results.length];
      if (reader.header) allow((next?.timeoutSeconds ?? defaultSeconds) + slackSeconds);
      if (reader.ended) resolve('whole');
    });
    process.stderr.on('data', (chunk: Buffer) => (stderr = (stderr + chunk.toString('utf8')).slice(0, 4096)));
    void process.closed.then(() => resolve('closed'));
  });
  const stopped = raised(signal);
  process.stdin.on('error', () => undefined).end(input);
  let end = await Promise.race([ended, stopped.promise]);
  clearTimeout(timer);
  stopped.forget();
  if (end === 'stopped' || end === 'silent') {
    void process.finishUp(processIn(head, nonce));
    const last = await Promise.race([ended, process.closed, aWhile(end === 'stopped' ? finishMilliseconds : 1000)]);
    if (last === 'whole') end = 'whole';
  } else if (end === 'whole') {
    await Promise.race([process.closed, aWhile(2000)]);
  }
  process.leave();
  return { reader, stderr, end };
}

/**
 * What became of the instructions.
 *
 * @param lost the connection broke: nobody knows then how far the program came
 * @throws HostError when the program ended by itself before it began
 */
export function outcomeOf({ reader, stderr, end }: Carried, asked: number, lost: boolean): CarriedOut {
  const { results } = reader;
  if (reader.whole) return { results };
  const said = shown(stderr.split('\n').find(line => line.trim() !== '') ?? reader.noise);
  if (!reader.header && end === 'closed' && !lost) throw cannotCarryOut(said);
  return { results, broke: brokeOff(end, results.length, asked, said) };
}

function aWhile(milliseconds: number): Promise<void> {
  return pause(milliseconds, undefined, { ref: false });
}

/** Settles when the signal is raised. */
function raised(signal: AbortSignal | undefined): { readonly promise: Promise<'stopped'>; forget(): void } {
  let stop = (): void => undefined;
  const promise = new Promise<'stopped'>(resolve => {
    stop = () => resolve('stopped');
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
  return { promise, forget: () => signal?.removeEventListener('abort', stop) };
}
