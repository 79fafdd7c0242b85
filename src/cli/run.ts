import { CommanderError } from 'commander';
import { askLine } from './ask-line.js';
import type { Context } from './context.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { explained } from './explained.js';
import { spokenLanguage } from './language.js';
import { program } from './program.js';
import { terminal } from './terminal.js';

/** Runs one command line to its exit code. The only place where errors become words and codes. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const context: Context = {
    terminal: terminal(spokenLanguage(args, process.env), process.stdout, process.stderr, process.env),
    ...(process.stdin.isTTY && process.stdout.isTTY
      ? { ask: prompt => askLine(prompt, process.stdin, process.stdout) }
      : {}),
    env: process.env,
    version: process.env.ANTESALA_VERSION ?? 'development',
    now: () => new Date(),
    signal: stop.signal,
  };
  // A reader that closes early (a pager, head) is no fault of anybody's
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.done);
    throw error;
  });
  try {
    let exit: ExitCode = exitCodes.done;
    await program(context, code => {
      exit = code;
    }).parseAsync([...args], { from: 'user' });
    return stop.signal.aborted ? exitCodes.stopped : exit;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
    const { text, exit } = explained(error, stop.signal.aborted);
    context.terminal.progress(`${context.terminal.colors.red('✖')} ${text[context.terminal.language]}`, true);
    return exit;
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    context.terminal.settle();
  }
}
