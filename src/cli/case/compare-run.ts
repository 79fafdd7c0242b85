import { gatherForCase, keepRecording } from '../../engine/case/case-work.js';
import { compareCase } from '../../engine/case/compare-case.js';
import { readInput } from '../../hosts/recorded/file.js';
import type { Comparison } from '../../model/comparison.js';
import { comparisonText } from '../../report/case/comparison-text.js';
import type { ReachOptions } from '../reach.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { obtainFrom } from '../obtain.js';
import { withCase, withLog } from './with-case.js';

export interface CompareCommandOptions extends ReachOptions {
  readonly all?: boolean;
  readonly facts?: string;
  readonly json?: boolean;
}

/** Compares before and now. What was not expected is shown, and is no failure. */
export async function runCompare(folder: string, options: CompareCommandOptions, context: Context): Promise<ExitCode> {
  const { terminal } = context;
  const comparison =
    options.facts === undefined
      ? await withCase(folder, options, context, async work =>
          compareCase(work.log, await gatherForCase(work, 'after')),
        )
      : await fromFile(folder, options.facts, context);
  await terminal.print(
    options.json
      ? JSON.stringify(printedComparison(comparison), null, 2)
      : comparisonText(comparison, terminal, options.all === true),
  );
  return exitCodes.done;
}

/** What `--json` prints. */
export function printedComparison(comparison: Comparison): object {
  return { schema: 'antesala.comparison/1', ...comparison };
}

async function fromFile(folder: string, file: string, context: Context): ReturnType<typeof compareCase> {
  const { recording } = await obtainFrom(await readInput(file), file);
  return withLog(folder, context, async log => compareCase(log, await keepRecording(log, recording, 'after')));
}
