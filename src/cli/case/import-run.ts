import { readFile } from 'node:fs/promises';
import type { Continuation } from '../../caselog/continuation.js';
import type { FolderLog } from '../../caselog/folder-log.js';
import { openCase } from '../../caselog/open-case.js';
import { type Text, say } from '../../i18n/text.js';
import type { StampedEvent } from '../../model/event.js';
import { visible } from '../../report/visible.js';
import { actor } from '../actor.js';
import { CliError } from '../cli-error.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';

export interface CaseImportOptions {
  readonly json?: boolean;
}

/** Adds to a case what a kit wrote down on the server. */
export async function runCaseImport(
  folder: string,
  file: string,
  options: CaseImportOptions,
  context: Context,
): Promise<ExitCode> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new CliError(unreadable(file, error));
  });
  const { terminal, now } = context;
  let added: Continuation | undefined;
  const first = async (log: FolderLog): Promise<void> => {
    added = await log.continueWith(bytes, file);
  };
  await (await openCase(folder, { now, actor: actor(), write: true, first })).close();
  const { events, known } = added ?? { events: [], known: 0 };
  if (options.json) {
    const printed = { schema: 'antesala.case-imported/1', added: events.length, known, runs: runsOf(events) };
    await terminal.print(`${JSON.stringify(printed, null, 2)}\n`);
  } else await terminal.print(visible(terminal.t(imported(file, events, known))));
  return exitCodes.done;
}

/** How the runs of the kit ended, oldest first. */
function runsOf(events: readonly StampedEvent[]): readonly { readonly run: string; readonly outcome: string }[] {
  return events.flatMap(event => (event.type === 'run-ended' ? [{ run: event.run, outcome: event.outcome }] : []));
}

function imported(file: string, events: readonly StampedEvent[], known: number): Text {
  if (events.length === 0) {
    return say({
      en: f => `The case has all ${f.plural(known, '# line', '# lines')} of ${file} already; nothing was added.`,
      es: f =>
        `El caso ya tiene ${f.plural(known, 'la única línea', 'las # líneas')} de ${file}; no se ha añadido nada.`,
    });
  }
  const last = runsOf(events).at(-1);
  const ended = last?.outcome === 'done' ? texts.done : last ? texts.incomplete : texts.brokeOff;
  return say({
    en: f => `${f.plural(events.length, '# event was', '# events were')} added to the case. ${ended.en}`,
    es: f => `Se ${f.plural(events.length, 'ha añadido # evento', 'han añadido # eventos')} al caso. ${ended.es}`,
  });
}

const texts = {
  done: say({ en: 'The kit’s last run did all it had to.', es: 'La última ejecución del kit lo hizo todo.' }),
  incomplete: say({
    en: 'The kit’s last run is incomplete: “antesala log CASE” shows what is left.',
    es: 'La última ejecución del kit está incompleta: «antesala log CASO» muestra lo que falta.',
  }),
  brokeOff: say({
    en: 'The kit’s run has no end: it broke off. Run it on the server once more.',
    es: 'La ejecución del kit no tiene final: se interrumpió. Ejecútelo otra vez en el servidor.',
  }),
};

const unreadable = (file: string, error: unknown): Text => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return say({
    en: `${file} cannot be read (${code}). Name the file that the kit left on the server.`,
    es: `No se puede leer ${file} (${code}). Indique el archivo que el kit dejó en el servidor.`,
  });
};
