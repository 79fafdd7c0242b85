import { systemSettings } from '../facts/system-settings.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { debianNotes } from './wording/debian.js';
import { leadsTo } from './wording/releases.js';

export const legacyTimeZone = defineCheck({
  id: 'legacy-time-zone',
  row: 'app-compatibility',
  title: say({ en: 'Old name of the time zone', es: 'Nombre antiguo de la zona horaria' }),
  why: say({
    en: 'Old zone names have moved to the package tzdata-legacy; without it the server’s clock shows UTC.',
    es: 'Los nombres antiguos están ahora en el paquete tzdata-legacy; sin él, el reloj del servidor muestra UTC.',
  }),
  platforms: ['linux'],
  concerns: leadsTo('debian13', 'ubuntu24.04'),
  needs: { systemSettings },
  sources: [debianNotes('trixie', 'Timezones split off into tzdata-legacy package')],

  run: ({ systemSettings: { legacyTimeZone: zone } }) =>
    zone === undefined
      ? { state: 'pass', text: say({ en: 'Its name is one of today’s.', es: 'Su nombre es de los actuales.' }) }
      : {
          state: 'warn',
          severity: 'low',
          text: say({ en: `The time zone is set to ${zone}.`, es: `La zona horaria es ${zone}.` }),
          remedy: {
            kind: 'command',
            text: say({
              en: 'Choose the zone by its present name (continent and city).',
              es: 'Elija la zona por su nombre actual (continente y ciudad).',
            }),
            command: 'dpkg-reconfigure tzdata',
          },
          evidence: { zone },
        },
});
