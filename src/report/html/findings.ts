import { type Text, say } from '../../i18n/text.js';
import { type Assessment, blocks } from '../../model/assessment.js';
import type { Evidence, Finding, Remedy } from '../../model/finding.js';
import type { Source } from '../../model/path.js';
import { type Section, rowTitles, sectionTitles, sections } from '../../model/row.js';
import { headingOf, labelOf, proofTexts, severityTexts, titleOf } from '../wording.js';
import { type Markup, both, html } from './markup.js';

/** The findings section by section; what passes is folded away. */
export function findingsPart(assessment: Assessment): Markup {
  return html`${sections.map(section =>
    sectionPart(
      section,
      assessment.findings.filter(finding => finding.section === section),
      finding => anchorOf(assessment, finding),
    ),
  )}`;
}

/** Where a finding stands in the page. Keys hold what a host says, so the place is told by its number. */
function anchorOf(assessment: Assessment, finding: Finding): string {
  return `finding-${assessment.findings.indexOf(finding) + 1}`;
}

/** What blocks, or may, as links into the page: it is what a reader looks for first. */
export function blockingPart(assessment: Assessment): Markup | undefined {
  const blocking = assessment.findings.filter(blocks);
  if (blocking.length === 0) return undefined;
  return html`<ul class="blocking">${blocking.map(
    finding => html`<li><a href="#${anchorOf(assessment, finding)}">${both(headingOf(finding))}</a></li>`,
  )}</ul>`;
}

function sectionPart(
  section: Section,
  findings: readonly Finding[],
  anchor: (finding: Finding) => string,
): Markup | undefined {
  if (findings.length === 0) return undefined;
  const quiet = findings.filter(finding => finding.state === 'pass' || finding.state === 'not-applicable');
  const loud = findings.filter(finding => !quiet.includes(finding));
  return html`<section id="${section}"><h2>${both(sectionTitles[section])}</h2>
${loud.map(finding => findingPart(finding, anchor))}
${quiet.length === 0 ? undefined : html`<details><summary>${both(quietText(quiet))}</summary>${quiet.map(finding => findingPart(finding, anchor))}</details>`}</section>`;
}

function quietText(quiet: readonly Finding[]): Text {
  const passed = quiet.filter(finding => finding.state === 'pass').length;
  const other = quiet.length - passed;
  return say({
    en: f =>
      `${f.plural(passed, '# check passes', '# checks pass')}${other > 0 ? `, ${f.plural(other, '# does not apply', '# do not apply')}` : ''}`,
    es: f =>
      `${f.plural(passed, '# comprobación correcta', '# comprobaciones correctas')}${other > 0 ? `, ${f.plural(other, '# no procede', '# no proceden')}` : ''}`,
  });
}

function findingPart(finding: Finding, anchor: (finding: Finding) => string): Markup {
  const kind = blocks(finding) && finding.state === 'fail' ? 'blocks' : finding.state;
  const open = finding.state !== 'pass' && finding.state !== 'not-applicable';
  return html`<article class="finding f-${kind}" id="${anchor(finding)}"><h3><span class="badge">${both(labelOf(finding))}</span>${both(finding.title)}${resourcePart(
    finding,
  )}</h3>${both(finding.text, 'p')}${open && finding.question ? html`<div class="question">${both(finding.question, 'p')}</div>` : undefined}${
    open && finding.remedy ? remedyPart(finding.remedy) : undefined
  }${detailsPart(finding)}</article>`;
}

function resourcePart({ label, resource }: Finding): Markup | undefined {
  if (label) return html`: ${both(label)}`;
  return resource === undefined ? undefined : html`: <code>${resource}</code>`;
}

function remedyPart(remedy: Remedy): Markup {
  return html`<div class="remedy">${both(remedy.text, 'p')}${
    remedy.kind === 'command' ? html`<pre>${remedy.command}</pre>` : linkPart(remedy.url)
  }</div>`;
}

/** Only web addresses become links; anything else is shown as text. */
function linkPart(url: string | undefined): Markup | undefined {
  if (url === undefined) return undefined;
  return /^https?:\/\//.test(url) ? html`<p><a href="${url}" rel="noreferrer">${url}</a></p>` : html`<p>${url}</p>`;
}

function detailsPart(finding: Finding): Markup {
  return html`<details><summary>${both(words.details)}</summary><table>
<tr><th scope="row">${both(words.row)}</th><td>${both(rowTitles[finding.row])}</td></tr>
<tr><th scope="row">${both(words.severity)}</th><td>${both(severityTexts[finding.severity])}</td></tr>
<tr><th scope="row">${both(words.key)}</th><td><code>${finding.key}</code></td></tr>
${finding.evidence ? evidenceRows(finding.evidence) : undefined}
${finding.sources.map(source => html`<tr><th scope="row">${both(words.source)}</th><td>${sourcePart(source)}</td></tr>`)}
</table></details>`;
}

function evidenceRows(evidence: Evidence): Markup[] {
  return Object.entries(evidence).map(
    ([name, value]) =>
      html`<tr><th scope="row"><code>${name}</code></th><td>${Array.isArray(value) ? value.join(', ') : String(value)}</td></tr>`,
  );
}

export function sourcePart(source: Source): Markup {
  const title =
    source.url && /^https?:\/\//.test(source.url)
      ? html`<a href="${source.url}" rel="noreferrer">${both(titleOf(source))}</a>`
      : html`${both(titleOf(source))}`;
  return html`${title} (${both(proofTexts[source.proof])})`;
}

const words = {
  details: say({ en: 'Evidence and sources', es: 'Pruebas y fuentes' }),
  row: say({ en: 'Step', es: 'Paso' }),
  severity: say({ en: 'Severity', es: 'Gravedad' }),
  key: say({ en: 'Key', es: 'Clave' }),
  source: say({ en: 'Source', es: 'Fuente' }),
};
