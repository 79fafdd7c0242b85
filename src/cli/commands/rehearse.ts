import { say } from '../../i18n/text.js';
import { caseArgument } from '../case-argument.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import type { LocalizedCommand } from '../localized-command.js';
import type { RehearseCommandOptions } from '../case/rehearse-run.js';

/** `antesala rehearse CASE`: carries the plan out on a server simulated from its recording, with the power cut at every point, and puts it back. Touches nothing real. */
export function rehearseCommand(
  root: LocalizedCommand,
  context: Context,
  end: (code: ExitCode) => void,
): LocalizedCommand {
  const command = root.createCommand('rehearse');
  command
    .description(
      root.t(
        say({
          en: 'Carries the plan out on a server simulated from its recording, with the power cut at every point, and puts it back. Touches nothing real.',
          es: 'Ejecuta el plan en un servidor simulado a partir de su grabación, cortando la corriente en cada punto, y lo deja como estaba. No toca nada real.',
        }),
      ),
    )
    .argument('<case>', root.t(caseArgument))
    .with('--json', say({ en: 'print as JSON', es: 'imprime en JSON' }));
  command.action(async (folder: string, options: RehearseCommandOptions) => {
    const { runRehearse } = await import('../case/rehearse-run.js');
    end(await runRehearse(folder, options, context));
  });
  root.addCommand(command);
  return command;
}
