import { say } from '../i18n/text.js';
import { missing, reader } from '../model/fact.js';
import type { ScheduledTasks } from './scheduled-tasks.js';

export const scheduledTasksOnLinux = reader<ScheduledTasks, Record<never, never>>({
  questions: {},
  parse: () => missing(say({ en: 'Not read yet.', es: 'Aún no se lee.' })),
});
