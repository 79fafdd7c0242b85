import { systemSettings } from '../facts/system-settings.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { debianNotes } from './wording/debian.js';
import { leadsTo } from './wording/releases.js';

export const mergedUsr = defineCheck({
  id: 'merged-usr',
  row: 'service-pack',
  title: say({ en: 'Merged /usr', es: 'Directorio /usr unificado' }),
  why: say({
    en: 'From Debian 12 on /bin, /sbin and /lib must be links into /usr; packages of later releases rely on it.',
    es: 'Desde Debian 12, /bin, /sbin y /lib han de ser enlaces a /usr; los paquetes posteriores cuentan con ello.',
  }),
  platforms: ['linux'],
  concerns: leadsTo('debian12', 'debian13', 'ubuntu24.04', 'ubuntu26.04'),
  needs: { systemSettings },
  sources: [
    debianNotes('bookworm', 'Changes to packages that set the system layout: merged /usr is required', 'information'),
  ],

  run: ({ systemSettings: { mergedUsr: merged } }, { path }) => {
    if (merged === undefined) {
      return {
        state: 'unknown',
        text: say({
          en: 'It could not be seen. “ls -ld /bin” must show a link to usr/bin.',
          es: 'No se ha podido ver. «ls -ld /bin» debe mostrar un enlace a usr/bin.',
        }),
      };
    }
    if (merged) return { state: 'pass', text: say({ en: '/usr is merged.', es: '/usr está unificado.' }) };
    const converts = path.to === 'debian12';
    return {
      state: converts ? 'warn' : 'fail',
      severity: converts ? 'low' : 'high',
      text: converts
        ? say({
            en: '/usr is not merged yet; the upgrade converts it by itself.',
            es: '/usr aún no está unificado; la actualización lo convierte por sí sola.',
          })
        : say({ en: '/usr is not merged.', es: '/usr no está unificado.' }),
      remedy: {
        kind: 'command',
        text: say({
          en: 'With a backup at hand, convert it before the upgrade and restart once.',
          es: 'Con una copia a mano, conviértalo antes de actualizar y reinicie una vez.',
        }),
        command: 'apt-get install usrmerge',
      },
    };
  },
});
