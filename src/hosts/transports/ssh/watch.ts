import { setTimeout as pause } from 'node:timers/promises';
import { AnswerStream } from './answer-stream.js';
import { stopped } from './errors.js';
import { type SshOptions, sshDefaults } from './options.js';
import type { RemoteProcess } from './session.js';

/** How a program on the server came to its end. */
export interface Run {
  readonly output: AnswerStream;
  /** The beginning of its standard error. */
  readonly stderr: string;
  /** `whole`: with its end line. `closed`: it ended, or the connection broke, before. */
  readonly end: 'whole' | 'closed' | 'no-first-line' | 'too-slow' | 'too-long';
}

const stderrKept = 4096;
/** How long a program that has said its last line may still be tidying up. */
const farewellMilliseconds = 2000;

/**
 * Hands a program (in ASCII, as executors make them) to a process and keeps what it prints, within the limits of the options.
 *
 * @throws HostError `stopped` when the signal was raised
 */
export async function watch(
  process: RemoteProcess,
  input: string,
  nonce: string,
  options: SshOptions,
  signal: AbortSignal,
  onAnswered: (count: number) => void,
): Promise<Run> {
  const output = new AnswerStream(nonce);
  const errors: Buffer[] = [];
  let errorBytes = 0;
  const timers: NodeJS.Timeout[] = [];
  const end = new Promise<Run['end']>(resolve => {
    const after = (seconds: number, how: Run['end']): NodeJS.Timeout => {
      const timer = setTimeout(resolve, seconds * 1000, how);
      timers.push(timer);
      return timer;
    };
    const maxBytes = options.maxBytes ?? sshDefaults.maxBytes;
    after(options.totalTimeoutSeconds ?? sshDefaults.totalTimeoutSeconds, 'too-slow');
    const first = after(options.firstLineTimeoutSeconds ?? sshDefaults.firstLineTimeoutSeconds, 'no-first-line');
    let answered = 0;
    process.stdout.on('data', (chunk: Buffer) => {
      output.push(chunk);
      if (output.header) clearTimeout(first);
      if (output.answered !== answered) {
        answered = output.answered;
        onAnswered(answered);
      }
      if (output.ended) resolve('whole');
      else if (output.bytes > maxBytes) resolve('too-long');
    });
    process.stderr.on('data', (chunk: Buffer) => {
      if (errorBytes < stderrKept) errors.push(chunk);
      errorBytes += chunk.length;
    });
    void process.closed.then(() => resolve('closed'));
  });
  process.stdin.on('error', () => undefined).end(input, 'latin1');
  const aborted = raised(signal);
  try {
    const how = await Promise.race([end, aborted.promise]);
    if (how === 'whole') await Promise.race([process.closed, aWhile(farewellMilliseconds), aborted.promise]);
    return { output, stderr: Buffer.concat(errors).toString('utf8', 0, stderrKept), end: how };
  } finally {
    aborted.forget();
    for (const timer of timers) clearTimeout(timer);
    // One that has said its last line ends by itself.
    await process.stop(output.ended ? undefined : output.pid);
    // What was sent to stop it must be on its way before anything else is closed.
    await Promise.race([process.closed, aWhile(500)]);
  }
}

function aWhile(milliseconds: number): Promise<void> {
  return pause(milliseconds, undefined, { ref: false });
}

/** Rejects when the signal is raised. */
function raised(signal: AbortSignal): { readonly promise: Promise<never>; forget(): void } {
  let forget = (): void => undefined;
  const promise = new Promise<never>((_resolve, reject) => {
    const stop = (): void => reject(stopped());
    signal.addEventListener('abort', stop, { once: true });
    forget = () => signal.removeEventListener('abort', stop);
    if (signal.aborted) stop();
  });
  promise.catch(() => undefined);
  return { promise, forget };
}
