import { systemSettings } from '../facts/system-settings.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { debianNotes } from './wording/debian.js';
import { leadsTo } from './wording/releases.js';

export const pamUserEnvironment = defineCheck({
  id: 'pam-user-environment',
  row: 'app-compatibility',
  title: say({ en: 'Variables from ~/.pam_environment', es: 'Variables de ~/.pam_environment' }),
  why: say({
    en: 'The SSH server of the new release no longer reads that file, so jobs that rely on its variables behave differently.',
    es: 'El servidor SSH de la nueva versión ya no lee ese archivo, y las tareas que dependan de sus variables cambiarán.',
  }),
  platforms: ['linux'],
  concerns: leadsTo('debian13'),
  needs: { systemSettings },
  sources: [debianNotes('trixie', 'openssh-server no longer reads ~/.pam_environment')],

  run: ({ systemSettings: { pamUserEnvironment: used } }) => {
    if (used === undefined) {
      return {
        state: 'unknown',
        severity: 'low',
        text: say({
          en: 'The PAM settings could not be read. Look for ~/.pam_environment in the accounts that programs use.',
          es: 'No se han podido leer los ajustes de PAM. Busque ~/.pam_environment en las cuentas que usan los programas.',
        }),
      };
    }
    if (!used) return { state: 'pass', text: say({ en: 'No service reads it.', es: 'Ningún servicio lo lee.' }) };
    return {
      state: 'warn',
      severity: 'low',
      text: say({
        en: 'A service still reads ~/.pam_environment.',
        es: 'Algún servicio lee todavía ~/.pam_environment.',
      }),
      remedy: {
        kind: 'hint',
        text: say({
          en: 'Set the variables in the shell’s own files (~/.profile) or in the unit of the service instead.',
          es: 'Defina las variables en los archivos del intérprete (~/.profile) o en la unidad del servicio.',
        }),
      },
    };
  },
});
