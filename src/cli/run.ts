import { CommanderError } from 'commander';
import { HostError } from '../hosts/host-error.js';
import { type Text, say } from '../i18n/text.js';
import { InputError } from '../model/input-error.js';
import { visible } from '../report/visible.js';
import { CliError } from './cli-error.js';
import type { Context } from './context.js';
import { type ExitCode, exitCodes, exitOfHostError } from './exit-codes.js';
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

/** An error as a sentence and an exit code; what we did not foresee is our fault and says so. */
export function explained(error: unknown, stopped = false): { readonly text: Text; readonly exit: ExitCode } {
  if (error instanceof CliError) return error;
  if (error instanceof InputError) return { text: error.text, exit: exitCodes.wrongUse };
  if (stopped) return { text: stoppedText, exit: exitCodes.stopped };
  if (error instanceof HostError) return { text: error.text, exit: exitOfHostError[error.kind] };
  if (error instanceof CommanderError) {
    return { text: { en: error.message, es: error.message }, exit: exitCodes.wrongUse };
  }
  const detail = visible(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return {
    text: say({
      en: `Something went wrong inside Antesala. Nothing was changed on any server. Please report this: ${detail}`,
      es: `Algo ha fallado dentro de Antesala. No se ha cambiado nada en ningún servidor. Comuníquelo, por favor: ${detail}`,
    }),
    exit: exitCodes.ourFault,
  };
}

const stoppedText = say({
  en: 'Stopped. Nothing was left on any server.',
  es: 'Detenido. No se ha dejado nada en ningún servidor.',
});
