import { say } from '../../i18n/text.js';
import { caseArgument } from '../case-argument.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import type { LocalizedCommand } from '../localized-command.js';
import { several } from '../several.js';
import { addReachOptions } from '../reach.js';
import type { PlanCommandOptions } from '../case/plan-run.js';

/** `antesala plan CASE`: plans the preparation of a server: what is done, in which order, what it changes and whether it can be undone. Changes nothing on it. */
export function planCommand(root: LocalizedCommand, context: Context, end: (code: ExitCode) => void): LocalizedCommand {
  const command = root.createCommand('plan');
  command
    .description(
      root.t(
        say({
          en: 'Plans the preparation of a server: what is done, in which order, what it changes and whether it can be undone. Changes nothing on it.',
          es: 'Planifica la preparación de un servidor: qué se hace, en qué orden, qué cambia y si se puede deshacer. No cambia nada en él.',
        }),
      ),
    )
    .argument('<case>', root.t(caseArgument))
    .with(
      '--facts <file>',
      say({
        en: 'plan from this recording or kit’s result, without asking the server',
        es: 'planifica con esta grabación o resultado de un kit, sin consultar al servidor',
      }),
    )
    .with(
      '--window <from/to>',
      say({
        en: 'maintenance window, such as 2027-01-15T20:00Z/2027-01-16T02:00Z',
        es: 'ventana de mantenimiento, como 2027-01-15T20:00Z/2027-01-16T02:00Z',
      }),
    )
    .with(
      '--zone <zone>',
      say({
        en: 'time zone in which people read it, such as Europe/Madrid',
        es: 'zona horaria en la que se lee, como Europe/Madrid',
      }),
    )
    .with(
      '--leave-out <id>',
      say({
        en: 'leave out a step or an item (may be given more than once)',
        es: 'omite un paso o un elemento (puede repetirse)',
      }),
      option => option.argParser(several),
    )
    .with('--reason <text>', say({ en: 'why it is left out', es: 'por qué se omite' }))
    .with('--take-in <id>', say({ en: 'take in again what was left out', es: 'vuelve a incluir lo omitido' }), option =>
      option.argParser(several),
    )
    .with(
      '--choices <file>',
      say({
        en: 'everything else that can be chosen, as JSON (see the guide)',
        es: 'todo lo demás que se puede elegir, en JSON (vea la guía)',
      }),
    )
    .with('--json', say({ en: 'print as JSON', es: 'imprime en JSON' }));
  addReachOptions(command).action(async (folder: string, options: PlanCommandOptions) => {
    const { runPlan } = await import('../case/plan-run.js');
    end(await runPlan(folder, options, context));
  });
  root.addCommand(command);
  return command;
}
