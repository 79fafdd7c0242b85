import { say } from '../../i18n/text.js';
import { caseArgument } from '../case-argument.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import type { LocalizedCommand } from '../localized-command.js';
import { moment } from '../numbers.js';

export interface AttestCommandOptions {
  readonly by?: string;
  readonly until?: Date;
  readonly note?: string;
  readonly json?: boolean;
}

/** `antesala attest CASE`: keeps the answer of a person to a question of the case. Without a key it lists the questions. */
export function attestCommand(
  root: LocalizedCommand,
  context: Context,
  end: (code: ExitCode) => void,
): LocalizedCommand {
  const command = root.createCommand('attest');
  command
    .description(
      root.t(
        say({
          en: 'Keeps the answer of a person to a question of the case. Without a key it lists the questions.',
          es: 'Anota la respuesta de una persona a una pregunta del caso. Sin clave, muestra las preguntas.',
        }),
      ),
    )
    .argument('<case>', root.t(caseArgument))
    .argument('[key]', root.t(say({ en: 'key of the question', es: 'clave de la pregunta' })))
    .argument('[answer]', root.t(say({ en: 'yes or no', es: 'yes (sí) o no' })))
    .with('--by <name>', say({ en: 'who answers', es: 'quién responde' }))
    .with('--until <time>', say({ en: 'until when it counts (UTC)', es: 'hasta cuándo vale (UTC)' }), option =>
      option.argParser(value => moment(value, '--until')),
    )
    .with('--note <text>', say({ en: 'what it rests on', es: 'en qué se basa' }))
    .with('--json', say({ en: 'print as JSON', es: 'imprime en JSON' }));
  command.action(
    async (folder: string, key: string | undefined, answer: string | undefined, options: AttestCommandOptions) => {
      const { runAttest } = await import('../case/attest-run.js');
      end(await runAttest(folder, key, answer, options, context));
    },
  );
  root.addCommand(command);
  return command;
}
