import { say } from '../../i18n/text.js';
import { caseArgument } from '../case-argument.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import type { LocalizedCommand } from '../localized-command.js';
import { several } from '../several.js';
import { addReachOptions } from '../reach.js';
import type { PutBackCommandOptions } from '../case/put-back-run.js';

/** `antesala put-back CASE`: puts everything back that the preparation changed, item by item, and says loudly what it could not. */
export function putBackCommand(
  root: LocalizedCommand,
  context: Context,
  end: (code: ExitCode) => void,
): LocalizedCommand {
  const command = root.createCommand('put-back');
  command
    .description(
      root.t(
        say({
          en: 'Puts everything back that the preparation changed, item by item, and says loudly what it could not.',
          es: 'Devuelve a su estado todo lo que cambió la preparación, elemento por elemento, y avisa de lo que no haya podido.',
        }),
      ),
    )
    .argument('<case>', root.t(caseArgument))
    .with(
      '--force <item>',
      say({
        en: 'set this item as it was, whatever is found',
        es: 'deja este elemento como estaba, se encuentre lo que se encuentre',
      }),
      option => option.argParser(several),
    )
    .with(
      '--accept <item>',
      say({
        en: 'take this item as it was last found, with --by and --reason',
        es: 'acepta este elemento tal como se encontró, con --by y --reason',
      }),
      option => option.argParser(several),
    )
    .with('--by <name>', say({ en: 'who accepts', es: 'quién acepta' }))
    .with('--reason <text>', say({ en: 'why it is accepted', es: 'por qué se acepta' }))
    .with('--json', say({ en: 'print as JSON', es: 'imprime en JSON' }));
  addReachOptions(command).action(async (folder: string, options: PutBackCommandOptions) => {
    const { runPutBack } = await import('../case/put-back-run.js');
    end(await runPutBack(folder, options, context));
  });
  root.addCommand(command);
  return command;
}
