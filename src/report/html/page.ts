import { type Language, say } from '../../i18n/text.js';
import type { Assessment } from '../../model/assessment.js';
import { composedText, notElevatedText, verdictTitles } from '../wording.js';
import { blockingPart, findingsPart, sourcePart } from './findings.js';
import { framed } from './frame.js';
import { type Markup, both, html } from './markup.js';
import { sectionPicture, volumePicture } from './pictures.js';

/** The report as one self-contained page. */
export function htmlReport(assessment: Assessment, language: Language): string {
  const { recording, version } = assessment;
  const title = `${recording.computer}: ${verdictTitles[assessment.verdict][language]}`;
  return framed(
    { language, title, version },
    html`${headPart(assessment)}
${sectionPicture(assessment)}
${assessment.shown.volumes.length === 0 ? undefined : html`<h2>${both(words.space)}</h2>${volumePicture(assessment.shown.volumes)}`}
${findingsPart(assessment)}
${missingPart(assessment)}
${pathPart(assessment)}
${footPart(assessment)}`,
  );
}

function headPart(assessment: Assessment): Markup {
  const { recording, from, to, verdict } = assessment;
  return html`<header><p class="soft">Antesala ${assessment.version} · ${both(words.title)}</p><h1>${recording.computer}</h1>
<p class="soft">${recording.host} · ${both(assessment.system)}</p>
<p class="path">${from.name} → ${to.name}</p>
<p class="soft">${both(when(assessment))}</p>
${recording.composed ? html`<div class="note">${both(composedText(recording.composed.note), 'p')}<p class="soft">${recording.composed.sources.join(' · ')}</p></div>` : undefined}
${recording.elevated ? undefined : html`<div class="note">${both(notElevatedText, 'p')}</div>`}
<div class="verdict v-${verdict}"><b>${both(verdictTitles[verdict])}</b>${both(assessment.verdictText)}${blockingPart(assessment)}</div></header>`;
}

function when({ recording, judgedAt }: Assessment) {
  return say({
    en: f => `Facts of ${f.moment(recording.gatheredAt)}, judged ${f.moment(judgedAt)}`,
    es: f => `Datos del ${f.moment(recording.gatheredAt)}, evaluados el ${f.moment(judgedAt)}`,
  });
}

function missingPart({ shown }: Assessment): Markup | undefined {
  if (shown.missing.length === 0) return undefined;
  return html`<section><h2>${both(words.missing)}</h2><table>${shown.missing.map(
    ({ title, why }) => html`<tr><th scope="row">${both(title)}</th><td>${both(why)}</td></tr>`,
  )}</table></section>`;
}

function pathPart({ path, routes }: Assessment): Markup {
  return html`<section><h2>${both(words.path)}</h2><p><code>${path.id}</code></p>${path.notes.map(note => both(note, 'p'))}
${routes.length === 0 ? undefined : html`<p>${both(words.routes)}</p><ul>${routes.map(route => html`<li>${route.map((hop, index) => (index === 0 ? `${hop.from} → ${hop.to}` : ` → ${hop.to}`))}</li>`)}</ul>`}
<ul>${[...path.sources, ...path.requires.sources].map(source => html`<li>${sourcePart(source)}</li>`)}</ul></section>`;
}

function footPart({ recording, recordingSha256, schema }: Assessment): Markup {
  return html`<footer>${schema} · ${recording.executor}${recordingSha256 ? html` · SHA-256 ${recordingSha256}` : undefined}</footer>`;
}

const words = {
  title: say({ en: 'Assessment before an upgrade', es: 'Evaluación previa a una actualización' }),
  space: say({ en: 'Disk space', es: 'Espacio en disco' }),
  missing: say({ en: 'Facts that could not be read', es: 'Datos que no se han podido leer' }),
  path: say({ en: 'The upgrade path', es: 'La ruta de actualización' }),
  routes: say({ en: 'Ways to get there:', es: 'Formas de llegar:' }),
};
