import { microsoft } from '../catalog/microsoft-sources.js';
import { profiles } from '../facts/profiles.js';
import { volumes } from '../facts/volumes.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { fail, hint, pass, unread } from './wording/outcomes.js';
import { hasLetter, noSystemVolume, systemVolumeOf } from './wording/volumes.js';
import { toModernWindows } from './wording/windows-paths.js';

export const profilesMoved = defineCheck({
  id: 'profiles-moved',
  row: 'app-compatibility',
  title: say({ en: 'Profiles away from the system drive', es: 'Perfiles fuera de la unidad del sistema' }),
  why: say({
    en: 'Where profiles or ProgramData have been moved to another drive, set-up fails to carry them across and takes the upgrade back.',
    es: 'Si los perfiles o ProgramData se han movido a otra unidad, la instalación no consigue trasladarlos y deshace la actualización.',
  }),
  platforms: ['windows'],
  concerns: toModernWindows,
  needs: { profiles, volumes },
  sources: [
    microsoft.setupTrouble,
    {
      title: say({
        en: 'Recognised by the paths in the registry’s ProfileList',
        es: 'Se reconoce por las rutas de ProfileList en el registro',
      }),
      proof: 'derived',
    },
  ],

  run: ({ profiles: { profilesFolder, programData, profiles: own }, volumes: found }) => {
    const system = systemVolumeOf(found);
    if (!system || !hasLetter(system)) return noSystemVolume;
    const drive = `${system.name.toLowerCase()}\\`;
    const elsewhere = (path: string) => !path.toLowerCase().startsWith(drive) && !isOnSystemDrive(path);
    const paths = [profilesFolder, programData, ...own.map(({ path }) => path)];
    const moved = paths.filter((path): path is string => path !== undefined && elsewhere(path));
    if (moved.length > 0) {
      return fail(
        'high',
        {
          en: f => `Outside the system drive (${system.name}): ${f.list(moved)}.`,
          es: f => `Fuera de la unidad del sistema (${system.name}): ${f.list(moved)}.`,
        },
        {
          remedy: hint({
            en: 'Bring them back to the system drive and its usual folder before the upgrade: let new profiles be made there, copy the files and correct ProfileList. Try it with one account first. A single account’s profile is quicker deleted (System Properties, User Profiles) after saving its files.',
            es: 'Devuélvalas a su carpeta habitual en la unidad del sistema antes de actualizar: deje que se creen allí perfiles nuevos, copie los archivos y corrija ProfileList. Pruébelo antes con una cuenta. El perfil de una sola cuenta se elimina antes (Propiedades del sistema, Perfiles de usuario), tras guardar sus archivos.',
          }),
          evidence: { moved, systemDrive: system.name },
        },
      );
    }
    if (profilesFolder === undefined || programData === undefined) {
      return unread(
        {
          en: 'Where profiles and ProgramData lie could not be read. Look at ProfilesDirectory and ProgramData under HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList.',
          es: 'No se ha podido leer dónde están los perfiles y ProgramData. Mire ProfilesDirectory y ProgramData en HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList.',
        },
        { severity: 'medium' },
      );
    }
    return pass(
      {
        en: `Profiles and ProgramData are on the system drive (${system.name}).`,
        es: `Los perfiles y ProgramData están en la unidad del sistema (${system.name}).`,
      },
      { evidence: { profilesFolder, programData } },
    );
  },
});

/** A path that could not be expanded still names the drive by its variable. */
function isOnSystemDrive(path: string): boolean {
  return path.toLowerCase().startsWith('%systemdrive%\\');
}
