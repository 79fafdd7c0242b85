import { say } from '../../i18n/text.js';
import { caseArgument } from '../case-argument.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import type { LocalizedCommand } from '../localized-command.js';
import type { SignCommandOptions } from '../sign-run.js';

/** `antesala sign CASE --key FILE`: signs everything the log says so far. */
export function signCommand(root: LocalizedCommand, context: Context, end: (code: ExitCode) => void): LocalizedCommand {
  const command = root.createCommand('sign');
  command
    .description(
      root.t(
        say({
          en: 'Signs a case as it stands, with a key of “antesala key new”.',
          es: 'Firma un caso tal como está, con una clave de «antesala key new».',
        }),
      ),
    )
    .argument('<case>', root.t(caseArgument))
    .addOption(
      command
        .createOption(
          '--key <file>',
          root.t(say({ en: 'private key to sign with', es: 'clave privada con la que firmar' })),
        )
        .makeOptionMandatory(),
    )
    .with(
      '--by <name>',
      say({ en: 'who signs; usually user@computer', es: 'quién firma; por defecto, usuario@equipo' }),
    )
    .with(
      '--passphrase-env <name>',
      say({
        en: 'take the key’s passphrase from this environment variable',
        es: 'toma la frase de contraseña de la clave de esta variable de entorno',
      }),
    )
    .action(async (folder: string, options: SignCommandOptions) => {
      const { runSign } = await import('../sign-run.js');
      end(await runSign(folder, options, context));
    });
  root.addCommand(command);
  return command;
}
