import { type Text, say } from '../../i18n/text.js';
import type { ExecutorName } from '../../model/recording.js';
import { HostError } from '../host-error.js';

/** Something has come, or may have been begun, but not everything that was asked for. */
export function brokeOff(
  how: 'whole' | 'closed' | 'silent' | 'stopped',
  done: number,
  asked: number,
  said: string,
): HostError {
  const place = placeOf(done, asked);
  if (how === 'stopped') return new HostError('stopped', stopped(place));
  if (how === 'silent') return new HostError('timeout', silent(place));
  return new HostError('cut-off', how === 'whole' ? notUnderstood(place) : cutOff(place, said));
}

/** The server did not begin. */
export function cannotCarryOut(said: string): HostError {
  return new HostError(
    'no-executor',
    say({
      en: `The server did not begin to carry out anything${said === '' ? ' and said nothing' : `; it said: ${said}`}. Nothing was changed. The account must be allowed to run commands, in the same way as when the server was assessed; assess it again to see whether that still works.`,
      es: `El servidor no empezó a ejecutar nada${said === '' ? ' y no dijo nada' : `; dijo: ${said}`}. No se ha cambiado nada. La cuenta debe poder ejecutar órdenes igual que cuando se evaluó el servidor; evalúelo de nuevo para ver si sigue pudiendo.`,
    }),
  );
}

/** The executor that answers on this server only asks. */
export function onlyAsks(executor: ExecutorName): HostError {
  const name = executor === 'wsh' ? 'Windows Script Host' : executor === 'powershell' ? 'PowerShell' : 'sh';
  return new HostError(
    'no-executor',
    say({
      en: `Servers that answer by ${name} can be assessed with this version, but not changed. Nothing was changed. Make the changes by hand, or name another way with --executor.`,
      es: `Con esta versión, los servidores que responden mediante ${name} se pueden evaluar, pero no cambiar. No se ha cambiado nada. Haga los cambios a mano o indique otra vía con --executor.`,
    }),
  );
}

/** The user stopped it before anything was begun. */
export function stoppedBefore(): HostError {
  return new HostError(
    'stopped',
    say({ en: 'Stopped before anything was changed.', es: 'Detenido antes de cambiar nada.' }),
  );
}

const placeOf = (done: number, asked: number): Text =>
  say({
    en: f => `${f.number(done)} of ${f.plural(asked, '# instruction', '# instructions')} had been reported as done`,
    es: f =>
      done === 1
        ? `constaba como hecha 1 de ${f.plural(asked, '# instrucción', '# instrucciones')}`
        : `constaban como hechas ${f.number(done)} de ${f.plural(asked, '# instrucción', '# instrucciones')}`,
  });

const cutOff = (place: Text, said: string): Text =>
  say({
    en: `The connection or the program on the server ended when ${place.en}${said === '' ? '' : ` (the server said: ${said})`}. What it was at may have been finished; nothing after it was begun. Run the same command again: it looks at the server first and goes on from what it finds.`,
    es: `La conexión o el programa del servidor terminó cuando ${place.es}${said === '' ? '' : ` (el servidor dijo: ${said})`}. Lo que estaba en curso puede haberse completado; después no se empezó nada más. Repita la misma orden: primero mira el servidor y continúa a partir de lo que encuentra.`,
  });

const silent = (place: Text): Text =>
  say({
    en: `The server said nothing for longer than the step may take, when ${place.en}. It was told to begin nothing more; what it was at goes on there. See on the server what hangs, then run the same command again: it looks at the server first.`,
    es: `El servidor no dijo nada durante más tiempo del que puede durar el paso, cuando ${place.es}. Se le ha indicado que no empiece nada más; lo que estaba en curso continúa allí. Vea en el servidor qué está bloqueado y repita la misma orden: primero mira el servidor.`,
  });

const stopped = (place: Text): Text =>
  say({
    en: `Stopped when ${place.en}. What the server was at is finished there; nothing after it was begun. Run the same command again to go on, or put back what was changed.`,
    es: `Detenido cuando ${place.es}. Lo que el servidor estaba haciendo se completa allí; después no se empezó nada más. Repita la misma orden para continuar o restablezca lo que se ha cambiado.`,
  });

const notUnderstood = (place: Text): Text =>
  say({
    en: `The server said it was done, but not all that it said could be understood: ${place.en}. Run the same command again: it looks at the server first. If it happens again, please report it.`,
    es: `El servidor dijo haber terminado, pero no se pudo entender todo lo que dijo: ${place.es}. Repita la misma orden: primero mira el servidor. Si vuelve a ocurrir, comuníquelo, por favor.`,
  });
