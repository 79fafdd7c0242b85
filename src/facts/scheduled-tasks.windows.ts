import { known, reader } from '../model/fact.js';
import type { CommandQuestion, WmiQuestion } from '../model/question.js';
import { interpretersIn } from './reading/interpreters.js';
import { couldNotRead } from './reading/why.js';
import { rowsOf, textCell, textOf } from './reading/windows-answers.js';
import { tasksInCsv, tasksInListing, tasksInXml } from './reading/windows-tasks.js';
import type { ScheduledTasks } from './scheduled-tasks.js';

/**
 * XML since 2008; before, where `/xml` is refused, values by commas; on Windows 2000, which has no such command, the names of the job
 * files. `ver` ends it well where there is none at all.
 */
const taskList = {
  id: 'windows-scheduled-tasks',
  kind: 'command',
  line: 'schtasks /query /xml 2>nul || schtasks /query /fo csv /v 2>nul || dir /b "%SystemRoot%\\Tasks\\*.job" 2>nul || ver',
  timeoutSeconds: 90,
  maxBytes: 8 * 1024 * 1024,
} as const satisfies CommandQuestion;

/** Jobs of the `at` command, Windows 2000 to 2008 R2. They run as LocalSystem unless the service was set otherwise. */
const atJobs = {
  id: 'windows-at-jobs',
  kind: 'wmi',
  class: 'Win32_ScheduledJob',
  properties: ['JobId', 'Command'],
} as const satisfies WmiQuestion;

const questions = { taskList, atJobs } as const;

type Task = ScheduledTasks['tasks'][number];

export const scheduledTasksOnWindows = reader<ScheduledTasks, typeof questions>({
  questions,
  parse(answers) {
    const text = textOf(answers.taskList);
    // `dir` or `ver` ended it with 0: any other code is a refusal of every command
    if (text === undefined || ('exit' in answers.taskList && answers.taskList.exit !== 0)) {
      return couldNotRead('schtasks', answers.taskList);
    }
    const atJobsFound = jobs(rowsOf(answers.atJobs) ?? []);
    // a job of `at` has a file too, which does not tell its command
    const told = new Set(atJobsFound.map(job => job.name.toLowerCase()));
    return known({ tasks: [...tasksIn(text).filter(task => !told.has(task.name.toLowerCase())), ...atJobsFound] });
  },
});

function tasksIn(text: string): readonly Task[] {
  if (text.includes('<Task ')) return tasksInXml(text);
  return text.trimStart().startsWith('"') ? tasksInCsv(text) : tasksInListing(text);
}

function jobs(rows: NonNullable<ReturnType<typeof rowsOf>>): readonly Task[] {
  return rows.flatMap(row => {
    const command = textCell(row.Command);
    if (command === undefined) return [];
    return [
      {
        name: `At${textCell(row.JobId) ?? ''}`,
        command,
        account: undefined,
        storedCredentials: false,
        enabled: true,
        interpreters: interpretersIn(command),
      },
    ];
  });
}
