import { microsoft } from '../catalog/microsoft-sources.js';
import { exchangeDrive } from '../facts/exchange-drive.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { command, fail, notConcerned, pass, unread } from './wording/outcomes.js';
import { isAtLeast } from './wording/windows-paths.js';

export const exchangeDriveBackupExclusion = defineCheck({
  id: 'exchange-drive-backup-exclusion',
  row: 'full-backup',
  title: say({ en: 'The Exchange drive in backups', es: 'La unidad de Exchange en las copias' }),
  why: say({
    en: 'Exchange writes an entry that keeps backups off its drive. Without it a full backup walks the store as files and can damage it.',
    es: 'Exchange escribe una entrada que aparta las copias de su unidad. Sin ella, una copia completa recorre el almacén como archivos y puede dañarlo.',
  }),
  platforms: ['windows'],
  concerns: (_, from) => !isAtLeast(from.id, 'ws2008'),
  needs: { exchangeDrive },
  sources: [microsoft.kb298924, microsoft.exchangeAndScanners, microsoft.bestPractices],

  run: ({ exchangeDrive: { installed, letter, excludedFromBackup } }) => {
    if (!installed || letter === undefined) {
      return notConcerned({ en: 'Exchange shows no drive here.', es: 'Aquí Exchange no muestra ninguna unidad.' });
    }
    const evidence = { letter, excluded: excludedFromBackup ?? null };
    if (excludedFromBackup === undefined) {
      return unread(
        {
          en: `It could not be read whether backups leave ${letter} out. Look under HKLM\\SYSTEM\\CurrentControlSet\\Control\\BackupRestore\\FilesNotToBackup for “Exchange IFS”.`,
          es: `No se ha podido leer si las copias omiten ${letter}. Busque «Exchange IFS» en HKLM\\SYSTEM\\CurrentControlSet\\Control\\BackupRestore\\FilesNotToBackup.`,
        },
        { evidence },
      );
    }
    if (excludedFromBackup) {
      return pass(
        { en: `Backups leave ${letter} out.`, es: `Las copias de seguridad omiten ${letter}.` },
        { evidence },
      );
    }
    const line = /^[a-z]:$/i.test(letter)
      ? `reg add "HKLM\\SYSTEM\\CurrentControlSet\\Control\\BackupRestore\\FilesNotToBackup" /v "Exchange IFS" /t REG_MULTI_SZ /d "${letter.toUpperCase()}\\* /s" /f`
      : 'reg query "HKLM\\SYSTEM\\CurrentControlSet\\Services\\EXIFS\\Parameters"';
    return fail(
      'high',
      {
        en: `The entry that keeps backups off ${letter} is missing: a full backup would walk the Exchange store as files.`,
        es: `Falta la entrada que aparta las copias de ${letter}: una copia completa recorrería el almacén de Exchange como archivos.`,
      },
      {
        remedy: command(line, {
          en: 'On the server, as Administrator: put the entry back, and unmark the drive in the selection of your backup program too. On Windows 2000 reg.exe is among the Support Tools.',
          es: 'En el servidor, como administrador: restituya la entrada y desmarque también la unidad en la selección de su programa de copias. En Windows 2000, reg.exe está entre las herramientas de soporte.',
        }),
        evidence,
      },
    );
  },
});
