import { microsoft } from '../catalog/microsoft-sources.js';
import { staysInPlace } from '../checks/wording/windows-paths.js';
import { identity } from '../facts/identity.js';
import { say } from '../i18n/text.js';
import { type PlannedItem, type StepPlan, defineStep } from '../model/step.js';
import { screenNotice } from './people/notice.js';
import { messageToAll } from './people/screen-lines.js';

const step = 'notify-users';

export const notifyUsers = defineStep({
  id: step,
  row: step,
  phase: 'people',
  title: say({ en: 'Tell the users', es: 'Avisar a los usuarios' }),
  why: say({
    en: 'During the upgrade nobody can work on the server or reach the Internet through it; who is told saves in time and plans around it.',
    es: 'Durante la actualización nadie puede trabajar en el servidor ni salir a Internet a través de él; quien lo sabe guarda a tiempo y se organiza.',
  }),
  changes: say({
    en: 'Nothing on the server. A message with the window, in each reader’s language and time zone and with an entry for the calendar, goes to the addresses of the choices and of the directory; a message goes to the screens of those who are logged on.',
    es: 'Nada en el servidor. A las direcciones de las opciones y del directorio se envía un mensaje con el horario, en el idioma y la zona horaria de cada lector y con una entrada para el calendario; a las pantallas de quienes están conectados, un aviso.',
  }),
  undone: say({ en: 'A message that was sent stays sent.', es: 'Un mensaje enviado no se puede retirar.' }),
  platforms: ['windows', 'linux'],
  concerns: staysInPlace,
  needs: { identity },
  sources: [microsoft.bestPractices],

  plan: ({ identity: { computer, product, language } }, { choices, recording }): StepPlan => {
    const { window, notify } = choices;
    const byMail = notify.to.length > 0 || notify.ldap !== undefined;
    if (byMail && !window) return { state: 'blocked', text: noWindow };
    if (byMail && (notify.smtp === undefined || notify.from === undefined)) return { state: 'blocked', text: noServer };
    const items: PlannedItem[] = [];
    if (byMail) {
      items.push({
        id: `${step}/mail`,
        kind: 'mail',
        text: say({
          en: f =>
            `A message to ${[f.plural(notify.to.length, '# address', '# addresses'), ...(notify.ldap ? ['the users of the directory'] : [])].join(' and ')}.`,
          es: f =>
            `Mensaje a ${[f.plural(notify.to.length, '# dirección', '# direcciones'), ...(notify.ldap ? ['los usuarios del directorio'] : [])].join(' y a ')}.`,
        }),
        to: notify.to,
        seconds: 5 + notify.to.length,
      });
    } else {
      items.push({
        id: `${step}/told`,
        kind: 'person',
        text: say({
          en: 'The choices name nobody to write to (notify.to, notify.ldap).',
          es: 'Las opciones no indican a quién escribir (notify.to, notify.ldap).',
        }),
        question: say({
          en: 'Have all users been told, in some other way, when they must log off, how long it takes, and that there is no Internet meanwhile?',
          es: '¿Se ha avisado a todos los usuarios, por otro medio, de cuándo deben cerrar la sesión, cuánto durará y que entretanto no habrá Internet?',
        }),
        sameAs: 'notify-users',
        seconds: 300,
      });
    }
    if (notify.onScreen) {
      const reading = language?.toLowerCase().startsWith('es') ? 'es' : 'en';
      const screens = { platform: recording.platform, product: product ?? '', language: reading } as const;
      items.push({
        id: `${step}/screens`,
        kind: 'run',
        text: say({
          en: 'A message on the screens of those who are logged on.',
          es: 'Un aviso en las pantallas de quienes están conectados.',
        }),
        line: messageToAll(screens, screenNotice(reading, { server: computer, window, note: notify.note })),
        irreversible: say({
          en: 'A message that was shown stays shown.',
          es: 'Un aviso mostrado no se puede retirar.',
        }),
        harmless: true,
        // msg says 1 when nobody is logged on, net send 2 when the Messenger service does not run
        goodExits: [0, 1, 2],
        seconds: 5,
        timeoutSeconds: 60,
      });
    }
    return { state: 'do', text: plannedText(byMail, notify.onScreen), items };
  },
});

function plannedText(byMail: boolean, onScreen: boolean) {
  if (byMail) return onScreen ? byBoth : byMailOnly;
  return onScreen ? onScreenOnly : byPerson;
}

const byBoth = say({ en: 'By mail and on screen.', es: 'Por correo y en pantalla.' });
const byMailOnly = say({ en: 'By mail.', es: 'Por correo.' });
const onScreenOnly = say({
  en: 'On screen; a person tells those who are not logged on.',
  es: 'En pantalla; una persona avisa a quienes no estén conectados.',
});
const byPerson = say({ en: 'A person tells them.', es: 'Los avisa una persona.' });

const noWindow = say({
  en: 'People are to be written to, and it is not said when the upgrade takes place. Plan again with the window (--window from/to).',
  es: 'Hay a quien escribir y no se ha dicho cuándo será la actualización. Vuelva a planificar con el horario (--window desde/hasta).',
});
const noServer = say({
  en: 'People are to be written to: name the mail server and the sender in the choices (notify.smtp, notify.from).',
  es: 'Hay a quien escribir: indique en las opciones el servidor de correo y el remitente (notify.smtp, notify.from).',
});
