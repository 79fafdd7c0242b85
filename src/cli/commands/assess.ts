import { say } from '../../i18n/text.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import type { LocalizedCommand } from '../localized-command.js';
import { moment } from '../numbers.js';
import { addReachOptions } from '../reach.js';
import type { AssessCommandOptions } from '../assess-run.js';

/** `antesala assess HOST…`: gather or read, judge, report. */
export function assessCommand(
  root: LocalizedCommand,
  context: Context,
  end: (code: ExitCode) => void,
): LocalizedCommand {
  const command = root.createCommand('assess');
  command
    .description(
      root.t(
        say({
          en: 'Says whether servers are ready for their upgrade, why not, and what to do. Changes nothing on them.',
          es: 'Dice si los servidores están listos para actualizarse, por qué no y qué hacer. No cambia nada en ellos.',
        }),
      ),
    )
    .argument(
      '<host...>',
      root.t(
        say({
          en: 'local, ssh://user@host[:port], lab:name, or the file of a recording or of a kit’s result',
          es: 'local, ssh://usuario@servidor[:puerto], lab:nombre, o el archivo de una grabación o del resultado de un kit',
        }),
      ),
    )
    .with(
      '--to <path>',
      say({
        en: 'upgrade path or product to judge for, such as ws2016-ws2025 or ws2025',
        es: 'ruta o producto de destino, como ws2016-ws2025 o ws2025',
      }),
    )
    .with(
      '--at <time>',
      say({ en: 'judge as if it were this moment (UTC)', es: 'evalúa como si fuera este momento (UTC)' }),
      option => option.argParser(value => moment(value, '--at')),
    )
    .with('--all', say({ en: 'also list what passes', es: 'muestra también lo correcto' }))
    .with(
      '--json',
      say({
        en: 'print the report as JSON; several hosts: one line each',
        es: 'imprime el informe en JSON; si son varios, una línea por servidor',
      }),
    )
    .with(
      '--html <file>',
      say({
        en: 'write the report as a page; several hosts: into this folder',
        es: 'escribe el informe como página; si son varios, en esta carpeta',
      }),
    )
    .with(
      '--markdown <file>',
      say({
        en: 'write the report as Markdown; several hosts: into this folder',
        es: 'escribe el informe en Markdown; si son varios, en esta carpeta',
      }),
    )
    .with(
      '--junit <file>',
      say({ en: 'write the findings of all hosts as JUnit XML', es: 'escribe los hallazgos de todos en XML de JUnit' }),
    )
    .with(
      '--save <file>',
      say({
        en: 'keep the recording; several hosts: in this folder',
        es: 'guarda la grabación; si son varios, en esta carpeta',
      }),
    );
  addReachOptions(command).action(async (hosts: readonly string[], options: AssessCommandOptions) => {
    const { runAssess } = await import('../assess-run.js');
    end(await runAssess(hosts, options, context));
  });
  root.addCommand(command);
  return command;
}
