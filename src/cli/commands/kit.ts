import { say } from '../../i18n/text.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import type { LocalizedCommand } from '../localized-command.js';

/** `antesala kit`: a folder to carry to a server with no way in. */
export function kitCommand(root: LocalizedCommand, context: Context, end: (code: ExitCode) => void): LocalizedCommand {
  const command = root.createCommand('kit');
  command
    .description(
      root.t(
        say({
          en: 'Writes a folder to carry to a server with no way in: one command there, nothing installed, leaves a file that “antesala assess” reads. With --case others prepare it and put it back.',
          es: 'Crea una carpeta para llevar a un servidor sin acceso remoto: una orden allí, sin instalar nada, deja un archivo que lee «antesala assess». Con --case, otras lo preparan y lo devuelven a su estado.',
        }),
      ),
    )
    .with('-o, --out <folder>', say({ en: 'where to write it', es: 'dónde crearla' }), option =>
      option.default('antesala-kit'),
    )
    .with(
      '--case <case>',
      say({
        en: 'a case with its plan: the kit also prepares the server and puts everything back',
        es: 'un caso con su plan: el kit además prepara el servidor y lo devuelve todo a su estado',
      }),
    )
    .action(async (options: { readonly out: string; readonly case?: string }) => {
      const { writeKit } = await import('../kit-run.js');
      const files = await writeKit(options.out, options.case, context);
      await context.terminal.print(
        context.terminal.t(
          say({
            en: f =>
              `The kit is in ${options.out} (${f.list(files, 12)}). Carry it to the server and follow its README.txt.`,
            es: f => `El kit está en ${options.out} (${f.list(files, 12)}). Llévelo al servidor y siga su README.txt.`,
          }),
        ),
      );
      end(exitCodes.done);
    });
  root.addCommand(command);
  return command;
}
