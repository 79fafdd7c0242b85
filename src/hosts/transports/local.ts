import { randomBytes } from 'node:crypto';
import type { ExecutorName } from '../../model/recording.js';
import type { Executor } from '../executor.js';
import { HostError } from '../host-error.js';
import type { ActingHost } from '../host.js';
import { carry, outcomeOf } from './carry-out.js';
import { onlyAsks, stoppedBefore } from './carry-out-words.js';
import { localFailure, stoppedHere } from './local-words.js';
import { type LocalProcess, startCommand, startScript } from './local-process.js';
import type { SshExecutors } from './ssh/ask.js';
import { firstLineSeconds } from './ssh/options.js';
import { type Run, watch } from './ssh/watch.js';

export interface LocalOptions {
  /** For all of it (default 600). */
  readonly totalTimeoutSeconds?: number;
  /** Answers longer than this altogether are cut off (default 64 MiB). */
  readonly maxBytes?: number;
  /** Default: process.platform. */
  readonly system?: NodeJS.Platform;
}

/** The machine Antesala runs on. On Linux sh asks; on Windows PowerShell and, where that cannot run, Windows Script Host. */
export function localHost(executors: SshExecutors, options: LocalOptions = {}): ActingHost {
  const closing = new AbortController();
  const system = options.system ?? process.platform;
  return {
    name: 'local',
    async gather(batches, gather) {
      const signal = gather.signal ? AbortSignal.any([gather.signal, closing.signal]) : closing.signal;
      if (signal.aborted) throw stoppedHere();
      let failure: HostError | undefined;
      for (const way of system === 'win32' ? windowsWays : linuxWays) {
        const executor = executors[way];
        const batch = batches[executor.platform];
        const nonce = newNonce();
        const run = await runHere(way, executors, executor.program(batch, nonce), nonce, options, signal, answered =>
          gather.onProgress?.({ answered, asked: batch.questions.length }),
        );
        if (run.output.header && run.output.ended) {
          const text = run.output.text();
          return executors.record({ host: 'local', batch, nonce, text, gatheredAt: gather.now() });
        }
        failure = localFailure(run, batch.questions.length, options.totalTimeoutSeconds ?? defaultSeconds);
        // One that began to answer would break off again; one that could not begin may be forbidden by a policy.
        if (run.output.header || run.end === 'too-slow') break;
      }
      throw failure ?? stoppedHere();
    },
    async carryOut(way, instructions, carrying) {
      const signal = carrying.signal ? AbortSignal.any([carrying.signal, closing.signal]) : closing.signal;
      if (signal.aborted) throw stoppedBefore();
      const nonce = newNonce();
      const program = executors[way].instructionProgram?.(instructions, nonce);
      if (program === undefined) throw onlyAsks(way);
      const process = await start(way, executors, program, nonce);
      try {
        const carried = await carry(process, way === 'wsh' ? '' : program, {
          ...carrying,
          signal,
          instructions,
          nonce,
          limits: { firstLineTimeoutSeconds: firstLineSeconds({}, way) },
        });
        return outcomeOf(carried, instructions.length, false);
      } finally {
        await process.tidy();
      }
    },
    close: async () => closing.abort(),
  };
}

const defaultSeconds = 600;
const linuxWays: readonly ExecutorName[] = ['sh'];
const windowsWays: readonly ExecutorName[] = ['powershell', 'wsh'];

const newNonce = (): string => randomBytes(12).toString('hex');

type Started = Readonly<Record<'powershell', Executor & { readonly commandLine: string }>>;

/** Starts what runs the programs of an executor; Windows Script Host gets its program at once, the others on standard input. */
async function start(way: ExecutorName, executors: Started, program: string, nonce: string): Promise<LocalProcess> {
  if (way === 'wsh') return startScript(program, nonce);
  return startCommand(way === 'sh' ? ['sh'] : executors.powershell.commandLine.split(' '));
}

async function runHere(
  way: ExecutorName,
  executors: Started,
  program: string,
  nonce: string,
  options: LocalOptions,
  signal: AbortSignal,
  onAnswered: (count: number) => void,
): Promise<Run> {
  const process = await start(way, executors, program, nonce);
  try {
    const limits = { totalTimeoutSeconds: defaultSeconds, firstLineTimeoutSeconds: defaultSeconds, ...options };
    return await watch(process, way === 'wsh' ? '' : program, nonce, limits, signal, onAnswered);
  } catch (error) {
    throw error instanceof HostError && error.kind === 'stopped' ? stoppedHere() : error;
  } finally {
    await process.tidy();
  }
}
