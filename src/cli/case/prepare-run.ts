import { createInterface } from 'node:readline/promises';
import { type PreparedCase, prepareCase } from '../../engine/case/prepare-case.js';
import { demandPlan } from '../../engine/case/stored.js';
import { type Text, say } from '../../i18n/text.js';
import type { Plan } from '../../model/plan.js';
import type { Prepared } from '../../model/prepared.js';
import { preparedText } from '../../report/case/prepared-text.js';
import { CliError } from '../cli-error.js';
import type { ReachOptions } from '../reach.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { withCase } from './with-case.js';

export interface PrepareCommandOptions extends ReachOptions {
  readonly yes?: boolean;
  readonly repeat?: readonly string[];
  readonly json?: boolean;
}

/** Prepares. Exit code 1 when a step failed, 4 when something waits for a person, 6 when it was stopped. */
export async function runPrepare(folder: string, options: PrepareCommandOptions, context: Context): Promise<ExitCode> {
  const { terminal } = context;
  const prepared = await withCase(folder, options, context, async work => {
    const { plan } = await demandPlan(work.log);
    await confirm(plan, options, context);
    return prepareCase(work, { repeat: new Set(options.repeat) });
  });
  await terminal.print(
    options.json ? JSON.stringify(printedPrepared(prepared), null, 2) : preparedText(prepared, terminal),
  );
  return exitOf(prepared);
}

/** What `--json` prints. */
export function printedPrepared(prepared: PreparedCase): object {
  return { schema: 'antesala.prepared/1', ...prepared };
}

function exitOf({ outcome, steps }: Prepared): ExitCode {
  if (outcome === 'stopped') return exitCodes.stopped;
  if (steps.some(step => step.outcome === 'failed')) return exitCodes.noGo;
  return outcome === 'done' ? exitCodes.done : exitCodes.noFacts;
}

/** Asks once before anything is touched; who cannot be asked must have said yes already. */
async function confirm(plan: Plan, { yes }: PrepareCommandOptions, { terminal, signal }: Context): Promise<void> {
  if (yes) return;
  if (!process.stdin.isTTY) throw new CliError(sayYes);
  terminal.settle();
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await lines.question(`${terminal.t(question(plan))} `, { signal });
    if (!/^(?:y|yes|s|si|sí)$/i.test(answer.trim())) throw new CliError(notNow, exitCodes.stopped);
  } finally {
    lines.close();
  }
}

const sayYes = say({
  en: 'Nobody can be asked here, so nothing was touched. Look at the plan (antesala plan) and add --yes.',
  es: 'Aquí no se puede preguntar a nadie, así que no se ha tocado nada. Revise el plan (antesala plan) y añada --yes.',
});

const notNow = say({ en: 'Nothing was touched.', es: 'No se ha tocado nada.' });

function question({ steps, host }: Plan): Text {
  const items = steps.flatMap(step => step.items);
  const changes = items.filter(item => item.kind === 'change').length;
  const final = items.filter(item => item.kind === 'run' || (item.kind === 'log-off' && item.force)).length;
  return say({
    en: f =>
      `${host}: ${f.plural(changes, '# change', '# changes')} that can be put back, ${f.plural(final, '# act', '# acts')} that cannot. Begin? (yes/no)`,
    es: f =>
      `${host}: ${f.plural(changes, '# cambio reversible', '# cambios reversibles')} y ${f.plural(final, '# acción irreversible', '# acciones irreversibles')}. ¿Empezar? (sí/no)`,
  });
}
