import { type PutBackCase, putBackCase } from '../../engine/case/put-back-case.js';
import { putBackText } from '../../report/case/put-back-text.js';
import type { PutBackCommandOptions } from '../commands/put-back.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { withCase } from './with-case.js';

/** Puts back. Exit code 3 unless everything is as it was. */
export async function runPutBack(folder: string, options: PutBackCommandOptions, context: Context): Promise<ExitCode> {
  const { terminal } = context;
  const done = await withCase(folder, options, context, work => putBackCase(work, new Set(options.force)));
  await terminal.print(
    options.json ? JSON.stringify(printedPutBack(done), null, 2) : putBackText(done.items, done.upgrade, terminal),
  );
  return done.complete ? exitCodes.done : exitCodes.putBackIncomplete;
}

/** What `--json` prints. */
export function printedPutBack(done: PutBackCase): object {
  return { schema: 'antesala.put-back/1', ...done };
}
