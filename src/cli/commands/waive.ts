import { say } from '../../i18n/text.js';
import { caseArgument } from '../case-argument.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import type { LocalizedCommand } from '../localized-command.js';
import { moment } from '../numbers.js';
import type { WaiveCommandOptions } from '../case/waive-run.js';

/** `antesala waive CASE`: keeps that somebody takes a blocking finding upon themselves, for a reason and until an end. */
export function waiveCommand(
  root: LocalizedCommand,
  context: Context,
  end: (code: ExitCode) => void,
): LocalizedCommand {
  const command = root.createCommand('waive');
  command
    .description(
      root.t(
        say({
          en: 'Keeps that somebody takes a blocking finding upon themselves, for a reason and until an end.',
          es: 'Anota que alguien asume un hallazgo que impide la actualización, con un motivo y hasta una fecha.',
        }),
      ),
    )
    .argument('<case>', root.t(caseArgument))
    .argument('<key>', root.t(say({ en: 'key of the finding', es: 'clave del hallazgo' })))
    .with('--by <name>', say({ en: 'who takes it upon themselves', es: 'quién lo asume' }))
    .with('--reason <text>', say({ en: 'why', es: 'por qué' }))
    .with('--until <time>', say({ en: 'until when it counts (UTC)', es: 'hasta cuándo vale (UTC)' }), option =>
      option.argParser(value => moment(value, '--until')),
    )
    .with('--json', say({ en: 'print as JSON', es: 'imprime en JSON' }));
  command.action(async (folder: string, key: string, options: WaiveCommandOptions) => {
    const { runWaive } = await import('../case/waive-run.js');
    end(await runWaive(folder, key, options, context));
  });
  root.addCommand(command);
  return command;
}
