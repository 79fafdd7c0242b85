import { say } from '../../i18n/text.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import type { LocalizedCommand } from '../localized-command.js';
import { caseArgument } from '../case-argument.js';
import type { LogCommandOptions } from '../log-run.js';

/** `antesala log CASE`: what has been done, event by event. */
export function logCommand(root: LocalizedCommand, context: Context, end: (code: ExitCode) => void): LocalizedCommand {
  const command = root.createCommand('log');
  command
    .description(
      root.t(
        say({
          en: 'Shows the log of a case, checked: what was done, when, and by whom.',
          es: 'Muestra el registro de un caso, comprobado: qué se ha hecho, cuándo y quién.',
        }),
      ),
    )
    .argument('<case>', root.t(caseArgument))
    .with('--json', say({ en: 'print as JSON', es: 'imprime en JSON' }))
    .action(async (folder: string, options: LogCommandOptions) => {
      const { runLog } = await import('../log-run.js');
      end(await runLog(folder, options, context));
    });
  root.addCommand(command);
  return command;
}
