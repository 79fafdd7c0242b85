import { openCase } from '../caselog/open-case.js';
import { say } from '../i18n/text.js';
import type { StampedEvent } from '../model/event.js';
import { eventText } from '../report/event-text.js';
import { visible } from '../report/visible.js';
import type { Context } from './context.js';
import { type ExitCode, exitCodes } from './exit-codes.js';

export interface LogCommandOptions {
  readonly json?: boolean;
}

/** Shows a log, also while another run writes to it. */
export async function runLog(folder: string, options: LogCommandOptions, context: Context): Promise<ExitCode> {
  const { terminal, now } = context;
  const log = await openCase(folder, { write: false, actor: '', now });
  if (options.json) {
    const events = log.events.map(event => ({ event, text: eventText(event) }));
    const printed = { schema: 'antesala.case-log/1', case: { id: log.id, name: log.name }, events };
    await terminal.print(`${JSON.stringify(printed, null, 2)}\n`);
  } else {
    await terminal.print(log.events.map(event => line(event, context)).join('\n'));
  }
  if (log.tornBytes > 0) terminal.progress(terminal.t(torn(log.tornBytes)), true);
  return exitCodes.done;
}

/** `  12  2026-11-25 10:00:03  ana@taller  What happened`: times are UTC. */
function line(event: StampedEvent, { terminal }: Context): string {
  const number = String(event.seq).padStart(5);
  const time = event.at.replace('T', ' ').replace(/\.\d+Z$/, 'Z');
  const { dim } = terminal.colors;
  return `${dim(number)}  ${time}  ${dim(visible(event.actor))}  ${visible(terminal.t(eventText(event)))}`;
}

const torn = (bytes: number) =>
  say({
    en: f =>
      `After the last event there are ${f.plural(bytes, '# byte', '# bytes')} of a line whose writing broke off or is going on; the next command that writes sets it aside.`,
    es: f =>
      `Tras el último evento hay ${f.plural(bytes, '# byte', '# bytes')} de una línea cuya escritura se interrumpió o está en curso; la próxima orden que escriba la apartará.`,
  });
