import { type Text, say } from '../i18n/text.js';
import type { ReachOptions } from './reach.js';
import type { Context } from './context.js';
import { type ExitCode, exitCodes, worstExit } from './exit-codes.js';
import { explained } from './explained.js';
import { placeFor, writeWhole } from './files.js';
import { inParallel } from './in-parallel.js';
import { type Obtained, obtain } from './obtain.js';

export interface GatherCommandOptions extends ReachOptions {
  readonly out?: string;
}

/** Gathers every host; one that fails is named and does not stop the others. */
export async function runGather(
  hosts: readonly string[],
  options: GatherCommandOptions,
  context: Context,
): Promise<ExitCode> {
  const several = hosts.length > 1;
  const codes: ExitCode[] = [];
  await inParallel(
    hosts,
    options.parallel,
    host => attempt(host, options, context, several),
    async (result, host) => {
      codes.push(result.exit);
      if (result.failure) return context.terminal.progress(failure(host, result.failure, context), true);
      if (!result.obtained) return;
      if (options.out === undefined) return context.terminal.print(result.obtained.text);
      const place = await placeFor(options.out, host, '.json', several);
      await writeWhole(place, result.obtained.text);
      context.terminal.progress(context.terminal.t(written(host, place)), true);
    },
  );
  return worstExit(codes);
}

export interface Attempt {
  readonly exit: ExitCode;
  readonly obtained?: Obtained;
  readonly failure?: Text;
}

/** Obtains one host's recording, or says in words why not. A single host's error is thrown, so that it ends the command. */
export async function attempt(
  host: string,
  options: GatherCommandOptions,
  context: Context,
  several: boolean,
): Promise<Attempt> {
  try {
    return { exit: exitCodes.done, obtained: await obtain(host, options, context, several) };
  } catch (error) {
    if (!several) throw error;
    const { text, exit } = explained(error, context.signal.aborted);
    return { exit, failure: text };
  }
}

export function failure(host: string, text: Text, { terminal }: Context): string {
  return `${terminal.colors.red('✖')} ${host}: ${text[terminal.language]}`;
}

const written = (host: string, place: string): Text =>
  say({ en: `${host}: recording written to ${place}`, es: `${host}: grabación escrita en ${place}` });
