import { unverified } from '../catalog/microsoft-sources.js';
import { scheduledTasks } from '../facts/scheduled-tasks.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { hint, pass, unread, warn } from './wording/outcomes.js';

export const tasksWithStoredCredentials = defineCheck({
  id: 'tasks-with-stored-credentials',
  row: 'app-compatibility',
  title: say({ en: 'Tasks with a stored password', es: 'Tareas con contraseña guardada' }),
  why: say({
    en: 'Passwords stored for scheduled tasks can be lost in the upgrade; the task then fails every night without a word.',
    es: 'Las contraseñas guardadas para tareas programadas pueden perderse al actualizar; la tarea falla entonces cada noche sin avisar.',
  }),
  platforms: ['windows'],
  needs: { scheduledTasks },
  sources: [unverified.practice],

  run: ({ scheduledTasks: { tasks } }) => {
    const stored = tasks.filter(task => task.storedCredentials === true && task.enabled !== false);
    const names = stored.map(task => (task.account === undefined ? task.name : `${task.name} (${task.account})`));
    if (stored.length > 0) {
      return warn(
        'low',
        {
          en: f => `${f.plural(stored.length, '# task runs', '# tasks run')} with a stored password: ${f.list(names)}.`,
          es: f =>
            `${f.plural(stored.length, '# tarea usa', '# tareas usan')} una contraseña guardada: ${f.list(names)}.`,
        },
        {
          remedy: hint({
            en: 'Have the passwords at hand, and run each task once by hand after the upgrade.',
            es: 'Tenga a mano las contraseñas y ejecute cada tarea una vez a mano tras actualizar.',
          }),
          evidence: { tasks: names },
        },
      );
    }
    if (tasks.length > 0 && tasks.every(task => task.storedCredentials === undefined)) {
      return unread(
        {
          en: 'This system does not tell how its tasks log on. Look in the task scheduler for those that run as a user.',
          es: 'Este sistema no dice cómo inician sesión sus tareas. Busque en el programador las que se ejecutan como un usuario.',
        },
        { severity: 'low' },
      );
    }
    return pass({ en: 'There are none.', es: 'No hay ninguna.' });
  },
});
