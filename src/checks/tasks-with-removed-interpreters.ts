import { microsoft } from '../catalog/microsoft-sources.js';
import { scheduledTasks } from '../facts/scheduled-tasks.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { debianNotes } from './wording/debian.js';
import { hint, pass, warn } from './wording/outcomes.js';

/** What the target no longer brings, or is about to lose. */
const leaving: Readonly<Record<string, readonly string[]>> = {
  ws2025: ['vbscript', 'wmic', 'powershell-2'],
  debian11: ['python2'],
  debian12: ['python2', 'python3.9'],
  debian13: ['python2', 'python3.11'],
  'ubuntu20.04': ['python2'],
  'ubuntu22.04': ['python2', 'python3.8'],
  'ubuntu24.04': ['python2', 'python3.10'],
  'ubuntu26.04': ['python2', 'python3.12'],
};

export const tasksWithRemovedInterpreters = defineCheck({
  id: 'tasks-with-removed-interpreters',
  row: 'app-compatibility',
  title: say({ en: 'Tasks in languages that leave', es: 'Tareas en lenguajes que desaparecen' }),
  why: say({
    en: 'Interpreters are removed or deprecated from release to release; a task that calls one by name stops without a word.',
    es: 'De una versión a otra se retiran intérpretes; una tarea que llama a uno por su nombre deja de funcionar sin avisar.',
  }),
  platforms: ['windows', 'linux'],
  concerns: path => path.to in leaving,
  needs: { scheduledTasks },
  sources: [microsoft.removed, debianNotes('trixie', 'Obsolescence and deprecation')],

  run: ({ scheduledTasks: { tasks } }, { path, to }) => {
    const gone = leaving[path.to] ?? [];
    const hit = tasks.filter(task => task.enabled !== false && task.interpreters.some(one => gone.includes(one)));
    if (hit.length === 0) return pass({ en: 'No task calls one.', es: 'Ninguna tarea los usa.' });
    return hit.map(task => {
      const used = task.interpreters.filter(one => gone.includes(one));
      return warn(
        'medium',
        {
          en: f => `It calls ${f.list(used)}, which ${to.name} removes or no longer installs by itself.`,
          es: f => `Usa ${f.list(used)}, que ${to.name} retira o ya no instala por sí solo.`,
        },
        {
          resource: task.name,
          remedy: hint({
            en: 'Rewrite the task for a present interpreter and try it before the upgrade.',
            es: 'Reescriba la tarea para un intérprete actual y pruébela antes de actualizar.',
          }),
          evidence: { command: task.command, account: task.account ?? null, interpreters: task.interpreters },
        },
      );
    });
  },
});
