import { say } from '../../i18n/text.js';
import { caseArgument } from '../case-argument.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import type { LocalizedCommand } from '../localized-command.js';
import { moment } from '../numbers.js';
import type { AttestCommandOptions } from '../case/attest-run.js';

/** `antesala attest CASE`: keeps a person's answers to questions of the case; without any it asks them one by one, or lists them. */
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
          en: 'Keeps a person’s answers to questions of the case. Without answers it asks the open questions one by one (on a terminal, with --by) or lists all.',
          es: 'Anota las respuestas de una persona a preguntas del caso. Sin respuestas, hace una a una las preguntas abiertas (en un terminal, con --by) o las muestra todas.',
        }),
      ),
    )
    .argument('<case>', root.t(caseArgument))
    .argument(
      '[answers...]',
      root.t(
        say({
          en: 'KEY yes, KEY no, or several as KEY=yes KEY=no',
          es: 'CLAVE yes (sí), CLAVE no, o varias como CLAVE=yes CLAVE=no',
        }),
      ),
    )
    .with(
      '--answers <file>',
      say({ en: 'JSON file with answers: {"KEY": "yes"}', es: 'archivo JSON con respuestas: {"CLAVE": "yes"}' }),
    )
    .with('--by <name>', say({ en: 'who answers', es: 'quién responde' }))
    .with('--until <time>', say({ en: 'until when it counts (UTC)', es: 'hasta cuándo vale (UTC)' }), option =>
      option.argParser(value => moment(value, '--until')),
    )
    .with('--note <text>', say({ en: 'what it rests on', es: 'en qué se basa' }))
    .with('--json', say({ en: 'print as JSON', es: 'imprime en JSON' }));
  command.action(async (folder: string, answers: readonly string[], options: AttestCommandOptions) => {
    const { runAttest } = await import('../case/attest-run.js');
    end(await runAttest(folder, answers, options, context));
  });
  root.addCommand(command);
  return command;
}
