import { databases } from '../facts/databases.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { debianNotes } from './wording/debian.js';
import { leadsTo } from './wording/releases.js';

export const rabbitmqUpgrade = defineCheck({
  id: 'rabbitmq-upgrade',
  row: 'app-compatibility',
  title: say({ en: 'RabbitMQ', es: 'RabbitMQ' }),
  why: say({
    en: 'RabbitMQ of Debian 13 cannot read the data of Debian 12’s: it must be emptied and set up again.',
    es: 'El RabbitMQ de Debian 13 no puede leer los datos del de Debian 12: hay que vaciarlo y configurarlo de nuevo.',
  }),
  platforms: ['linux'],
  concerns: leadsTo('debian13'),
  needs: { databases },
  sources: [debianNotes('trixie', 'RabbitMQ cannot be directly upgraded from bookworm')],

  run: ({ databases: { others } }) => {
    const server = others.find(one => one.package === 'rabbitmq-server');
    if (!server) {
      return { state: 'not-applicable', text: say({ en: 'It is not installed.', es: 'No está instalado.' }) };
    }
    return {
      state: 'fail',
      severity: 'high',
      text: say({
        en: `rabbitmq-server ${server.version} is installed and cannot be upgraded in place.`,
        es: `Está instalado rabbitmq-server ${server.version} y no puede actualizarse sin más.`,
      }),
      remedy: {
        kind: 'command',
        text: say({
          en: 'Export its definitions and let the queues run empty. After the upgrade wipe its data folder and import them.',
          es: 'Exporte sus definiciones y deje que se vacíen las colas. Tras actualizar, borre su carpeta de datos e impórtelas.',
        }),
        command: 'rabbitmqctl export_definitions /root/rabbitmq.json && rabbitmqctl list_queues name messages',
      },
      evidence: { version: server.version },
    };
  },
});
