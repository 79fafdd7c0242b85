import { say } from '../../i18n/text.js';
import type { PlannedPerson } from '../../model/step.js';

export const connectionTexts = {
  offAlready: say({
    en: 'No connection has a default gateway: the server is off the Internet already. Make sure of it at the router.',
    es: 'Ninguna conexión tiene puerta de enlace: el servidor ya está fuera de Internet. Compruébelo en el router.',
  }),
  needsMirrors: say({
    en: 'A release upgrade fetches packages from the mirrors: the server stays connected. With all packages at hand already, say so in the choices and the way out is cut.',
    es: 'La actualización de versión descarga paquetes de los servidores réplica: el servidor sigue conectado. Si ya tiene todos los paquetes a mano, indíquelo en las opciones y se cortará la salida.',
  }),
} as const;

export const ownConnectionTexts = {
  none: say({
    en: 'Antesala works on the server itself and needs no network.',
    es: 'Antesala trabaja en el propio servidor y no necesita la red.',
  }),
  recording: say({
    en: 'Planned from a recording: plan again over the way by which Antesala will come in, since that way must stay.',
    es: 'Planificado a partir de una grabación: vuelva a planificar por la vía por la que entrará Antesala, porque esa vía debe mantenerse.',
  }),
  stays: say({ en: 'Antesala’s own connection stays.', es: 'La conexión de Antesala se mantiene.' }),
  goes: say({
    en: 'Antesala’s own connection goes with it: from here on only the kit works, at the server’s console. Have it there before.',
    es: 'La conexión de Antesala cae con ella: a partir de aquí solo sirve el kit, en la consola del servidor. Téngalo allí antes.',
  }),
  wouldGo: say({
    en: 'Antesala’s own connection would go with it, or it is not known over which adapter it comes in. Come in from the server’s own network or work with the kit, or agree in the choices that it is cut.',
    es: 'La conexión de Antesala caería con ella, o no se sabe por qué adaptador entra. Entre desde la propia red del servidor o trabaje con el kit, o acepte en las opciones que se corte.',
  }),
} as const;

/** What lasts through the restarts of set-up: a cable, or a router that is off. */
export function unplugItem(step: string, adapters: readonly string[], dialUp: readonly string[]): PlannedPerson {
  const names = [...adapters, ...dialUp];
  return {
    id: `${step}/cable`,
    kind: 'person',
    text: say({
      en: f => `Set-up restarts the server, and a restart connects it again: ${f.list(names)}.`,
      es: f => `El programa de instalación reinicia el servidor, y un reinicio lo vuelve a conectar: ${f.list(names)}.`,
    }),
    question: say({
      en: f =>
        `Is the cable to the Internet out, or the router off${dialUp.length === 0 ? '' : `, and is ${f.list(dialUp)} hung up`}, so that no restart connects the server?`,
      es: f =>
        `¿Está desconectado el cable de Internet o apagado el router${dialUp.length === 0 ? '' : `, y colgada la conexión ${f.list(dialUp)}`}, para que ningún reinicio conecte el servidor?`,
    }),
    seconds: 300,
  };
}
