import type { ScheduledTasks } from '../../facts/scheduled-tasks.js';
import { say } from '../../i18n/text.js';
import type { PlannedChange, PlannedItem, PlannedPerson } from '../../model/step.js';
import { powerShellLine, powerShellText, shWord } from '../lines/quote.js';

type Task = ScheduledTasks['tasks'][number];

/** Programs that back up, as a command line of a schedule names them. */
const backsUp =
  /(?:^|[\s/\\"'(;|&])(?:restic|borg|borgmatic|duplicity|duply|rsnapshot|rdiff-backup|timeshift|backupninja|kopia|veeamconfig|proxmox-backup-client|wbadmin|ntbackup)(?:\.exe)?(?=$|[\s"');|&])/i;

export const isBackupTask = ({ command, name }: Task): boolean => backsUp.test(command) || backsUp.test(name);

/** Schedules that would start a backup during the upgrade: held where that can be undone exactly, else left to a person. */
export function backupSchedules(
  step: string,
  { tasks }: ScheduledTasks,
  where: { readonly platform: 'windows' | 'linux'; readonly powerShell: boolean },
): readonly PlannedItem[] {
  const found = tasks.filter(task => task.enabled !== false && isBackupTask(task));
  if (where.platform === 'windows') {
    return found.map(task => (where.powerShell ? windowsTask(step, task) : byPerson(step, task)));
  }
  const held = new Set<string>();
  return found.flatMap((task): readonly PlannedItem[] => {
    const file = task.name.replace(/#\d+$/, '');
    if (!canMove(file, tasks)) return [byPerson(step, task)];
    if (held.has(file)) return [];
    held.add(file);
    return [cronFile(step, file)];
  });
}

/** Files of cron's folders that hold nothing but backups. A table of a user, or one with other jobs, is not ours to move. */
function canMove(file: string, tasks: readonly Task[]): boolean {
  if (!/^\/etc\/cron\.(d|hourly|daily|weekly|monthly)\/[A-Za-z0-9_-]+$/.test(file)) return false;
  return tasks.every(task => task.name.replace(/#\d+$/, '') !== file || isBackupTask(task));
}

/**
 * cron and run-parts pass over names with a dot (cron(8), run-parts(8)): the file is renamed and named back, its bytes and mode untouched.
 */
function cronFile(step: string, file: string): PlannedChange {
  const [on, off] = [shWord(file), shWord(`${file}.antesala-off`)];
  const name = `cron${file.slice('/etc/cron'.length)}`;
  return {
    id: `${step}/command:${name}`,
    kind: 'change',
    text: say({
      en: `Backup started by cron, ${file}: renamed so that cron passes over it.`,
      es: `Copia de seguridad que inicia cron, ${file}: se le cambia el nombre para que cron no lo ejecute.`,
    }),
    resource: {
      kind: 'command',
      name,
      // both or none: somebody else was at work, and it is not ours to say which counts
      look: `if [ -e ${on} ] && [ -e ${off} ]; then echo both; elif [ -e ${on} ]; then echo on; elif [ -e ${off} ]; then echo off; else echo none; fi`,
      set: { on: `mv -n ${off} ${on}`, off: `mv -n ${on} ${off}` },
    },
    from: { value: 'on' },
    to: { value: 'off' },
    after: [],
    seconds: 1,
  };
}

/** A task of Windows Server Backup or one that starts a backup program: disabled and enabled, nothing else of it changes. */
function windowsTask(step: string, task: Task): PlannedChange {
  const cut = task.name.lastIndexOf('\\');
  const folder = task.name.slice(0, cut) || '\\';
  const call = `$s = New-Object -ComObject Schedule.Service; $s.Connect(); $t = $s.GetFolder(${powerShellText(folder)}).GetTask(${powerShellText(task.name.slice(cut + 1))})`;
  // encoded: the name of a task may hold what cmd.exe would take for its own
  const line = (script: string): string => powerShellLine(`${call}; ${script}`);
  return {
    id: `${step}/command:task${task.name}`,
    kind: 'change',
    text: say({
      en: `Scheduled backup “${task.name}”: the task is disabled, and enabled again afterwards.`,
      es: `Copia programada «${task.name}»: se deshabilita la tarea y después se vuelve a habilitar.`,
    }),
    resource: {
      kind: 'command',
      name: `task${task.name}`,
      look: line("if ($t.Enabled) {'on'} else {'off'}"),
      set: { on: line('$t.Enabled = $true'), off: line('$t.Enabled = $false') },
    },
    from: { value: 'on' },
    to: { value: 'off' },
    after: [],
    seconds: 5,
  };
}

function byPerson(step: string, task: Task): PlannedPerson {
  return {
    id: `${step}/task/${task.name}`,
    kind: 'person',
    text: say({
      en: `A backup is scheduled: ${task.name} (${task.command}). It cannot be held without changing other things beside it.`,
      es: `Hay una copia programada: ${task.name} (${task.command}). No se puede suspender sin tocar otras cosas a su lado.`,
    }),
    question: say({
      en: `Have you made sure that ${task.name} does not start during the upgrade, and noted how to put it back?`,
      es: `¿Ha comprobado que ${task.name} no se iniciará durante la actualización, y ha anotado cómo dejarlo como estaba?`,
    }),
    seconds: 300,
  };
}
