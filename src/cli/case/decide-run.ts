import { setTimeout as pause } from 'node:timers/promises';
import { type DecidedCase, decideCase, decideFromFacts } from '../../engine/case/decide-case.js';
import { readInput } from '../../hosts/recorded/file.js';
import { decisionText } from '../../report/case/decision-text.js';
import type { ReachOptions } from '../reach.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { obtainFrom } from '../obtain.js';
import { withCase, withLog } from './with-case.js';

export interface DecideCommandOptions extends ReachOptions {
  readonly by?: string;
  readonly facts?: string;
  readonly json?: boolean;
}

/** Decides. Exit code 0 go, 1 no-go. */
export async function runDecide(folder: string, options: DecideCommandOptions, context: Context): Promise<ExitCode> {
  const { terminal } = context;
  const decided =
    options.facts === undefined
      ? await withCase(folder, options, context, work => decideCase(work, options.by ?? ''))
      : await fromFile(folder, options.facts, options.by ?? '', context);
  await terminal.print(
    options.json ? JSON.stringify(printedDecision(decided), null, 2) : decisionText(decided, terminal),
  );
  return decided.verdict === 'go' ? exitCodes.done : exitCodes.noGo;
}

async function fromFile(
  folder: string,
  file: string,
  by: string,
  context: Context,
): ReturnType<typeof decideFromFacts> {
  const { recording } = await obtainFrom(await readInput(file), file);
  const { now, version, signal } = context;
  return withLog(folder, context, log =>
    decideFromFacts({ log, now, version, pause: ms => pause(ms, undefined, { signal }) }, by, recording),
  );
}

/** What `--json` prints: the assessment it rests on is printed by `antesala assess`. */
export function printedDecision({ assessment: _assessment, ...decision }: DecidedCase): object {
  return { schema: 'antesala.decision/1', ...decision };
}
