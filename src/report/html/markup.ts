import { type Text, languages } from '../../i18n/text.js';
import { visible } from '../visible.js';

/** A piece of HTML that is safe to put into a page. Only `html` and `raw` make it. */
export class Markup {
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }

  toString(): string {
    return this.value;
  }
}

type Part = string | number | Markup | undefined | readonly Part[];

/** HTML from a template; every value is escaped and made visible unless it is Markup already. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let out = strings[0] ?? '';
  for (const [index, part] of parts.entries()) out += render(part) + (strings[index + 1] ?? '');
  return new Markup(out);
}

/** Our own constant HTML or CSS, taken as it is. Never for anything that came from a host. */
export function raw(value: string): Markup {
  return new Markup(value);
}

/** A text in every language; the page shows one at a time. */
export function both(text: Text, tag: 'span' | 'p' | 'div' = 'span'): Markup {
  if (text.en === text.es) return html`${text.en}`;
  return new Markup(languages.map(l => `<${tag} lang="${l}" class="${l}">${escape(text[l])}</${tag}>`).join(''));
}

function render(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.value;
  if (Array.isArray(part)) return part.map(render).join('');
  return escape(String(part));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return visible(text, true).replace(/[&<>"']/g, character => entities[character] ?? character);
}
