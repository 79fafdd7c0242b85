import { microsoft } from '../catalog/microsoft-sources.js';
import { exchangeDrive } from '../facts/exchange-drive.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { hint, notConcerned, pass, unread, warn } from './wording/outcomes.js';
import { isAtLeast } from './wording/windows-paths.js';

export const exchangeDriveMapped = defineCheck({
  id: 'exchange-drive-mapped',
  row: 'virus-scan',
  title: say({ en: 'The Exchange drive (M:)', es: 'La unidad de Exchange (M:)' }),
  why: say({
    en: 'Exchange 2000 shows its store as a drive. Scanning it as files can destroy the mail database: calendars empty, attachments vanish, mail stops.',
    es: 'Exchange 2000 muestra su almacén como una unidad. Analizarla como archivos puede destruir la base de correo: se vacían calendarios, se pierden adjuntos y el correo se detiene.',
  }),
  platforms: ['windows'],
  concerns: (_, from) => !isAtLeast(from.id, 'ws2008'),
  needs: { exchangeDrive },
  sources: [microsoft.kb298924, microsoft.exchangeAndScanners, microsoft.exchangeDriveLetter, microsoft.bestPractices],

  run: ({ exchangeDrive: { installed, letter } }) => {
    if (!installed) {
      return notConcerned({
        en: 'Exchange shows no drive here.',
        es: 'Aquí Exchange no muestra ninguna unidad.',
      });
    }
    if (letter === undefined) {
      return pass({
        en: 'The Exchange file system is installed but shows no drive letter.',
        es: 'El sistema de archivos de Exchange está instalado, pero no muestra letra de unidad.',
      });
    }
    if (!/^[a-z]:$/i.test(letter)) {
      return unread({
        en: `The letter of the Exchange drive reads “${letter}”, which is none. Find out by hand, and scan nothing before.`,
        es: `La letra de la unidad de Exchange es «${letter}», que no es válida. Averígüelo a mano y no analice nada antes.`,
      });
    }
    return warn(
      'high',
      {
        en: `${letter} is the Exchange store, not a disk. Antesala does not touch it; no scanner and no file backup may either.`,
        es: `${letter} es el almacén de Exchange, no un disco. Antesala no la toca; tampoco debe hacerlo ningún antivirus ni copia de archivos.`,
      },
      {
        remedy: hint(
          {
            en: `Exclude ${letter} and every Exchsrvr folder from all scans and file backups before the virus scan starts; back up Exchange through its own interface.`,
            es: `Antes de analizar, excluya ${letter} y todas las carpetas Exchsrvr de los análisis y las copias de archivos; copie Exchange mediante su propia interfaz.`,
          },
          microsoft.kb298924.url,
        ),
        evidence: { letter },
      },
    );
  },
});
