import { say } from '../../i18n/text.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import type { LocalizedCommand } from '../localized-command.js';
import type { KeyNewOptions } from '../key-run.js';

/** `antesala key new`: a key to sign cases with. */
export function keyCommand(root: LocalizedCommand, context: Context, end: (code: ExitCode) => void): LocalizedCommand {
  const command = root.createCommand('key');
  command.description(root.t(say({ en: 'Makes a key to sign cases with.', es: 'Crea una clave para firmar casos.' })));
  const create = root.createCommand('new');
  create
    .description(
      root.t(
        say({
          en: 'Makes an ed25519 key: writes the private one, which only you can read, and prints the public one, to be given to those who verify.',
          es: 'Crea una clave ed25519: escribe la privada, que solo puede leer usted, e imprime la pública, para entregarla a quienes comprueben.',
        }),
      ),
    )
    .with(
      '-o, --out <file>',
      say({ en: 'where to write the private key', es: 'dónde escribir la clave privada' }),
      option => option.default('antesala-key.pem'),
    )
    .with(
      '--passphrase',
      say({ en: 'ask for a passphrase to protect it', es: 'pide una frase de contraseña para protegerla' }),
    )
    .with(
      '--passphrase-env <name>',
      say({
        en: 'take the passphrase from this environment variable',
        es: 'toma la frase de contraseña de esta variable de entorno',
      }),
    )
    .with('--json', say({ en: 'print as JSON', es: 'imprime en JSON' }))
    .action(async (options: KeyNewOptions) => {
      const { runKeyNew } = await import('../key-run.js');
      end(await runKeyNew(options, context));
    });
  command.addCommand(create);
  root.addCommand(command);
  return command;
}
