import { type Language, say } from '../i18n/text.js';
import { formatsFor } from '../i18n/formats.js';
import type { Assessment } from '../model/assessment.js';
import type { Finding } from '../model/finding.js';
import { sectionTitles, sections } from '../model/row.js';
import { plain } from './plain-markdown.js';
import { visible } from './visible.js';
import { composedText, headingOf, labelOf, notElevatedText, verdictTitles } from './wording.js';

/** The report as GitHub-flavoured Markdown, for a ticket or a wiki. What passes is counted, not listed. */
export function markdownReport(assessment: Assessment, language: Language): string {
  const { recording } = assessment;
  const f = formatsFor(language);
  const lines = [
    `# ${plain(recording.computer)}: ${verdictTitles[assessment.verdict][language]}`,
    '',
    plain(assessment.verdictText[language]),
    '',
    `- ${plain(assessment.system[language])} (${plain(recording.host)})`,
    `- ${assessment.from.name} → ${assessment.to.name} (\`${assessment.path.id}\`)`,
    `- ${f.moment(recording.gatheredAt)}`,
    '',
  ];
  if (recording.composed) lines.push(`> ${plain(composedText(recording.composed.note)[language])}`, '');
  if (!recording.elevated) lines.push(`> ${notElevatedText[language]}`, '');
  for (const section of sections) lines.push(...sectionLines(assessment, section, language));
  return `${lines.join('\n').trimEnd()}\n`;
}

function sectionLines(assessment: Assessment, section: (typeof sections)[number], language: Language): string[] {
  const findings = assessment.findings.filter(finding => finding.section === section);
  if (findings.length === 0) return [];
  const f = formatsFor(language);
  const loud = findings.filter(finding => finding.state !== 'pass' && finding.state !== 'not-applicable');
  const passed = findings.filter(finding => finding.state === 'pass').length;
  return [
    `## ${sectionTitles[section][language]}`,
    '',
    f.plural(passed, words.one[language], words.other[language]),
    '',
    ...loud.flatMap(finding => [...findingLines(finding, language), '']),
  ];
}

function findingLines(finding: Finding, language: Language): string[] {
  const lines = [
    `- **${labelOf(finding)[language]}** – ${plain(headingOf(finding)[language])}. ${plain(finding.text[language])}`,
  ];
  if (finding.question) lines.push(`  - [ ] ${plain(finding.question[language])}`);
  if (finding.remedy) {
    lines.push(`  - ${plain(finding.remedy.text[language])}`);
    if (finding.remedy.kind === 'command') lines.push('', ...fenced(finding.remedy.command));
  }
  return lines;
}

/** A fence longer than any run of back-ticks inside, so that a command cannot end it. */
function fenced(command: string): string[] {
  const runs = command.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(run => run.length + 1)));
  return [
    `    ${fence}`,
    ...visible(command, true)
      .split('\n')
      .map(line => `    ${line}`),
    `    ${fence}`,
  ];
}

const words = {
  one: say({ en: '# check passes.', es: '# comprobación correcta.' }),
  other: say({ en: '# checks pass.', es: '# comprobaciones correctas.' }),
};
