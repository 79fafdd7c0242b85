import { type Language, type Text, say } from '../../i18n/text.js';
import type { PutBackItem } from '../../model/put-back.js';
import type { ResourceState } from '../../model/resource.js';
import { visible } from '../visible.js';

/** A state for people: `start auto, running yes`. */
export function stateText(state: ResourceState | 'absent' | 'unknown', language: Language): string {
  if (state === 'absent') return absent[language];
  if (state === 'unknown') return unknown[language];
  return Object.entries(state)
    .map(([name, value]) => `${fields[name]?.[language] ?? name} ${valueText(value, language)}`)
    .map(text => visible(text))
    .join(', ');
}

/** Only what differs between two states, as from and to. */
export function changeText(from: ResourceState, to: ResourceState, language: Language): string {
  return Object.keys({ ...from, ...to })
    .filter(name => from[name] !== to[name])
    .map(
      name =>
        `${fields[name]?.[language] ?? name}: ${valueText(from[name], language)} → ${valueText(to[name], language)}`,
    )
    .map(text => visible(text))
    .join('; ');
}

export function valueText(value: ResourceState[string] | undefined, language: Language): string {
  if (value === undefined) return '–';
  if (typeof value === 'boolean') return (value ? yes : no)[language];
  const known = typeof value === 'string' ? values[value] : undefined;
  return known ? known[language] : String(value).slice(0, 80);
}

const yes = say({ en: 'yes', es: 'sí' });
const no = say({ en: 'no', es: 'no' });
const absent = say({ en: 'not there', es: 'no existe' });
const unknown = say({ en: 'not known', es: 'no se sabe' });

const fields: Readonly<Record<string, Text>> = {
  start: say({ en: 'start mode', es: 'modo de inicio' }),
  delayed: say({ en: 'delayed start', es: 'inicio retrasado' }),
  running: say({ en: 'running', es: 'en marcha' }),
  masked: say({ en: 'masked', es: 'enmascarada' }),
  enabled: say({ en: 'enabled', es: 'habilitada' }),
  active: say({ en: 'active', es: 'activa' }),
  present: say({ en: 'present', es: 'presente' }),
  value: say({ en: 'value', es: 'valor' }),
  type: say({ en: 'type', es: 'tipo' }),
  mode: say({ en: 'mode', es: 'permisos' }),
  base64: say({ en: 'content', es: 'contenido' }),
};

const values: Readonly<Record<string, Text>> = {
  auto: say({ en: 'automatic', es: 'automático' }),
  manual: say({ en: 'manual', es: 'manual' }),
  disabled: say({ en: 'disabled', es: 'deshabilitado' }),
  boot: say({ en: 'boot', es: 'arranque' }),
  system: say({ en: 'system', es: 'sistema' }),
};

export const outcomeTexts: Readonly<Record<PutBackItem['outcome'], Text>> = {
  kept: say({ en: 'kept', es: 'sin cambios' }),
  restored: say({ en: 'restored', es: 'restaurado' }),
  drifted: say({ en: 'drifted', es: 'cambiado por otros' }),
  gone: say({ en: 'gone', es: 'ya no existe' }),
  failed: say({ en: 'failed', es: 'fallido' }),
};
