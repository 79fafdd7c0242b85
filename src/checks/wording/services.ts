import type { Service } from '../../facts/services.js';
import { type Text, same, say } from '../../i18n/text.js';
import type { Remedy } from '../../model/finding.js';
import type { Platform } from '../../model/recording.js';
import { command, hint } from './outcomes.js';

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

/** Whose it is, for brackets; a unit of no package was written on the server itself. */
export function makerOf({ maker }: Pick<Service, 'maker'>): Text {
  return maker.name === undefined ? say({ en: 'of no package', es: 'de ningún paquete' }) : same(maker.name);
}

/** "runs as root"; timers and sockets of systemd run as nobody but start what does. */
export function whatItDoes({ name, account }: Pick<Service, 'name' | 'account'>): Text {
  if (name.endsWith('.timer')) return say({ en: 'starts others at set times', es: 'inicia otros a horas fijas' });
  if (/\.(socket|path)$/.test(name)) {
    return say({ en: 'starts others when they are asked for', es: 'inicia otros cuando se los necesita' });
  }
  return account === undefined
    ? say({ en: 'runs as an account that could not be read', es: 'se ejecuta con una cuenta que no se ha podido leer' })
    : say({ en: `runs as ${account}`, es: `se ejecuta como ${account}` });
}

/** How a service is stopped for the upgrade, and what must be written down to put it back. */
export function standStill(service: Service, platform: Platform): Remedy {
  return platform === 'linux' && isUnit(service.name) ? disableUnit(service) : stopService(service);
}

/** What can stand in a command as it is: names come from the host. */
function isUnit(name: string): boolean {
  return /^[a-z0-9][\w@.:-]*$/i.test(name);
}

function disableUnit(service: Service): Remedy {
  const note = noteOf(service);
  return command(`systemctl disable --now ${service.name}`, {
    en: `${note.en} As root, just before the upgrade; afterwards bring it back to how it was.`,
    es: `${note.es} Como root, justo antes de actualizar; después déjelo como estaba.`,
  });
}

function stopService(service: Service): Remedy {
  const note = noteOf(service);
  return hint({
    en: `${note.en} Just before the upgrade stop it and set it to Disabled; put both back afterwards.`,
    es: `${note.es} Justo antes de actualizar, deténgalo y póngalo en Deshabilitado; después déjelo como estaba.`,
  });
}

function noteOf(service: Service): Text {
  const { state } = service;
  const mode = startModeOf(service);
  const now = serviceStates[state];
  return state === 'unknown'
    ? {
        en: `Write down its start mode (${mode.en}) and whether it runs now.`,
        es: `Anote su modo de inicio (${mode.es}) y si ahora está en marcha.`,
      }
    : {
        en: `Write down its start mode (${mode.en}) and that it is ${now.en}.`,
        es: `Anote su modo de inicio (${mode.es}) y que ahora está ${now.es}.`,
      };
}
