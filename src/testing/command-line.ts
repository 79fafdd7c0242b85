import picocolors from 'picocolors';
import type { Context } from '../cli/context.js';
import { explained } from '../cli/explained.js';
import { program } from '../cli/program.js';
import type { Language } from '../i18n/text.js';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface CommandLineOptions {
  readonly language?: Language;
  readonly env?: Readonly<Record<string, string>>;
  readonly now?: () => Date;
  /** What a person types, line by line; left out, there is no terminal. */
  readonly typed?: readonly string[];
}

/** Runs a command line in this process as `run.ts` does, with what it prints and says kept. */
export async function commandLine(args: readonly string[], options: CommandLineOptions = {}): Promise<Ran> {
  const { language = 'en', env = {}, now = () => new Date('2026-11-25T10:00:00.000Z') } = options;
  const typed = options.typed && [...options.typed];
  let out = '';
  let err = '';
  let code: number = 0;
  const context: Context = {
    terminal: {
      language,
      colors: picocolors.createColors(false),
      width: 100,
      t: text => text[language],
      print: async text => void (out += text.endsWith('\n') ? text : `${text}\n`),
      progress: (text, keep) => void (err += keep === true ? `${text}\n` : ''),
      settle: () => undefined,
    },
    ...(typed ? { ask: () => Promise.resolve(typed.shift()) } : {}),
    env,
    version: '0.1.0',
    now,
    signal: new AbortController().signal,
  };
  try {
    await program(context, exit => void (code = exit)).parseAsync([...args], { from: 'user' });
  } catch (error) {
    const { text, exit } = explained(error);
    err += text[language];
    code = exit;
  }
  return { code, out, err };
}
