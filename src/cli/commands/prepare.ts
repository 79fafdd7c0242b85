import { say } from '../../i18n/text.js';
import { caseArgument } from '../case-argument.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import type { LocalizedCommand } from '../localized-command.js';
import { several } from '../several.js';
import { addReachOptions } from '../reach.js';
import type { PrepareCommandOptions } from '../case/prepare-run.js';

/** `antesala prepare CASE`: carries out the plan on the server. Each change is written down before it is made, and can be put back. */
export function prepareCommand(
  root: LocalizedCommand,
  context: Context,
  end: (code: ExitCode) => void,
): LocalizedCommand {
  const command = root.createCommand('prepare');
  command
    .description(
      root.t(
        say({
          en: 'Carries out the plan on the server. Each change is written down before it is made, and can be put back.',
          es: 'Lleva a cabo el plan en el servidor. Cada cambio se anota antes de hacerlo y se puede deshacer.',
        }),
      ),
    )
    .argument('<case>', root.t(caseArgument))
    .with('--yes', say({ en: 'do not ask for confirmation', es: 'no pide confirmación' }))
    .with(
      '--repeat <id>',
      say({
        en: 'do again what a run that broke off may have done',
        es: 'repite lo que una ejecución interrumpida pudo haber hecho',
      }),
      option => option.argParser(several),
    )
    .with('--json', say({ en: 'print as JSON', es: 'imprime en JSON' }));
  addReachOptions(command).action(async (folder: string, options: PrepareCommandOptions) => {
    const { runPrepare } = await import('../case/prepare-run.js');
    end(await runPrepare(folder, options, context));
  });
  root.addCommand(command);
  return command;
}
