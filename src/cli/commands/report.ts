import { say } from '../../i18n/text.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import type { LocalizedCommand } from '../localized-command.js';
import { moment } from '../numbers.js';

export const reportForms = ['text', 'html', 'markdown', 'junit', 'json'] as const;

export interface ReportCommandOptions {
  readonly format: (typeof reportForms)[number];
  readonly out?: string;
  readonly to?: string;
  readonly at?: Date;
  readonly all?: boolean;
}

/** `antesala report FILE`: a report in another form, from a JSON report or a recording. */
export function reportCommand(
  root: LocalizedCommand,
  context: Context,
  end: (code: ExitCode) => void,
): LocalizedCommand {
  const command = root.createCommand('report');
  command
    .description(
      root.t(
        say({
          en: 'Renders a report again: in another form or language, from a report in JSON or from a recording.',
          es: 'Vuelve a presentar un informe: en otro formato o idioma, a partir de un informe en JSON o de una grabación.',
        }),
      ),
    )
    .argument(
      '<file>',
      root.t(
        say({
          en: 'report in JSON, recording, or result of a kit',
          es: 'informe en JSON, grabación o resultado de un kit',
        }),
      ),
    )
    .with('-f, --format <form>', say({ en: 'form of the report', es: 'formato del informe' }), option =>
      option.choices(reportForms).default('text'),
    )
    .with(
      '-o, --out <file>',
      say({ en: 'where to write; usually the standard output', es: 'dónde escribir; por defecto, la salida estándar' }),
    )
    .with(
      '--to <path>',
      say({
        en: 'for a recording: upgrade path or product to judge for',
        es: 'para una grabación: ruta o producto de destino',
      }),
    )
    .with(
      '--at <time>',
      say({
        en: 'for a recording: judge as if it were this moment (UTC)',
        es: 'para una grabación: evalúa como si fuera este momento (UTC)',
      }),
      option => option.argParser(value => moment(value, '--at')),
    )
    .with('--all', say({ en: 'also list what passes', es: 'muestra también lo correcto' }))
    .action(async (file: string, options: ReportCommandOptions) => {
      const { runReport } = await import('../report-run.js');
      end(await runReport(file, options, context));
    });
  root.addCommand(command);
  return command;
}
