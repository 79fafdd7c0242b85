import { caseOf } from '../../engine/case/stored.js';
import { type PutBackCase, acceptInCase, putBackCase } from '../../engine/case/put-back-case.js';
import { parseAddress } from '../../hosts/address.js';
import { say } from '../../i18n/text.js';
import { putBackText } from '../../report/case/put-back-text.js';
import { CliError } from '../cli-error.js';
import type { ReachOptions } from '../reach.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { withCase, withLog } from './with-case.js';

export interface PutBackCommandOptions extends ReachOptions {
  readonly force?: readonly string[];
  readonly accept?: readonly string[];
  readonly by?: string;
  readonly reason?: string;
  readonly json?: boolean;
}

/** Puts back. Exit code 3 unless everything is as it was, or accepted as it is. */
export async function runPutBack(folder: string, options: PutBackCommandOptions, context: Context): Promise<ExitCode> {
  const { terminal } = context;
  const { force = [], accept: items = [], by, reason } = options;
  if (items.length === 0 && (by !== undefined || reason !== undefined)) throw new CliError(nothingToAccept);
  const accept = { items, by: by ?? '', reason: reason ?? '' };
  const done =
    items.length > 0 && force.length === 0 && (await onlyByKit(folder, context))
      ? await withLog(folder, context, log => acceptInCase(log, accept))
      : await withCase(folder, options, context, work => putBackCase(work, { force, accept }));
  await terminal.print(
    options.json ? JSON.stringify(printedPutBack(done), null, 2) : putBackText(done.items, done.upgrade, terminal),
  );
  return done.complete ? exitCodes.done : exitCodes.putBackIncomplete;
}

/** What `--json` prints. */
export function printedPutBack(done: PutBackCase): object {
  return { schema: 'antesala.put-back/1', ...done };
}

/** Such a server cannot be looked at from here: what the kit found is what is accepted. */
function onlyByKit(folder: string, context: Context): Promise<boolean> {
  return withLog(folder, context, log => Promise.resolve(parseAddress(caseOf(log.events).host).kind === 'file'));
}

const nothingToAccept = say({
  en: 'Say which item is accepted: --accept ITEM, together with --by and --reason.',
  es: 'Indique qué elemento se acepta: --accept ELEMENTO, junto con --by y --reason.',
});
