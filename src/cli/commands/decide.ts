import { say } from '../../i18n/text.js';
import { caseArgument } from '../case-argument.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import type { LocalizedCommand } from '../localized-command.js';
import { addReachOptions } from '../reach.js';
import type { DecideCommandOptions } from '../case/decide-run.js';

/** `antesala decide CASE`: says go or no-go, with every reason, after looking at the server again. The decision is kept and expires. */
export function decideCommand(
  root: LocalizedCommand,
  context: Context,
  end: (code: ExitCode) => void,
): LocalizedCommand {
  const command = root.createCommand('decide');
  command
    .description(
      root.t(
        say({
          en: 'Says go or no-go, with every reason, after looking at the server again. The decision is kept and expires.',
          es: 'Dice si se puede seguir o no, con todos los motivos, tras volver a mirar el servidor. La decisión queda anotada y caduca.',
        }),
      ),
    )
    .argument('<case>', root.t(caseArgument))
    .with('--by <name>', say({ en: 'who decides', es: 'quién decide' }))
    .with(
      '--facts <file>',
      say({
        en: 'decide from this recording or kit’s result, made after preparing, without asking the server',
        es: 'decide con esta grabación o resultado de un kit, obtenidos tras la preparación, sin consultar al servidor',
      }),
    )
    .with('--json', say({ en: 'print as JSON', es: 'imprime en JSON' }));
  addReachOptions(command).action(async (folder: string, options: DecideCommandOptions) => {
    const { runDecide } = await import('../case/decide-run.js');
    end(await runDecide(folder, options, context));
  });
  root.addCommand(command);
  return command;
}
