import { mail } from '../facts/mail.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { debianNotes } from './wording/debian.js';
import { leadsTo } from './wording/releases.js';

export const dovecotConfiguration = defineCheck({
  id: 'dovecot-configuration',
  row: 'app-compatibility',
  title: say({ en: 'Dovecot configuration', es: 'Configuración de Dovecot' }),
  why: say({
    en: 'Dovecot 2.4 does not understand the configuration of 2.3: mailboxes stay shut until it has been rewritten.',
    es: 'Dovecot 2.4 no entiende la configuración de 2.3: los buzones no se abren hasta que se reescriba.',
  }),
  platforms: ['linux'],
  concerns: leadsTo('debian13'),
  needs: { mail },
  sources: [debianNotes('trixie', 'Dovecot configuration changes')],

  run: ({ mail: { software } }) =>
    software.includes('dovecot')
      ? {
          state: 'warn',
          severity: 'high',
          text: say({ en: 'Dovecot is installed here.', es: 'Aquí está instalado Dovecot.' }),
          remedy: {
            kind: 'hint',
            text: say({
              en: 'Save the output of “doveconf -n”, write the configuration for 2.4 beforehand after its upgrade guide, and plan the time mail is down.',
              es: 'Guarde la salida de «doveconf -n», prepare antes la configuración para 2.4 según su guía y prevea el tiempo sin correo.',
            }),
            url: 'https://doc.dovecot.org/2.4.1/installation/upgrade/2.3-to-2.4.html',
          },
        }
      : { state: 'not-applicable', text: say({ en: 'It is not installed.', es: 'No está instalado.' }) },
});
