import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { caseFileName } from '../../caselog/case-file.js';
import { openCase } from '../../caselog/open-case.js';
import { reportCase } from '../../engine/case/report-case.js';
import { type Text, say } from '../../i18n/text.js';
import type { CaseLog } from '../../model/case-log.js';
import type { CaseReport } from '../../model/case-report.js';
import { storyEventText } from '../../report/case/story/event.js';
import { CliError } from '../cli-error.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { writeWhole } from '../files.js';
import type { ReportCommandOptions } from '../report-options.js';
import { withLog } from './with-case.js';

/** Whether a path is the folder of a case. */
export async function isCase(path: string): Promise<boolean> {
  return (await stat(join(path, caseFileName)).catch(() => undefined))?.isFile() === true;
}

/**
 * Reports a case. As text it is only shown. In every other form it is issued: kept in the case as evidence first, so that whoever has it can
 * later prove that it is as it was, then written where it was asked for.
 */
export async function runCaseReport(
  folder: string,
  options: ReportCommandOptions,
  context: Context,
): Promise<ExitCode> {
  const { format, out } = options;
  if (options.to !== undefined || options.at !== undefined) throw new CliError(ofRecordings);
  if (format === 'junit') throw new CliError(noJunit);
  if (format === 'pdf' && out === undefined) throw new CliError(pdfToFile);
  const { terminal } = context;
  if (format === 'text') {
    const log = await openCase(folder, { write: false, actor: '', now: context.now });
    const { caseText } = await import('../../report/case/case-text.js');
    const text = caseText(await reportOf(log, context), terminal, options.all === true);
    await (out === undefined ? terminal.print(text) : written(out, text, context));
    return exitCodes.done;
  }
  const bytes = await withLog(folder, context, log => issue(log, format, context));
  await (out === undefined ? terminal.print(Buffer.from(bytes).toString('utf8')) : written(out, bytes, context));
  return exitCodes.done;
}

type IssuedForm = 'html' | 'pdf' | 'markdown' | 'json';

async function issue(log: CaseLog, format: IssuedForm, context: Context): Promise<Uint8Array> {
  const report = await reportOf(log, context);
  const { language } = context.terminal;
  const bytes = await rendered(report, format, context);
  await log.store({
    kind: 'report',
    name: `report.${endings[format]}`,
    bytes,
    data: { format, ...(format === 'json' ? {} : { language }), upTo: report.case.seq },
  });
  return bytes;
}

function reportOf(log: CaseLog, { now, version }: Context): Promise<CaseReport> {
  return reportCase(log, { now: now(), version, tell: storyEventText });
}

async function rendered(
  report: CaseReport,
  format: IssuedForm,
  { terminal: { language } }: Context,
): Promise<Uint8Array> {
  switch (format) {
    case 'html':
      return Buffer.from((await import('../../report/case/page/page.js')).caseHtmlReport(report, language));
    case 'pdf':
      return (await import('../../report/case/paper/paper.js')).casePdfReport(report, language);
    case 'markdown':
      return Buffer.from((await import('../../report/case/case-markdown.js')).caseMarkdownReport(report, language));
    case 'json':
      return Buffer.from(`${JSON.stringify(report, null, 2)}\n`);
  }
}

const endings: Readonly<Record<IssuedForm, string>> = { html: 'html', pdf: 'pdf', markdown: 'md', json: 'json' };

async function written(place: string, content: string | Uint8Array, { terminal }: Context): Promise<void> {
  await writeWhole(place, content);
  terminal.progress(terminal.t(writtenTo(place)), true);
}

const writtenTo = (place: string): Text => say({ en: `Written: ${place}`, es: `Escrito: ${place}` });

const ofRecordings = say({
  en: '--to and --at are for recordings: a case has its path, and its report tells how it stands now.',
  es: '--to y --at son para grabaciones: un caso tiene su ruta y su informe dice cómo está ahora.',
});

const noJunit = say({
  en: 'The report of a case does not exist as JUnit. Choose html, pdf, markdown, json or text.',
  es: 'El informe de un caso no existe en JUnit. Elija html, pdf, markdown, json o text.',
});

const pdfToFile = say({
  en: 'A PDF is written to a file: add -o FILE.',
  es: 'Un PDF se escribe en un archivo: añada -o ARCHIVO.',
});
