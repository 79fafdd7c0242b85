import { say } from '../../i18n/text.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import type { LocalizedCommand } from '../localized-command.js';
import { addReachOptions } from '../reach.js';
import type { GatherCommandOptions } from '../gather-run.js';

/** `antesala gather HOST…`: ask and keep the answers, without judging. */
export function gatherCommand(
  root: LocalizedCommand,
  context: Context,
  end: (code: ExitCode) => void,
): LocalizedCommand {
  const command = root.createCommand('gather');
  command
    .description(
      root.t(
        say({
          en: 'Records what servers answer, to be judged later or elsewhere. Secrets are masked. Changes nothing on them.',
          es: 'Graba lo que responden los servidores, para evaluarlo después o en otro sitio. Los secretos se ocultan. No cambia nada en ellos.',
        }),
      ),
    )
    .argument(
      '<host...>',
      root.t(
        say({
          en: 'local, ssh://user@host[:port], lab:name, or the file of a kit’s result',
          es: 'local, ssh://usuario@servidor[:puerto], lab:nombre, o el archivo del resultado de un kit',
        }),
      ),
    )
    .with(
      '-o, --out <file>',
      say({
        en: 'where to write (one host: a file, otherwise a folder); usually the standard output',
        es: 'dónde escribir (un servidor: un archivo; varios: una carpeta); por defecto, la salida estándar',
      }),
    );
  addReachOptions(command).action(async (hosts: readonly string[], options: GatherCommandOptions) => {
    const { runGather } = await import('../gather-run.js');
    end(await runGather(hosts, options, context));
  });
  root.addCommand(command);
  return command;
}
