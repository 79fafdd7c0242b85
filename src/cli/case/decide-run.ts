import { decideCase } from '../../engine/case/decide-case.js';
import { decisionText } from '../../report/case/decision-text.js';
import type { DecideCommandOptions } from '../commands/decide.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { withCase } from './with-case.js';

/** Decides. Exit code 0 go, 1 no-go. */
export async function runDecide(folder: string, options: DecideCommandOptions, context: Context): Promise<ExitCode> {
  const { terminal } = context;
  const decided = await withCase(folder, options, context, work => decideCase(work, options.by ?? ''));
  const { assessment: _assessment, ...decision } = decided;
  const printed = { schema: 'antesala.decision/1', ...decision };
  await terminal.print(options.json ? JSON.stringify(printed, null, 2) : decisionText(decided, terminal));
  return decided.verdict === 'go' ? exitCodes.done : exitCodes.noGo;
}
