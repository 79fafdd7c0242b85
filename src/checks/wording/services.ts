import type { Service } from '../../facts/services.js';
import { type Text, say } from '../../i18n/text.js';

/** How a service starts and what it is doing, as a sentence says it. */
export const startModes: Readonly<Record<Service['startMode'], Text>> = {
  boot: say({ en: 'Boot', es: 'Arranque' }),
  system: say({ en: 'System', es: 'Sistema' }),
  auto: say({ en: 'Automatic', es: 'Automático' }),
  manual: say({ en: 'Manual', es: 'Manual' }),
  disabled: say({ en: 'Disabled', es: 'Deshabilitado' }),
  unknown: say({ en: 'not known', es: 'desconocido' }),
};

export const serviceStates: Readonly<Record<Service['state'], Text>> = {
  running: say({ en: 'running', es: 'en marcha' }),
  stopped: say({ en: 'stopped', es: 'detenido' }),
  paused: say({ en: 'paused', es: 'en pausa' }),
  pending: say({ en: 'changing its state', es: 'cambiando de estado' }),
  failed: say({ en: 'failed', es: 'con error' }),
  unknown: say({ en: 'in a state that could not be read', es: 'en un estado que no se ha podido leer' }),
};

/** "Automatic (delayed)". */
export function startModeOf(service: Pick<Service, 'startMode' | 'delayedStart'>): Text {
  const mode = startModes[service.startMode];
  return service.delayedStart === true ? { en: `${mode.en} (delayed)`, es: `${mode.es} (retrasado)` } : mode;
}
