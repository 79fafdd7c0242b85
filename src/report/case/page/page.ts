import type { Language } from '../../../i18n/text.js';
import { say } from '../../../i18n/text.js';
import type { CaseReport } from '../../../model/case-report.js';
import { framed } from '../../html/frame.js';
import { type Markup, both, html } from '../../html/markup.js';
import type { Story } from '../story/blocks.js';
import { storyOf } from '../story/story.js';
import { blockMarkup } from './blocks.js';
import { caseStyle } from './style.js';

/** The report of a case as one self-contained page, printable, with the log's last event and its hash on every printed page. */
export function caseHtmlReport(report: CaseReport, language: Language): string {
  const story = storyOf(report);
  const { id, seq, sha256 } = report.case;
  // An id is letters, digits and dashes, a hash hexadecimal: nothing else gets into the style
  const foot = `${id} · ${seq} · SHA-256 ${sha256}`.replaceAll(/[^\w ·-]/g, '');
  return framed(
    {
      language,
      title: `${report.name}: ${story.verdict.title[language]}`,
      version: report.version,
      style: caseStyle(foot),
    },
    html`${headPart(story, report.version)}
${story.sections.map(({ id: anchor, title, blocks }) => html`<section id="${anchor}"><h2>${both(title)}</h2>${blocks.map(blockMarkup)}</section>`)}
<footer>${report.schema} · ${both(story.foot)}</footer>`,
  );
}

function headPart({ title, kicker, under, verdict, sections }: Story, version: string): Markup {
  const [where, ...rest] = under;
  return html`<header><p class="soft">Antesala ${version} · ${both(kicker)}</p><h1>${both(title)}</h1>
${where ? html`<p class="soft">${both(where)}</p>` : undefined}${rest.map(
  (line, index) => html`<p class="${index === 0 ? 'path' : 'soft'}">${both(line)}</p>`,
)}
<div class="verdict v-${verdict.tone}"><b>${both(verdict.title)}</b>${both(verdict.text)}${
    verdict.list.length === 0
      ? undefined
      : html`<ul class="blocking">${verdict.list.map(item => html`<li>${both(item)}</li>`)}</ul>`
  }</div>
<nav aria-label="${`${contents.en} / ${contents.es}`}"><ul class="contents">${sections.map(({ id, title: name }) => html`<li><a href="#${id}">${both(name)}</a></li>`)}</ul></nav></header>`;
}

const contents = say({ en: 'Contents', es: 'Contenido' });
