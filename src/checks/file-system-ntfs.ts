import { microsoft } from '../catalog/microsoft-sources.js';
import { volumes } from '../facts/volumes.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { command, fail, hint, pass, unread } from './wording/outcomes.js';
import { hasLetter, noSystemVolume, systemVolumeOf } from './wording/volumes.js';
import { toSmallBusiness2003 } from './wording/windows-paths.js';

export const fileSystemNtfs = defineCheck({
  id: 'file-system-ntfs',
  row: 'hardware-compatibility',
  title: say({ en: 'NTFS on the system drive', es: 'NTFS en la unidad del sistema' }),
  why: say({
    en: 'Small Business Server 2003 keeps Active Directory and mail on the system drive, which must be NTFS.',
    es: 'Small Business Server 2003 guarda Active Directory y el correo en la unidad del sistema, que debe ser NTFS.',
  }),
  platforms: ['windows'],
  concerns: toSmallBusiness2003,
  needs: { volumes },
  sources: [microsoft.sbs2003AppendixD],

  run: ({ volumes: found }) => {
    const system = systemVolumeOf(found);
    if (!system) return noSystemVolume;
    const { name, fileSystem } = system;
    if (fileSystem === undefined) {
      return unread({
        en: `The file system of ${name} could not be read. Look at the drive’s properties in Explorer: it must say NTFS.`,
        es: `No se ha podido leer el sistema de archivos de ${name}. Mire las propiedades de la unidad en el Explorador: debe decir NTFS.`,
      });
    }
    const evidence = { volume: name, fileSystem };
    if (fileSystem.toUpperCase() === 'NTFS')
      return pass({ en: `${name} is formatted with NTFS.`, es: `${name} tiene formato NTFS.` }, { evidence });
    return fail(
      'inhibitor',
      { en: `${name} is formatted with ${fileSystem}.`, es: `${name} tiene formato ${fileSystem}.` },
      {
        remedy: hasLetter(system)
          ? command(`convert ${name} /fs:ntfs`, {
              en: 'After a backup, in a command prompt as an administrator; then restart. The files stay, but there is no way back to FAT.',
              es: 'Después de hacer una copia, en una ventana de comandos como administrador; después reinicie. Los archivos se conservan, pero no se puede volver a FAT.',
            })
          : hint({
              en: 'Convert it to NTFS after a backup: convert, with the drive’s letter and /fs:ntfs.',
              es: 'Conviértala a NTFS después de hacer una copia: convert, con la letra de la unidad y /fs:ntfs.',
            }),
        evidence,
      },
    );
  },
});
