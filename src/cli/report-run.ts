import { UnknownProduct, assess } from '../engine/assess.js';
import { readInput } from '../hosts/recorded/file.js';
import { say } from '../i18n/text.js';
import { type Assessment, reportSchema } from '../model/assessment.js';
import { InputError } from '../model/input-error.js';
import { CliError } from './cli-error.js';
import type { Context } from './context.js';
import { type ExitCode, exitCodes, exitOfVerdict } from './exit-codes.js';
import { writeWhole } from './files.js';
import { obtainFrom } from './obtain.js';
import type { ReportCommandOptions } from './report-options.js';

/** Renders a report from a file. Its exit code is the verdict's, so that it can stand where `assess` stood. */
export async function runReport(file: string, options: ReportCommandOptions, context: Context): Promise<ExitCode> {
  const assessment = await assessmentOf(file, options, context);
  const text = await rendered(assessment, options, context);
  if (options.out === undefined) await context.terminal.print(text);
  else {
    await writeWhole(options.out, text);
    const place = options.out;
    context.terminal.progress(context.terminal.t(say({ en: `Written: ${place}`, es: `Escrito: ${place}` })), true);
  }
  return exitOfVerdict[assessment.verdict];
}

async function assessmentOf(file: string, options: ReportCommandOptions, context: Context): Promise<Assessment> {
  const read = await readInput(file);
  const { text } = read;
  if (/^\s*\{\s*"schema"\s*:\s*"antesala\.report\//.test(text.slice(0, 200))) return readReport(text, file);
  const { recording, sha256 } = await obtainFrom(read, file);
  try {
    const now = options.at ?? context.now();
    return assess(recording, { to: options.to, now, version: context.version, recordingSha256: sha256 });
  } catch (error) {
    if (error instanceof UnknownProduct) throw new CliError(error.text, exitCodes.noFacts);
    throw error;
  }
}

/** A report is checked whole before it is shown: it may have been edited or come from another version. */
async function readReport(text: string, file: string): Promise<Assessment> {
  const { reportShape } = await import('../model/schemas.js');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw damaged(file, error instanceof Error ? error.message : String(error));
  }
  const result = reportShape.safeParse(value);
  if (result.success) return result.data as Assessment;
  const issue = result.error.issues[0];
  throw damaged(file, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

async function rendered(assessment: Assessment, options: ReportCommandOptions, { terminal }: Context): Promise<string> {
  const { language } = terminal;
  switch (options.format) {
    case 'html':
      return (await import('../report/html/page.js')).htmlReport(assessment, language);
    case 'markdown':
      return (await import('../report/markdown.js')).markdownReport(assessment, language);
    case 'junit':
      return (await import('../report/junit.js')).junitReport([assessment], language);
    case 'json':
      return (await import('../report/json.js')).jsonReport(assessment);
    case 'pdf':
      throw new CliError(pdfOfCases);
    case 'text':
      return (await import('../report/text.js')).textReport(assessment, { ...terminal, all: options.all === true });
  }
}

const pdfOfCases = say({
  en: 'Only the report of a case is made as PDF: name the folder of a case. An assessment prints well from its page: -f html.',
  es: 'Solo el informe de un caso se elabora en PDF: indique la carpeta de un caso. Una evaluación se imprime bien desde su página: -f html.',
});

function damaged(file: string, detail: string): InputError {
  const shown = detail.slice(0, 200);
  return new InputError(
    say({
      en: `${file} is no whole report of the form ${reportSchema} (${shown}). Make it again with “antesala assess --json”.`,
      es: `${file} no es un informe completo con el formato ${reportSchema} (${shown}). Vuelva a crearlo con «antesala assess --json».`,
    }),
  );
}
