import { say } from '../../i18n/text.js';
import { caseArgument } from '../case-argument.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import type { LocalizedCommand } from '../localized-command.js';
import { addReachOptions } from '../reach.js';
import type { CompareCommandOptions } from '../case/compare-run.js';

/** `antesala compare CASE`: compares all facts of the server before the preparation and now, expected and unexpected apart. */
export function compareCommand(
  root: LocalizedCommand,
  context: Context,
  end: (code: ExitCode) => void,
): LocalizedCommand {
  const command = root.createCommand('compare');
  command
    .description(
      root.t(
        say({
          en: 'Compares all facts of the server before the preparation and now, expected and unexpected apart.',
          es: 'Compara todos los datos del servidor antes de la preparación y ahora, separando lo esperado de lo inesperado.',
        }),
      ),
    )
    .argument('<case>', root.t(caseArgument))
    .with('--all', say({ en: 'also what was expected', es: 'también lo esperado' }))
    .with(
      '--facts <file>',
      say({
        en: 'compare with this recording or kit’s result, without asking the server',
        es: 'compara con esta grabación o resultado de un kit, sin consultar al servidor',
      }),
    )
    .with('--json', say({ en: 'print as JSON', es: 'imprime en JSON' }));
  addReachOptions(command).action(async (folder: string, options: CompareCommandOptions) => {
    const { runCompare } = await import('../case/compare-run.js');
    end(await runCompare(folder, options, context));
  });
  root.addCommand(command);
  return command;
}
