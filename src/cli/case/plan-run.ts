import { readFile } from 'node:fs/promises';
import { type KeptRecording, gatherForCase, keepRecording } from '../../engine/case/case-work.js';
import { planCase } from '../../engine/case/plan-case.js';
import { caseOf, choicesOf } from '../../engine/case/stored.js';
import { parseAddress } from '../../hosts/address.js';
import { readInput } from '../../hosts/recorded/file.js';
import { type Text, say } from '../../i18n/text.js';
import type { CaseLog } from '../../model/case-log.js';
import type { PlanChoices } from '../../model/plan-choices.js';
import { planChoicesShape } from '../../model/shapes.js';
import { planText } from '../../report/case/plan-text.js';
import { CliError } from '../cli-error.js';
import type { ReachOptions } from '../reach.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { moment } from '../numbers.js';
import { obtainFrom } from '../obtain.js';
import { wayInOf, withCase, withLog } from './with-case.js';

export interface PlanCommandOptions extends ReachOptions {
  readonly facts?: string;
  readonly window?: string;
  readonly zone?: string;
  readonly leaveOut?: readonly string[];
  readonly reason?: string;
  readonly takeIn?: readonly string[];
  readonly choices?: string;
  readonly json?: boolean;
}

/** Plans from the server itself, or from a file. Exit code 4 when something could not be planned. */
export async function runPlan(folder: string, options: PlanCommandOptions, context: Context): Promise<ExitCode> {
  const changed = await choices(options);
  const file = await fileOf(folder, options, context);
  if (file !== undefined) {
    const { recording } = await obtainFrom(await readInput(file), file);
    return withLog(folder, context, async log => {
      const wayIn = await wayInOf(parseAddress(caseOf(log.events).host));
      return planned(log, await keepRecording(log, recording, 'plan'), wayIn, changed, options, context);
    });
  }
  return withCase(folder, options, context, async work =>
    planned(work.log, await gatherForCase(work, 'plan'), work.wayIn, changed, options, context),
  );
}

/** The case's server may itself be a file. */
function fileOf(folder: string, { facts }: PlanCommandOptions, context: Context): Promise<string | undefined> {
  if (facts !== undefined) return Promise.resolve(facts);
  return withLog(folder, context, log => {
    const address = parseAddress(caseOf(log.events).host);
    return Promise.resolve(address.kind === 'file' ? address.path : undefined);
  });
}

async function planned(
  log: CaseLog,
  kept: KeptRecording,
  wayIn: Awaited<ReturnType<typeof wayInOf>>,
  change: (before: PlanChoices) => PlanChoices,
  options: PlanCommandOptions,
  { terminal, now }: Context,
): Promise<ExitCode> {
  const before = choicesOf(log.events);
  const after = change(before);
  const { plan } = await planCase(log, kept, {
    now: now(),
    wayIn,
    ...(JSON.stringify(after) === JSON.stringify(before) ? {} : { choices: after }),
  });
  await terminal.print(options.json ? JSON.stringify(plan, null, 2) : planText(plan, terminal));
  return plan.steps.some(step => step.state === 'blocked') ? exitCodes.noFacts : exitCodes.done;
}

/** What the options change of the choices made before. */
async function choices(options: PlanCommandOptions): Promise<(before: PlanChoices) => PlanChoices> {
  const fromFile = options.choices === undefined ? {} : await choicesFile(options.choices);
  const window = options.window === undefined ? undefined : windowOf(options.window, options.zone ?? 'UTC');
  const out = options.leaveOut ?? [];
  if (out.length > 0 && (options.reason ?? '').trim() === '') throw new CliError(noReason);
  return before => {
    const merged = { ...before, ...fromFile, ...(window ? { window } : {}) };
    const touched = new Set([...out, ...(options.takeIn ?? [])]);
    return {
      ...merged,
      leftOut: [
        ...merged.leftOut.filter(one => !touched.has(one.id)),
        ...out.map(id => ({ id, reason: options.reason?.trim() ?? '' })),
      ],
    };
  };
}

async function choicesFile(path: string): Promise<Partial<PlanChoices>> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new CliError(unreadable(path, error instanceof Error ? error.message : String(error)));
  }
  const parsed = planChoicesShape.partial().safeParse(value);
  if (parsed.success) return parsed.data as Partial<PlanChoices>;
  const [issue] = parsed.error.issues;
  throw new CliError(unreadable(path, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`));
}

function windowOf(value: string, timeZone: string): NonNullable<PlanChoices['window']> {
  const [from, to] = value.split('/');
  const starts = moment(from ?? '', '--window');
  const ends = moment(to ?? '', '--window');
  if (starts >= ends) throw new CliError(backwards);
  try {
    Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new CliError(noZone(timeZone));
  }
  return { starts: starts.toISOString(), ends: ends.toISOString(), timeZone };
}

const noReason = say({
  en: 'What is left out needs a reason: add --reason "…".',
  es: 'Lo que se omite necesita un motivo: añada --reason "…".',
});

const backwards = say({
  en: '--window ends before it starts. Give the start first: from/to.',
  es: 'La ventana de --window termina antes de empezar. Indique primero el inicio: desde/hasta.',
});

const noZone = (zone: string): Text =>
  say({
    en: `There is no time zone “${zone.slice(0, 60)}”. Give one such as Europe/Madrid or America/Bogota.`,
    es: `No existe la zona horaria «${zone.slice(0, 60)}». Indique una como Europe/Madrid o America/Bogota.`,
  });

const unreadable = (path: string, why: string): Text =>
  say({
    en: `The choices in ${path} cannot be used (${why}). The guide shows what a file of choices looks like.`,
    es: `No se pueden usar las opciones de ${path} (${why}). La guía muestra cómo es un archivo de opciones.`,
  });
