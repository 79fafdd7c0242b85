import type picocolors from 'picocolors';
import { formatsFor } from '../i18n/formats.js';
import { type Language, type Text, say } from '../i18n/text.js';
import { type Assessment, type Verdict, blocks } from '../model/assessment.js';
import type { Finding } from '../model/finding.js';
import { sectionTitles, sections } from '../model/row.js';
import { visible } from './visible.js';
import { wrap } from './wrap.js';
import { aboutOf, composedText, headingOf, labelOf, notElevatedText, verdictTitles } from './wording.js';

export type Colors = ReturnType<typeof picocolors.createColors>;

export interface TextOptions {
  readonly language: Language;
  readonly colors: Colors;
  readonly width: number;
  /** Also what passes and what does not apply. */
  readonly all: boolean;
}

/** The report for a terminal or a plain text file. Whatever came from the host is made visible first. */
export function textReport(assessment: Assessment, options: TextOptions): string {
  const lines = [...head(assessment, options), ''];
  for (const section of sections) {
    const findings = assessment.findings.filter(finding => finding.section === section);
    if (findings.length > 0) lines.push(...sectionLines(sectionTitles[section], findings, options), '');
  }
  lines.push(...missingLines(assessment, options));
  lines.push(banner(assessment, options), ...blockingLines(assessment, options));
  return `${lines.join('\n')}\n`;
}

function head(assessment: Assessment, options: TextOptions): string[] {
  const { language, colors } = options;
  const f = formatsFor(language);
  const { recording } = assessment;
  const lines = [
    `${colors.bold(visible(recording.computer))}  ${colors.dim(visible(recording.host))}`,
    visible(assessment.system[language]),
    `${colors.bold(`${assessment.from.name} → ${assessment.to.name}`)}  ${colors.dim(assessment.path.id)}`,
    colors.dim(words.judged[language](f.moment(recording.gatheredAt), f.moment(assessment.judgedAt))),
    banner(assessment, options),
  ];
  if (recording.composed)
    lines.push(...wrap(colors.yellow(visible(composedText(recording.composed.note)[language])), options.width, ''));
  if (!recording.elevated) lines.push(...wrap(colors.yellow(notElevatedText[language]), options.width, ''));
  return lines;
}

function banner({ verdict, verdictText }: Assessment, { language, colors }: TextOptions): string {
  const paint: Readonly<Record<Verdict, (text: string) => string>> = {
    'not-ready': text => colors.bgRed(colors.white(text)),
    'facts-missing': text => colors.bgYellow(colors.black(text)),
    'answers-needed': text => colors.bgCyan(colors.black(text)),
    ready: text => colors.bgGreen(colors.black(text)),
  };
  return `${paint[verdict](` ${verdictTitles[verdict][language].toUpperCase()} `)} ${verdictText[language]}`;
}

function sectionLines(title: Text, findings: readonly Finding[], options: TextOptions): string[] {
  const { language, colors } = options;
  const quiet = findings.filter(finding => finding.state === 'pass' || finding.state === 'not-applicable');
  const shown = options.all ? findings : findings.filter(finding => !quiet.includes(finding));
  const passed = findings.filter(finding => finding.state === 'pass').length;
  const count = formatsFor(language).plural(passed, words.passes.one[language], words.passes.other[language]);
  return [
    `${colors.bold(colors.underline(title[language]))}  ${colors.dim(count)}`,
    ...shown.flatMap(finding => findingLines(finding, options)),
  ];
}

function findingLines(finding: Finding, options: TextOptions): string[] {
  const { language, colors, width } = options;
  const label = labelOf(finding)[language];
  const about = aboutOf(finding);
  const resource = about === undefined ? '' : `: ${visible(about[language])}`;
  const lines = [
    `${mark(finding, colors)} ${paint(finding, colors)(label)}  ${colors.bold(finding.title[language])}${resource}`,
    ...wrap(visible(finding.text[language]), width, '    '),
  ];
  if (finding.state === 'pass' || finding.state === 'not-applicable') return lines;
  if (finding.question) lines.push(...wrap(`? ${visible(finding.question[language])}`, width, '    '));
  if (finding.remedy) {
    lines.push(...wrap(`→ ${visible(finding.remedy.text[language])}`, width, '    '));
    if (finding.remedy.kind === 'command') {
      lines.push(
        ...visible(finding.remedy.command, true)
          .split('\n')
          .map(line => `      ${colors.cyan(line)}`),
      );
    }
  }
  lines.push(`    ${colors.dim(visible(finding.key))}`);
  return lines;
}

function mark(finding: Finding, colors: Colors): string {
  if (blocks(finding)) return colors.red('✖');
  if (finding.state === 'pass') return colors.green('✔');
  if (finding.state === 'manual') return colors.cyan('?');
  return finding.state === 'not-applicable' || finding.state === 'skipped' ? colors.dim('–') : colors.yellow('!');
}

function paint(finding: Finding, colors: Colors): (text: string) => string {
  if (blocks(finding)) return colors.red;
  if (finding.state === 'pass') return colors.green;
  return finding.state === 'manual' ? colors.cyan : colors.yellow;
}

/** Under the verdict at the end, where a terminal stops: what blocks, or may. */
function blockingLines({ findings }: Assessment, { language, colors }: TextOptions): string[] {
  return findings
    .filter(blocks)
    .map(
      finding => `  ${colors.red('✖')} ${visible(headingOf(finding)[language])}  ${colors.dim(visible(finding.key))}`,
    );
}

function missingLines({ shown }: Assessment, { language, colors, width }: TextOptions): string[] {
  if (shown.missing.length === 0) return [];
  return [
    colors.bold(colors.underline(words.missing[language])),
    ...shown.missing.flatMap(({ title, why }) => wrap(visible(`${title[language]}: ${why[language]}`), width, '  ')),
    '',
  ];
}

const words = {
  judged: {
    en: (gathered: string, judged: string) => `Facts of ${gathered}, judged ${judged}`,
    es: (gathered: string, judged: string) => `Datos del ${gathered}, evaluados el ${judged}`,
  },
  passes: {
    one: say({ en: '# check passes', es: '# comprobación correcta' }),
    other: say({ en: '# checks pass', es: '# comprobaciones correctas' }),
  },
  missing: say({ en: 'Facts that could not be read', es: 'Datos que no se han podido leer' }),
};
