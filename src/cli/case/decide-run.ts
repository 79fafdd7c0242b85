import { type DecidedCase, decideCase } from '../../engine/case/decide-case.js';
import { decisionText } from '../../report/case/decision-text.js';
import type { DecideCommandOptions } from '../commands/decide.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { withCase } from './with-case.js';

/** Decides. Exit code 0 go, 1 no-go. */
export async function runDecide(folder: string, options: DecideCommandOptions, context: Context): Promise<ExitCode> {
  const { terminal } = context;
  const decided = await withCase(folder, options, context, work => decideCase(work, options.by ?? ''));
  await terminal.print(
    options.json ? JSON.stringify(printedDecision(decided), null, 2) : decisionText(decided, terminal),
  );
  return decided.verdict === 'go' ? exitCodes.done : exitCodes.noGo;
}

/** What `--json` prints: the assessment it rests on is printed by `antesala assess`. */
export function printedDecision({ assessment: _assessment, ...decision }: DecidedCase): object {
  return { schema: 'antesala.decision/1', ...decision };
}
