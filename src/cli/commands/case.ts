import { say } from '../../i18n/text.js';
import { caseArgument } from '../case-argument.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import type { LocalizedCommand } from '../localized-command.js';
import type { CaseNewOptions } from '../case-run.js';
import type { CaseImportOptions } from '../case/import-run.js';

/** `antesala case new NAME` and `case import CASE FILE`: the folder in which everything about one server's upgrade is kept. */
export function caseCommand(root: LocalizedCommand, context: Context, end: (code: ExitCode) => void): LocalizedCommand {
  const command = root.createCommand('case');
  command.description(
    root.t(
      say({
        en: 'The case of a server’s upgrade: a folder with the log of all that is done and its evidence.',
        es: 'El caso de la actualización de un servidor: una carpeta con el registro de todo lo que se hace y sus evidencias.',
      }),
    ),
  );
  const create = root.createCommand('new');
  create
    .description(root.t(say({ en: 'Makes a new case.', es: 'Crea un caso nuevo.' })))
    .argument(
      '<name>',
      root.t(
        say({
          en: 'name of the case, such as the customer and the server; its folder is named after it',
          es: 'nombre del caso, por ejemplo el cliente y el servidor; su carpeta se llama igual',
        }),
      ),
    )
    .addOption(
      create
        .createOption(
          '--host <host>',
          root.t(
            say({
              en: 'the server: local, ssh://user@host, lab:name, or a recording',
              es: 'el servidor: local, ssh://usuario@servidor, lab:nombre, o una grabación',
            }),
          ),
        )
        .makeOptionMandatory(),
    )
    .with(
      '--to <path>',
      say({
        en: 'upgrade path or product to upgrade to; left out: the recommended one',
        es: 'ruta o producto de destino; sin ella: la ruta recomendada',
      }),
    )
    .with(
      '--in <folder>',
      say({
        en: 'folder in which to make it; usually the current one',
        es: 'carpeta donde crearlo; por defecto, la actual',
      }),
    )
    .with('--json', say({ en: 'print as JSON', es: 'imprime en JSON' }))
    .action(async (name: string, options: CaseNewOptions) => {
      const { runCaseNew } = await import('../case-run.js');
      end(await runCaseNew(name, options, context));
    });
  command.addCommand(create);
  const bring = root.createCommand('import');
  bring
    .description(
      root.t(
        say({
          en: 'Adds to a case what its kit wrote down on the server, line for line.',
          es: 'Añade a un caso lo que su kit anotó en el servidor, línea por línea.',
        }),
      ),
    )
    .argument('<case>', root.t(caseArgument))
    .argument(
      '<file>',
      root.t(
        say({
          en: 'what the kit left: antesala-NAME-prepared.jsonl or antesala-NAME-put-back.jsonl',
          es: 'lo que dejó el kit: antesala-NOMBRE-prepared.jsonl o antesala-NOMBRE-put-back.jsonl',
        }),
      ),
    )
    .with('--json', say({ en: 'print as JSON', es: 'imprime en JSON' }))
    .action(async (folder: string, file: string, options: CaseImportOptions) => {
      const { runCaseImport } = await import('../case/import-run.js');
      end(await runCaseImport(folder, file, options, context));
    });
  command.addCommand(bring);
  root.addCommand(command);
  return command;
}
