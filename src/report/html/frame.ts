import { type Language, say } from '../../i18n/text.js';
import { type Markup, both, html, raw } from './markup.js';
import { style } from './style.js';

export interface Frame {
  /** The one shown first. */
  readonly language: Language;
  readonly title: string;
  readonly version: string;
  /** Added to the common style. */
  readonly style?: Markup;
}

/** One self-contained page: both languages, light and dark, printable on A4, no scripts, nothing from outside. */
export function framed({ language, title, version, style: more }: Frame, body: Markup): string {
  const page = html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer"><meta name="generator" content="Antesala ${version}">
<title>${title} – Antesala</title><style>${style}${more}</style></head><body>
<main>${switches(language)}
<div class="sheet">${bar()}<div class="page">${body}</div></div></main></body></html>
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

const words = {
  auto: say({ en: 'As the system', es: 'Como el sistema' }),
  light: say({ en: 'Light', es: 'Claro' }),
  dark: say({ en: 'Dark', es: 'Oscuro' }),
};
