import { say } from '../../i18n/text.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import type { LocalizedCommand } from '../localized-command.js';
import type { VerifyCommandOptions } from '../verify-run.js';

/** `antesala verify CASE|REPORT`: whether a case is as it was written, and what that proves. */
export function verifyCommand(
  root: LocalizedCommand,
  context: Context,
  end: (code: ExitCode) => void,
): LocalizedCommand {
  const command = root.createCommand('verify');
  command
    .description(
      root.t(
        say({
          en: 'Checks a case without network or server: its log, its evidence, its signatures; says what is proven and what is not.',
          es: 'Comprueba un caso sin red ni servidor: su registro, sus evidencias y sus firmas; dice qué queda demostrado y qué no.',
        }),
      ),
    )
    .argument(
      '<case-or-report>',
      root.t(say({ en: 'folder of the case, or a report of it', es: 'carpeta del caso, o un informe suyo' })),
    )
    .with(
      '--case <folder>',
      say({
        en: 'for a report: folder of its case; usually the one the report lies in',
        es: 'para un informe: carpeta de su caso; por defecto, aquella en la que está',
      }),
    )
    .with(
      '--key <file>',
      say({
        en: 'public key that must have signed, as printed by “antesala key new”',
        es: 'clave pública que debe haber firmado, tal como la imprime «antesala key new»',
      }),
    )
    .with('--json', say({ en: 'print as JSON', es: 'imprime en JSON' }))
    .action(async (target: string, options: VerifyCommandOptions) => {
      const { runVerify } = await import('../verify-run.js');
      end(await runVerify(target, options, context));
    });
  root.addCommand(command);
  return command;
}
