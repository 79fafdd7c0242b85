import { type Language, say } from '../../i18n/text.js';
import type { Assessment } from '../../model/assessment.js';
import { composedText, notElevatedText, verdictTitles } from '../wording.js';
import { blockingPart, findingsPart, sourcePart } from './findings.js';
import { type Markup, both, html, raw } from './markup.js';
import { sectionPicture, volumePicture } from './pictures.js';
import { style } from './style.js';

/** The report as one self-contained page: both languages, light and dark, printable on A4, no scripts, nothing from outside. */
export function htmlReport(assessment: Assessment, language: Language): string {
  const { recording } = assessment;
  const page = html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer"><meta name="generator" content="Antesala ${assessment.version}">
<title>${recording.computer}: ${verdictTitles[assessment.verdict][language]} – Antesala</title><style>${style}</style></head><body>
<main>${switches(language)}
<div class="sheet">${bar()}<div class="page">${headPart(assessment)}
${sectionPicture(assessment)}
${assessment.shown.volumes.length === 0 ? undefined : html`<h2>${both(words.space)}</h2>${volumePicture(assessment.shown.volumes)}`}
${findingsPart(assessment)}
${missingPart(assessment)}
${pathPart(assessment)}
${footPart(assessment)}</div></div></main></body></html>
`;
  return page.value;
}

function switches(language: Language): Markup {
  const radio = (group: string, id: string, label: string, on: boolean): Markup =>
    html`<input class="switch" type="radio" name="${group}" id="${id}" aria-label="${label}"${raw(on ? ' checked' : '')}>`;
  return html`${radio('language', 'l-en', 'English', language === 'en')}${radio('language', 'l-es', 'Español', language === 'es')}${radio('theme', 't-auto', 'Auto', true)}${radio('theme', 't-light', 'Light / Claro', false)}${radio('theme', 't-dark', 'Dark / Oscuro', false)}`;
}

function bar(): Markup {
  return html`<div class="bar"><span><label for="l-en" lang="en">English</label> <label for="l-es" lang="es">Español</label></span>
<span><label for="t-auto">${both(words.auto)}</label> <label for="t-light">${both(words.light)}</label> <label for="t-dark">${both(words.dark)}</label></span></div>`;
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
  auto: say({ en: 'As the system', es: 'Como el sistema' }),
  light: say({ en: 'Light', es: 'Claro' }),
  dark: say({ en: 'Dark', es: 'Oscuro' }),
};
