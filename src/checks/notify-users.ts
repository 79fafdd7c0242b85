import { microsoft } from '../catalog/microsoft-sources.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';

export const notifyUsers = defineCheck({
  id: 'notify-users',
  row: 'notify-users',
  title: say({ en: 'Users know of the upgrade', es: 'Los usuarios saben de la actualización' }),
  why: say({
    en: 'During the upgrade nobody can work on the server or reach the Internet through it; who is told plans around it.',
    es: 'Durante la actualización nadie puede trabajar en el servidor ni salir a Internet a través de él; quien lo sabe se organiza.',
  }),
  platforms: ['windows', 'linux'],
  needs: {},
  sources: [microsoft.bestPractices],

  run: () => ({
    state: 'manual',
    severity: 'low',
    text: say({ en: 'Only a person can know.', es: 'Solo puede saberlo una persona.' }),
    question: say({
      en: 'Have all users been told when they must log off, how long the upgrade takes, and that there is no Internet meanwhile?',
      es: '¿Se ha dicho a todos los usuarios cuándo deben cerrar la sesión, cuánto durará la actualización y que entretanto no habrá Internet?',
    }),
  }),
});
