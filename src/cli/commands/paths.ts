import { say } from '../../i18n/text.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import type { LocalizedCommand } from '../localized-command.js';
import { addReachOptions } from '../reach.js';
import type { PathsCommandOptions } from '../paths-run.js';

/** `antesala paths [HOST]`: the ways there are, for everything known or for one server. */
export function pathsCommand(
  root: LocalizedCommand,
  context: Context,
  end: (code: ExitCode) => void,
): LocalizedCommand {
  const command = root.createCommand('paths');
  command
    .description(
      root.t(
        say({
          en: 'Shows the upgrade paths, in one hop or several, with the end of support and the days left.',
          es: 'Muestra las rutas de actualización, en uno o varios saltos, con el fin del soporte y los días que quedan.',
        }),
      ),
    )
    .argument(
      '[host]',
      root.t(
        say({
          en: 'a server, a recording, or a product such as ws2016; left out: everything known',
          es: 'un servidor, una grabación o un producto como ws2016; sin él: todo lo conocido',
        }),
      ),
    )
    .with(
      '--to <product>',
      say({ en: 'only the ways to this product', es: 'solo las formas de llegar a este producto' }),
    )
    .with('--json', say({ en: 'print as JSON', es: 'imprime en JSON' }));
  addReachOptions(command).action(async (host: string | undefined, options: PathsCommandOptions) => {
    const { runPaths } = await import('../paths-run.js');
    end(await runPaths(host, options, context));
  });
  root.addCommand(command);
  return command;
}
