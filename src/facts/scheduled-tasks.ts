import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { scheduledTasksOnWindows } from './scheduled-tasks.windows.js';
import { scheduledTasksOnLinux } from './scheduled-tasks.linux.js';

export interface ScheduledTasks {
  readonly tasks: readonly {
    readonly name: string;
    readonly command: string;
    readonly account: string | undefined;
    /** Runs with a password that Windows has stored. */
    readonly storedCredentials: boolean | undefined;
    readonly enabled: boolean | undefined;
    /** Interpreters in the command that later releases remove: `vbscript`, `wmic`, `powershell-2`, `python2`, `python3.11`. */
    readonly interpreters: readonly string[];
  }[];
}

export const scheduledTasks = defineFact<ScheduledTasks>({
  id: 'scheduled-tasks',
  title: say({ en: 'Scheduled tasks', es: 'Tareas programadas' }),
  on: { windows: scheduledTasksOnWindows, linux: scheduledTasksOnLinux },
});
