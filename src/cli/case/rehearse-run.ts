import { rehearseCase } from '../../engine/case/rehearse-case.js';
import { rehearsalText } from '../../report/case/rehearsal-text.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { withLog } from './with-case.js';

export interface RehearseCommandOptions {
  readonly json?: boolean;
}

/** Rehearses the plan. Exit code 1 when something would not come back. */
export async function runRehearse(
  folder: string,
  options: RehearseCommandOptions,
  context: Context,
): Promise<ExitCode> {
  const rehearsal = await withLog(folder, context, log => rehearseCase(log));
  const { terminal } = context;
  await terminal.print(options.json ? JSON.stringify(rehearsal, null, 2) : rehearsalText(rehearsal, terminal));
  return rehearsal.differences.length > 0 ? exitCodes.noGo : exitCodes.done;
}
