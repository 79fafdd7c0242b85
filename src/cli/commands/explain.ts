import { type Text, say } from '../../i18n/text.js';
import { CliError } from '../cli-error.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import type { LocalizedCommand } from '../localized-command.js';

/** `antesala explain CHECK`: what a check looks at, why, and where that is written. */
export function explainCommand(
  root: LocalizedCommand,
  context: Context,
  end: (code: ExitCode) => void,
): LocalizedCommand {
  const command = root.createCommand('explain');
  command
    .description(
      root.t(
        say({
          en: 'Explains a check: why it matters, what it needs, its sources. Without a name: lists all checks.',
          es: 'Explica una comprobación: por qué importa, qué necesita y sus fuentes. Sin nombre: las enumera todas.',
        }),
      ),
    )
    .argument(
      '[check]',
      root.t(
        say({
          en: 'name of a check, or a key from a report such as third-party-services/ccEvtMgr',
          es: 'nombre de una comprobación, o una clave de un informe, como third-party-services/ccEvtMgr',
        }),
      ),
    )
    .with('--json', say({ en: 'print as JSON', es: 'imprime en JSON' }))
    .action(async (name: string | undefined, options: { readonly json?: boolean }) => {
      const [{ checks }, { explainAll, explainOne, explainedJson }] = await Promise.all([
        import('../../checks/registry.generated.js'),
        import('../../report/explain.js'),
      ]);
      const { terminal } = context;
      const id = name?.split('/')[0];
      const found = id === undefined ? checks : checks.filter(check => check.id === id);
      if (found.length === 0) throw new CliError(unknownCheck(id ?? ''));
      const [only] = found;
      if (options.json) await terminal.print(explainedJson(found));
      else if (id !== undefined && only) await terminal.print(explainOne(only, terminal));
      else await terminal.print(explainAll(checks, terminal));
      end(exitCodes.done);
    });
  root.addCommand(command);
  return command;
}

const unknownCheck = (id: string): Text =>
  say({
    en: `There is no check “${id.slice(0, 60)}”. “antesala explain” without a name lists them all.`,
    es: `No existe la comprobación «${id.slice(0, 60)}». «antesala explain», sin nombre, las enumera todas.`,
  });
