import { type Text, languages, same, say } from '../../../i18n/text.js';
import { type ResourceState, sameState } from '../../../model/resource.js';
import { visible } from '../../visible.js';
import { changeText, stateText, valueText } from '../states.js';

/** A state in few words, for a column: “automatic, running”. */
export function inWords(state: ResourceState | 'absent' | 'unknown'): Text {
  if (state !== 'absent' && state !== 'unknown') {
    if ('start' in state && 'running' in state) return serviceText(state);
    if ('base64' in state || String(state.value ?? '').length > longestValue) return lengthText(state);
  }
  return { en: stateText(state, 'en'), es: stateText(state, 'es') };
}

function serviceText({ start, delayed, running }: ResourceState): Text {
  const modes = { en: visible(valueText(start, 'en')), es: visible(valueText(start, 'es')) };
  const late = delayed === true ? say({ en: ' (delayed)', es: ' (retrasado)' }) : same('');
  const runs = running === true ? say({ en: 'running', es: 'en marcha' }) : say({ en: 'stopped', es: 'detenido' });
  return join([join([modes, late], ''), runs], ', ');
}

/** Of a content nobody reads only how long it is, and what of it can tell it apart. */
function lengthText(state: ResourceState): Text {
  const value = String(state.base64 ?? state.value ?? '');
  const start = `${value.slice(0, 12)}…`;
  return say({
    en: f => `${start} (${f.plural(value.length, '# character', '# characters')})`,
    es: f => `${start} (${f.plural(value.length, '# carácter', '# caracteres')})`,
  });
}

const longestValue = 40;

/** What a change changes, in words; of a service its whole state, since its fields go together. */
export function changeInWords(from: ResourceState, to: ResourceState): Text {
  if (sameState(from, to)) return say({ en: 'stays as it is', es: 'queda como está' });
  if ('start' in from && 'running' in from) return join([inWords(from), inWords(to)], ' → ');
  return { en: changeText(from, to, 'en'), es: changeText(from, to, 'es') };
}

/** `2026-11-25 20:41`, UTC: narrow enough for a column, and the same in every country. */
export function shortTime(iso: string | null): Text {
  return same(iso === null ? '–' : iso.replace('T', ' ').slice(0, 16));
}

/** `service:DefWatch` as people say it: Service “DefWatch”. */
export function thingText(name: string): Text {
  const [kind, rest] = [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)];
  const known = kinds[kind];
  return known ? join([known, same(rest)], ' ') : same(name);
}

const kinds: Readonly<Record<string, Text>> = {
  service: say({ en: 'Service', es: 'Servicio' }),
  unit: say({ en: 'Unit', es: 'Unidad' }),
  command: say({ en: 'Setting', es: 'Ajuste' }),
  'registry-value': say({ en: 'Registry value', es: 'Valor del Registro' }),
  file: say({ en: 'File', es: 'Archivo' }),
};

export function join(texts: readonly Text[], between: string): Text {
  const joined = languages.map(language => [language, texts.map(text => text[language]).join(between)] as const);
  return Object.fromEntries(joined) as Text;
}

export const none = same('–');
