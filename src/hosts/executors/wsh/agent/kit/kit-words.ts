/** What the person in front of the server reads: each sentence in both languages, since nobody knows theirs. */
const kitWords = {
  otherLog: (path: string): BothTexts => ({
    en:
      'The log on this server (' +
      path +
      ') is not the one this kit continues: the kit is older or newer than what was done here, or the log was changed. Nothing was touched. Make a new kit from the case, or put back from there.',
    es:
      'El registro de este servidor (' +
      path +
      ') no es el que contin\u00faa este kit: el kit es anterior o posterior a lo que se hizo aqu\u00ed, o el registro se ha modificado. No se ha tocado nada. Cree un kit nuevo a partir del caso o devuelva todo a su estado desde all\u00ed.',
  }),
  damagedLog: (path: string, line: number): BothTexts => ({
    en:
      path +
      ', line ' +
      line +
      ': it does not fit the lines before it; the log was changed. Nothing was touched. Keep the file and use the case\u2019s own log: antesala verify CASE.',
    es:
      path +
      ', l\u00ednea ' +
      line +
      ': no encaja con las anteriores; el registro se ha modificado. No se ha tocado nada. Conserve el archivo y use el registro del propio caso: antesala verify CASO.',
  }),
  workedOn: (path: string, line: number): BothTexts => ({
    en:
      path +
      ', line ' +
      line +
      ': since this kit was made, work on this case went on in another way. Nothing was touched. Make a new kit: antesala kit --case CASE.',
    es:
      path +
      ', l\u00ednea ' +
      line +
      ': desde que se cre\u00f3 este kit se ha seguido trabajando en el caso de otra forma. No se ha tocado nada. Cree un kit nuevo: antesala kit --case CASO.',
  }),
  notWritten: (path: string): BothTexts => ({
    en:
      'What is about to be done could not be written down in ' +
      path +
      ', so it is not done. Make room on the disk and run this again.',
    es:
      'No se pudo anotar en ' +
      path +
      ' lo que se iba a hacer, as\u00ed que no se ha hecho. Libere espacio en el disco y vuelva a ejecutarlo.',
  }),
  otherServer: (name: string): BothTexts => ({
    en: 'This kit was made for the server ' + name + '. This is another one. Nothing was touched.',
    es: 'Este kit se cre\u00f3 para el servidor ' + name + '. Este es otro. No se ha tocado nada.',
  }),
  otherSystem: (was: string, is: string): BothTexts => ({
    en:
      'The plan was made for build ' +
      was +
      ' of Windows, and this server now has build ' +
      is +
      ': it has been upgraded since. Nothing was touched. To put back, run antesala-put-back.cmd.',
    es:
      'El plan se hizo para la compilaci\u00f3n ' +
      was +
      ' de Windows y este servidor tiene ahora la ' +
      is +
      ': se ha actualizado desde entonces. No se ha tocado nada. Para devolver todo a su estado, ejecute antesala-put-back.cmd.',
  }),
  noRights: {
    en: 'This account may not change services here. Nothing was touched. Log on as an administrator (from Windows Server 2008 on: right button, Run as administrator) and run it again.',
    es: 'Esta cuenta no puede cambiar servicios aqu\u00ed. No se ha tocado nada. Inicie sesi\u00f3n como administrador (desde Windows Server 2008: bot\u00f3n derecho, Ejecutar como administrador) y vuelva a ejecutarlo.',
  },
  inUse: {
    en: 'Another run of this kit is going on. Wait until it has ended, then run this again.',
    es: 'Ya hay otra ejecuci\u00f3n de este kit en marcha. Espere a que termine y vuelva a ejecutarlo.',
  },
  notKept: (path: string, why: string): BothTexts => ({
    en:
      'The kit could not be copied to ' +
      path +
      ' (' +
      why +
      '), from where everything is put back later. Nothing was touched.',
    es:
      'No se pudo copiar el kit en ' +
      path +
      ' (' +
      why +
      '), desde donde m\u00e1s tarde se devuelve todo a su estado. No se ha tocado nada.',
  }),
  fault: (why: string): BothTexts => ({
    en: 'It broke off: ' + why + '. What was begun is written down; run it again to go on, or put back.',
    es:
      'Se ha interrumpido: ' +
      why +
      '. Lo empezado est\u00e1 anotado; vuelva a ejecutarlo para continuar o devuelva todo a su estado.',
  }),
  mayBeDone: (text: BothTexts): BothTexts => ({
    en:
      '\u201c' +
      text.en +
      '\u201d was begun by a run that broke off; it may have been done. See for yourself. To do it again: antesala-prepare.cmd /repeat',
    es:
      '\u00ab' +
      text.es +
      '\u00bb lo empez\u00f3 una ejecuci\u00f3n que se interrumpi\u00f3; puede que se hiciera. Compru\u00e9belo. Para hacerlo de nuevo: antesala-prepare.cmd /repeat',
  }),
  prepared: {
    done: {
      en: 'Prepared. The server is ready for what comes next in README.txt. After the upgrade, run antesala-put-back.cmd (it is also in the folder below, which stays).',
      es: 'Preparado. El servidor est\u00e1 listo para lo que sigue en README.txt. Despu\u00e9s de la actualizaci\u00f3n, ejecute antesala-put-back.cmd (tambi\u00e9n est\u00e1 en la carpeta indicada abajo, que permanece).',
    },
    failed: {
      en: 'Not all could be prepared (see above). Mend it and run antesala-prepare.cmd again, or undo everything with antesala-put-back.cmd.',
      es: 'No se pudo preparar todo (v\u00e9ase arriba). Resu\u00e9lvalo y ejecute otra vez antesala-prepare.cmd, o desh\u00e1galo todo con antesala-put-back.cmd.',
    },
    waiting: {
      en: 'It waits for you (see above). Then run antesala-prepare.cmd again.',
      es: 'Espera su intervenci\u00f3n (v\u00e9ase arriba). Despu\u00e9s, ejecute otra vez antesala-prepare.cmd.',
    },
  },
  putBack: {
    done: {
      en: 'Everything is as it was before the preparation.',
      es: 'Todo est\u00e1 como antes de la preparaci\u00f3n.',
    },
    incomplete: {
      en: 'Not everything is as it was (see above). Run it again once the cause is gone. What drifted was changed by somebody else and is left alone; to set one of those anyway: antesala-put-back.cmd "/force:ITEM", with the item named in brackets.',
      es: 'No todo est\u00e1 como estaba (v\u00e9ase arriba). Vuelva a ejecutarlo cuando haya resuelto la causa. Lo que ha variado lo cambi\u00f3 otra persona y no se toca; para restablecerlo de todos modos: antesala-put-back.cmd "/force:ELEMENTO", con el elemento que figura entre corchetes.',
    },
    nothing: { en: 'Nothing had been changed here.', es: 'Aqu\u00ed no se hab\u00eda cambiado nada.' },
  },
  carryBack: {
    en: 'Carry this file back and run: antesala case import CASE FILE',
    es: 'Lleve de vuelta este archivo y ejecute: antesala case import CASO ARCHIVO',
  },
  stays: { en: 'On this server stays:', es: 'En este servidor permanece:' },
};

/** Words for how something ended. */
const outcomeWords: Record<string, string> = {
  changed: 'changed / cambiado',
  already: 'so already / ya estaba as\u00ed',
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

/** All that was told, for the file that is carried back. */
let toldLines = '';

function tellLine(line: string): void {
  WScript.Echo(line);
  toldLines += line + '\r\n';
}

function tell(en: string, es: string): void {
  tellLine(en === es ? en : en + '\r\n' + es);
}

function tellBoth({ en, es }: BothTexts): void {
  tell(en, es);
}

function tellItem(outcome: string, name: string, more: string): void {
  tellLine('  ' + (outcomeWords[outcome] || outcome) + ': ' + name + (more === '' ? '' : ' [' + more + ']'));
}

function nameOfThing(thing: Thing): string {
  if (thing.kind === 'file') return 'file:' + thing.path;
  if (thing.kind === 'registry-value') return 'registry-value:' + thing.key + '\\' + thing.value;
  return thing.kind + ':' + thing.name;
}
