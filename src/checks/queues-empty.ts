import { community } from '../catalog/microsoft-sources.js';
import { mail } from '../facts/mail.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { ask, hint, notConcerned, pass, warn } from './wording/outcomes.js';

export const queuesEmpty = defineCheck({
  id: 'queues-empty',
  row: 'app-compatibility',
  title: say({ en: 'Mail and fax queues', es: 'Colas de correo y de fax' }),
  why: say({
    en: 'What waits in a queue when the upgrade starts can be lost, or go out twice.',
    es: 'Lo que espere en una cola al empezar la actualización puede perderse o enviarse dos veces.',
  }),
  platforms: ['windows', 'linux'],
  needs: { mail },
  sources: [community.sbsExam],

  run: ({ mail: { software, queued } }, { path }) => {
    if (software.length === 0 && path.to !== 'sbs2003') {
      return notConcerned({ en: 'No mail server is installed.', es: 'No hay servidor de correo instalado.' });
    }
    if (queued === 0 && path.to !== 'sbs2003')
      return pass({ en: 'No message waits.', es: 'No hay mensajes en espera.' });
    if (queued !== undefined && queued > 0) {
      return warn(
        'low',
        {
          en: f => `${f.plural(queued, '# message waits', '# messages wait')}.`,
          es: f => `${f.plural(queued, 'Espera # mensaje', 'Esperan # mensajes')}.`,
        },
        {
          remedy: hint({
            en: 'Let the queue run empty before the upgrade, and hold new mail back at the provider.',
            es: 'Deje que la cola se vacíe antes de actualizar y retenga el correo nuevo en el proveedor.',
          }),
          evidence: { queued },
        },
      );
    }
    return ask(
      { en: 'The server does not tell what waits.', es: 'El servidor no dice qué hay en espera.' },
      { en: 'Are the queues for mail and fax empty?', es: '¿Están vacías las colas de correo y de fax?' },
      { severity: 'low' },
    );
  },
});
