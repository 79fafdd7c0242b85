import { say } from '../../i18n/text.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import type { LocalizedCommand } from '../localized-command.js';
import { moment } from '../numbers.js';
import { type ReportCommandOptions, reportForms } from '../report-options.js';

/** `antesala report CASE`: the report of a case. `antesala report FILE`: an assessment in another form, from JSON or a recording. */
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
          en: 'Makes the report of a case, and keeps it in the case as evidence. Of a file (report in JSON, recording): renders its assessment in another form or language.',
          es: 'Elabora el informe de un caso y lo guarda en él como evidencia. De un archivo (informe en JSON, grabación): vuelve a presentar su evaluación en otro formato o idioma.',
        }),
      ),
    )
    .argument(
      '<case-or-file>',
      root.t(
        say({
          en: 'folder of a case; or a report in JSON, a recording, the result of a kit',
          es: 'carpeta de un caso; o un informe en JSON, una grabación o el resultado de un kit',
        }),
      ),
    )
    .with(
      '-f, --format <form>',
      say({
        en: 'form of the report; pdf only of a case, junit only of an assessment',
        es: 'formato del informe; pdf solo de un caso, junit solo de una evaluación',
      }),
      option => option.choices(reportForms).default('text'),
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
    .with(
      '--all',
      say({
        en: 'as text: also list what passes, or all events of the case',
        es: 'como texto: muestra también lo correcto, o todos los eventos del caso',
      }),
    )
    .action(async (file: string, options: ReportCommandOptions) => {
      const { isCase, runCaseReport } = await import('../case/report-run.js');
      if (await isCase(file)) return end(await runCaseReport(file, options, context));
      const { runReport } = await import('../report-run.js');
      end(await runReport(file, options, context));
    });
  root.addCommand(command);
  return command;
}
