import { waive } from '../../engine/case/answer-case.js';
import { eventText } from '../../report/event-text.js';
import { visible } from '../../report/visible.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { withLog } from './with-case.js';

export interface WaiveCommandOptions {
  readonly by?: string;
  readonly reason?: string;
  readonly until?: Date;
  readonly json?: boolean;
}

/** Keeps a waiver. */
export async function runWaive(
  folder: string,
  key: string,
  options: WaiveCommandOptions,
  context: Context,
): Promise<ExitCode> {
  const { terminal, now, version } = context;
  const event = await withLog(folder, context, log =>
    waive(log, key, options.reason ?? '', {
      by: options.by ?? '',
      until: options.until?.toISOString(),
      now: now(),
      version,
    }),
  );
  const printed = { schema: 'antesala.case-event/1', event };
  await terminal.print(options.json ? JSON.stringify(printed) : visible(terminal.t(eventText(event))));
  return exitCodes.done;
}
