import { type SpawnSyncOptions, spawnSync } from 'node:child_process';

/** A sentence for the person at the keyboard; the command line prints it without a stack. */
export class LabError extends Error {}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a program to its end. Never throws for a non-zero exit code; throws a LabError when it cannot be started. */
export function attempt(command: string, args: readonly string[], options: SpawnSyncOptions = {}): Ran {
  const done = spawnSync(command, args, { maxBuffer: 64 << 20, ...options, encoding: 'utf8' });
  if (done.error) throw new LabError(`${command} could not be run: ${done.error.message}`);
  return { code: done.status ?? 128, out: done.stdout ?? '', err: done.stderr ?? '' };
}

/** As `attempt`, but a non-zero exit code is an error that shows the last lines of what the program said. */
export function run(command: string, args: readonly string[], options: SpawnSyncOptions = {}): string {
  const { code, out, err } = attempt(command, args, options);
  if (code === 0) return out;
  const said = `${out}\n${err}`.trim().split('\n').slice(-12).join('\n');
  throw new LabError(`${command} ${args.join(' ')} ended with code ${code}:\n${said}`);
}
