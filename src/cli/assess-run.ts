import { UnknownProduct, assess } from '../engine/assess.js';
import { type Text, say } from '../i18n/text.js';
import type { Assessment } from '../model/assessment.js';
import { type FleetRow, fleetReport, fleetRow } from '../report/fleet.js';
import { jsonReport } from '../report/json.js';
import { textReport } from '../report/text.js';
import { CliError } from './cli-error.js';
import type { ReachOptions } from './reach.js';
import type { Context } from './context.js';
import { type ExitCode, exitCodes, exitOfVerdict, worstExit } from './exit-codes.js';
import { placeFor, writeWhole } from './files.js';
import { attempt, failure } from './gather-run.js';
import { inParallel } from './in-parallel.js';
import type { Obtained } from './obtain.js';

export interface AssessCommandOptions extends ReachOptions {
  readonly to?: string;
  readonly at?: Date;
  readonly json?: boolean;
  readonly all?: boolean;
  readonly html?: string;
  readonly markdown?: string;
  readonly junit?: string;
  readonly save?: string;
}

/** Assesses every host. Of many only what the table needs is kept, so that memory does not grow with the reports. */
export async function runAssess(
  hosts: readonly string[],
  options: AssessCommandOptions,
  context: Context,
): Promise<ExitCode> {
  const several = hosts.length > 1;
  const rows: FleetRow[] = [];
  const suites: Assessment[] = [];
  const codes: ExitCode[] = [];
  const now = options.at ?? context.now();

  await inParallel(
    hosts,
    options.parallel,
    async host => {
      const got = await attempt(host, options, context, several);
      return got.obtained ? judged(got.obtained, now, options, context, several) : got;
    },
    async (result, host) => {
      codes.push(result.exit);
      if (result.failure) {
        rows.push({ host, failure: result.failure });
        context.terminal.progress(failure(host, result.failure, context), true);
        return;
      }
      if (!('assessment' in result)) return;
      rows.push(fleetRow(host, result.assessment));
      if (options.junit) suites.push(result.assessment);
      await deliver(result.assessment, result.obtained, host, options, context, several);
      if (several) context.terminal.progress(context.terminal.t(progress(rows.length, hosts.length)));
    },
  );
  if (several && !options.json) await context.terminal.print(fleetReport(rows, context.terminal));
  if (options.junit) {
    const { junitReport } = await import('../report/junit.js');
    await writeWhole(options.junit, junitReport(suites, context.terminal.language));
  }
  return worstExit(codes);
}

type Judged =
  | {
      readonly exit: ExitCode;
      readonly assessment: Assessment;
      readonly obtained: Obtained;
      readonly failure?: undefined;
    }
  | { readonly exit: ExitCode; readonly failure: Text };

function judged(
  obtained: Obtained,
  now: Date,
  options: AssessCommandOptions,
  context: Context,
  several: boolean,
): Judged {
  try {
    const assessment = assess(obtained.recording, {
      to: options.to,
      now,
      version: context.version,
      recordingSha256: obtained.sha256,
    });
    return { exit: exitOfVerdict[assessment.verdict], assessment, obtained };
  } catch (error) {
    if (!(error instanceof UnknownProduct)) throw error;
    if (!several) throw new CliError(error.text, exitCodes.noFacts);
    return { exit: exitCodes.noFacts, failure: error.text };
  }
}

async function deliver(
  assessment: Assessment,
  obtained: Obtained,
  host: string,
  options: AssessCommandOptions,
  { terminal }: Context,
  several: boolean,
): Promise<void> {
  const { language } = terminal;
  const written: string[] = [];
  const write = async (
    named: string | undefined,
    ending: string,
    text: () => Promise<string> | string,
  ): Promise<void> => {
    if (named === undefined) return;
    const place = await placeFor(named, host, ending, several);
    await writeWhole(place, await text());
    written.push(place);
  };
  await write(options.save, '.json', () => obtained.text);
  await write(options.html, '.html', async () =>
    (await import('../report/html/page.js')).htmlReport(assessment, language),
  );
  await write(options.markdown, '.md', async () =>
    (await import('../report/markdown.js')).markdownReport(assessment, language),
  );
  if (options.json) await terminal.print(several ? JSON.stringify(assessment) : jsonReport(assessment));
  else if (!several) await terminal.print(textReport(assessment, { ...terminal, all: options.all === true }));
  if (!several) for (const place of written) terminal.progress(terminal.t(wrote(place)), true);
}

const wrote = (place: string): Text => say({ en: `Written: ${place}`, es: `Escrito: ${place}` });

const progress = (done: number, all: number): Text =>
  say({
    en: f => `${f.number(done)} of ${f.number(all)} servers`,
    es: f => `${f.number(done)} de ${f.number(all)} servidores`,
  });
