import type { Text } from '../../i18n/text.js';
import type { Platform } from '../../model/recording.js';

/** What the programs of a kit tell the person in front of the server, by name; `{0}`, `{1}` stand for what only the server knows. */
export type KitWords = Readonly<Record<KitWord, Text>>;
type KitWord = (typeof kitWordNames)[number];

export const kitWordNames = [
  'otherLog',
  'damagedLog',
  'workedOn',
  'notWritten',
  'otherServer',
  'otherSystem',
  'noRights',
  'inUse',
  'notKept',
  'fault',
  'mayBeDone',
  'byHand',
  'leftToPerson',
  'prepared',
  'preparedFailed',
  'preparedWaiting',
  'putBack',
  'putBackIncomplete',
  'putBackNothing',
  'carryBack',
  'stays',
] as const;

/** Words for how something ended, in both languages at once: the name of the thing follows. */
export const kitOutcomes: Readonly<Record<string, string>> = {
  changed: 'changed / cambiado',
  already: 'so already / ya estaba así',
  'left-alone': 'LEFT ALONE / SIN TOCAR',
  absent: 'not there / no existe',
  failed: 'FAILED / FALLO',
  unknown: 'UNKNOWN / DESCONOCIDO',
  done: 'done / hecho',
  kept: 'as it was / como estaba',
  restored: 'restored / restablecido',
  drifted: 'DRIFTED / HA VARIADO',
  gone: 'GONE / YA NO EXISTE',
};

/** Each sentence in both languages is shown: nobody knows the reader's. */
export function kitWords(platform: Platform): KitWords {
  const { prepare, putBack, rights } = commands[platform];
  return {
    otherLog: {
      en: 'The log on this server ({0}) is not the one this kit continues: the kit is older or newer than what was done here, or the log was changed. Nothing was touched. Make a new kit from the case, or put back from there.',
      es: 'El registro de este servidor ({0}) no es el que continúa este kit: el kit es anterior o posterior a lo que se hizo aquí, o el registro se ha modificado. No se ha tocado nada. Cree un kit nuevo a partir del caso o devuelva todo a su estado desde allí.',
    },
    damagedLog: {
      en: '{0}, line {1}: it does not fit the lines before it; the log was changed. Nothing was touched. Keep the file and use the case’s own log: antesala verify CASE.',
      es: '{0}, línea {1}: no encaja con las anteriores; el registro se ha modificado. No se ha tocado nada. Conserve el archivo y use el registro del propio caso: antesala verify CASO.',
    },
    workedOn: {
      en: '{0}, line {1}: since this kit was made, work on this case went on in another way. Nothing was touched. Make a new kit: antesala kit --case CASE.',
      es: '{0}, línea {1}: desde que se creó este kit se ha seguido trabajando en el caso de otra forma. No se ha tocado nada. Cree un kit nuevo: antesala kit --case CASO.',
    },
    notWritten: {
      en: 'What is about to be done could not be written down in {0}, so it is not done. Make room on the disk and run this again.',
      es: 'No se pudo anotar en {0} lo que se iba a hacer, así que no se ha hecho. Libere espacio en el disco y vuelva a ejecutarlo.',
    },
    otherServer: {
      en: 'This kit was made for the server {0}. This is another one. Nothing was touched.',
      es: 'Este kit se creó para el servidor {0}. Este es otro. No se ha tocado nada.',
    },
    otherSystem: {
      en: `The plan was made for another system (then: {0}; now: {1}): this server has been upgraded since. Nothing was touched. To put back, run ${putBack}.`,
      es: `El plan se hizo para otro sistema (entonces: {0}; ahora: {1}): este servidor se ha actualizado desde entonces. No se ha tocado nada. Para devolver todo a su estado, ejecute ${putBack}.`,
    },
    noRights: rights,
    inUse: {
      en: 'Another run of this kit is going on. Wait until it has ended, then run this again.',
      es: 'Ya hay otra ejecución de este kit en marcha. Espere a que termine y vuelva a ejecutarlo.',
    },
    notKept: {
      en: 'The kit could not be copied to {0} ({1}), from where everything is put back later. Nothing was touched.',
      es: 'No se pudo copiar el kit en {0} ({1}), desde donde más tarde se devuelve todo a su estado. No se ha tocado nada.',
    },
    fault: {
      en: 'It broke off: {0}. What was begun is written down; run it again to go on, or put back.',
      es: 'Se ha interrumpido: {0}. Lo empezado está anotado; vuelva a ejecutarlo para continuar o devuelva todo a su estado.',
    },
    mayBeDone: {
      en: `“{0}” was begun by a run that broke off; it may have been done. See for yourself. To do it again: ${prepare} /repeat`,
      es: `«{0}» lo empezó una ejecución que se interrumpió; puede que se hiciera. Compruébelo. Para hacerlo de nuevo: ${prepare} /repeat`,
    },
    byHand: { en: '  by hand: {0}', es: '  a mano: {0}' },
    leftToPerson: {
      en: 'Left to the person in front of the server: {0}',
      es: 'Queda para la persona que está ante el servidor: {0}',
    },
    prepared: {
      en: `Prepared. The server is ready for what comes next in README.txt. After the upgrade, run ${putBack} (it is also in the folder below, which stays).`,
      es: `Preparado. El servidor está listo para lo que sigue en README.txt. Después de la actualización, ejecute ${putBack} (también está en la carpeta indicada abajo, que permanece).`,
    },
    preparedFailed: {
      en: `Not all could be prepared (see above). Mend it and run ${prepare} again, or undo everything with ${putBack}.`,
      es: `No se pudo preparar todo (véase arriba). Resuélvalo y ejecute otra vez ${prepare}, o deshágalo todo con ${putBack}.`,
    },
    preparedWaiting: {
      en: `It waits for you (see above). Then run ${prepare} again.`,
      es: `Espera su intervención (véase arriba). Después, ejecute otra vez ${prepare}.`,
    },
    putBack: {
      en: 'Everything is as it was before the preparation.',
      es: 'Todo está como antes de la preparación.',
    },
    putBackIncomplete: {
      en: `Not everything is as it was (see above). Run it again once the cause is gone. What drifted was changed by somebody else and is left alone; to set one of those anyway: ${putBack} "/force:ITEM", with the item named in brackets. To leave it as it is, import the result where Antesala runs, then: antesala put-back CASE --accept ITEM --by NAME --reason TEXT.`,
      es: `No todo está como estaba (véase arriba). Vuelva a ejecutarlo cuando haya resuelto la causa. Lo que ha variado lo cambió otra persona y no se toca; para restablecerlo de todos modos: ${putBack} "/force:ELEMENTO", con el elemento que figura entre corchetes. Para dejarlo como está, importe el resultado donde se ejecuta Antesala y después: antesala put-back CASO --accept ELEMENTO --by NOMBRE --reason TEXTO.`,
    },
    putBackNothing: { en: 'Nothing had been changed here.', es: 'Aquí no se había cambiado nada.' },
    carryBack: {
      en: 'Carry this file back and run: antesala case import CASE FILE',
      es: 'Lleve de vuelta este archivo y ejecute: antesala case import CASO ARCHIVO',
    },
    stays: { en: 'On this server stays:', es: 'En este servidor permanece:' },
  };
}

const commands: Readonly<
  Record<Platform, { readonly prepare: string; readonly putBack: string; readonly rights: Text }>
> = {
  windows: {
    prepare: 'antesala-prepare.cmd',
    putBack: 'antesala-put-back.cmd',
    rights: {
      en: 'This account may not change services here. Nothing was touched. Log on as an administrator (from Windows Server 2008 on: right button, Run as administrator) and run it again.',
      es: 'Esta cuenta no puede cambiar servicios aquí. No se ha tocado nada. Inicie sesión como administrador (desde Windows Server 2008: botón derecho, Ejecutar como administrador) y vuelva a ejecutarlo.',
    },
  },
  linux: {
    prepare: 'sudo sh antesala-prepare.sh',
    putBack: 'sudo sh antesala-put-back.sh',
    rights: {
      en: 'Only root may change things here. Nothing was touched. Run it again with sudo.',
      es: 'Aquí solo root puede hacer cambios. No se ha tocado nada. Vuelva a ejecutarlo con sudo.',
    },
  },
};
