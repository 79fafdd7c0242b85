import type { Language } from '../i18n/text.js';
import { type Assessment, blocks } from '../model/assessment.js';
import type { Finding } from '../model/finding.js';
import { visible } from './visible.js';
import { labelOf } from './wording.js';

/**
 * The findings as JUnit XML, for build servers and dashboards: what blocks is a failure, what could not be judged an error, a
 * question to a person is skipped with its text. Several hosts make several suites.
 */
export function junitReport(assessments: readonly Assessment[], language: Language): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="antesala">\n${assessments.map(one => suite(one, language)).join('')}</testsuites>\n`;
}

function suite(assessment: Assessment, language: Language): string {
  const cases = assessment.findings.filter(finding => finding.state !== 'not-applicable');
  const failures = cases.filter(finding => blocks(finding) && finding.state === 'fail').length;
  const errors = cases.filter(finding => finding.state === 'error' || finding.state === 'unknown').length;
  const skipped = cases.filter(finding => finding.state === 'manual' || finding.state === 'skipped').length;
  const name = attribute(`${assessment.recording.computer} ${assessment.path.id}`);
  return `<testsuite name="${name}" hostname="${attribute(assessment.recording.computer)}" timestamp="${assessment.judgedAt.slice(0, 19)}" tests="${cases.length}" failures="${failures}" errors="${errors}" skipped="${skipped}">\n${cases.map(finding => testCase(finding, language)).join('')}</testsuite>\n`;
}

function testCase(finding: Finding, language: Language): string {
  const open = `<testcase classname="${finding.section}.${finding.row}" name="${attribute(finding.key)}"`;
  const body = result(finding, language);
  return body === '' ? `${open}/>\n` : `${open}>${body}</testcase>\n`;
}

function result(finding: Finding, language: Language): string {
  const message = `message="${attribute(`${finding.title[language]}: ${finding.text[language]}`)}"`;
  const remedy = finding.remedy
    ? element(
        `${finding.remedy.text[language]}${finding.remedy.kind === 'command' ? `\n${finding.remedy.command}` : ''}`,
      )
    : '';
  if (finding.state === 'error' || finding.state === 'unknown')
    return `<error type="${finding.state}" ${message}>${remedy}</error>`;
  if (finding.state === 'fail' && blocks(finding))
    return `<failure type="${finding.severity}" ${message}>${remedy}</failure>`;
  if (finding.state === 'manual')
    return `<skipped message="${attribute((finding.question ?? finding.text)[language])}"/>`;
  if (finding.state === 'skipped') return `<skipped ${message}/>`;
  if (finding.state === 'pass') return '';
  return `<system-out>${element(`${labelOf(finding)[language]}: ${finding.text[language]}\n`)}${remedy}</system-out>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 has no place for control characters at all, so they are made visible even in text. */
function element(text: string): string {
  return visible(text, true).replace(/[&<>"]|[\ufffe\uffff]/g, character => entities[character] ?? '\ufffd');
}

function attribute(text: string): string {
  return element(visible(text));
}
