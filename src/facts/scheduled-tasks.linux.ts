import { say } from '../i18n/text.js';
import { known, missing, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import { partsOf, textOf, whyNot } from './linux/answers.js';
import { asked, blank, both, linesOfFiles, part } from './linux/pieces.js';
import type { ScheduledTasks } from './scheduled-tasks.js';

const tables: CommandQuestion = {
  kind: 'command',
  id: 'scheduled-tasks-linux',
  ...asked(
    linesOfFiles(
      {
        part: 'tables',
        files: '/etc/crontab /etc/cron.d/* /var/spool/cron/crontabs/*',
        like: `^${blank}*(#|$)`,
        how: 'Hv',
      },
      {
        part: 'scripts',
        files: '/etc/cron.hourly/* /etc/cron.daily/* /etc/cron.weekly/* /etc/cron.monthly/*',
        how: 'H1',
      },
    ),
    part(
      'locked',
      both(
        '[ ! -d /var/spool/cron/crontabs ] || [ -r /var/spool/cron/crontabs ] || echo locked',
        String.raw`put("locked\n") if -d '/var/spool/cron/crontabs' && !-r _;`,
      ),
    ),
  ),
};

/** crontab(5): the tables of the system name an account, those of users do not. systemd timers are services. */
export const scheduledTasksOnLinux = reader({
  questions: { tables },
  parse({ tables }) {
    const text = textOf(tables);
    if (text === undefined) return whyNot(tables);
    const parts = partsOf(text);
    if ((parts.get('locked') ?? []).length > 0) return locked;
    const tasks: ScheduledTasks['tasks'][number][] = [];
    const counts = new Map<string, number>();
    for (const line of parts.get('tables') ?? []) {
      const at = line.indexOf(':');
      const file = line.slice(0, at);
      const entry = entryOf(line.slice(at + 1), file);
      if (!entry) continue;
      const count = (counts.get(file) ?? 0) + 1;
      counts.set(file, count);
      tasks.push(taskOf(`${file}#${count}`, entry.command, entry.account));
    }
    for (const line of parts.get('scripts') ?? []) {
      const at = line.indexOf(':');
      if (at <= 0 || line.startsWith('Binary file')) continue;
      const first = line.slice(at + 1);
      const file = line.slice(0, at);
      tasks.push(taskOf(file, first.startsWith('#!') ? `${first.slice(2).trim()} ${file}` : file, 'root'));
    }
    return known<ScheduledTasks>({ tasks });
  },
});

const locked = missing(
  say({
    en: 'Only root may read the crontabs of the users; gather again as root.',
    es: 'Solo root puede leer las crontabs de los usuarios; repita la recogida como root.',
  }),
);

function entryOf(line: string, file: string): { command: string; account: string | undefined } | undefined {
  const match = /^\s*(?:@[a-z]+|(?:[\d*,/~A-Za-z-]+\s+){4}[\d*,/~A-Za-z-]+)\s+(\S.*)$/.exec(line);
  if (!match?.[1] || /^\s*[A-Za-z_][A-Za-z0-9_]*\s*=/.test(line)) return undefined;
  const user = /^\/var\/spool\/cron\/crontabs\/(.+)$/.exec(file)?.[1];
  if (user !== undefined) return { command: match[1], account: user };
  const [account = '', ...rest] = match[1].split(/\s+/);
  return { command: match[1].slice(account.length).trim() || rest.join(' '), account };
}

function taskOf(name: string, command: string, account: string | undefined): ScheduledTasks['tasks'][number] {
  return { name, command, account, storedCredentials: undefined, enabled: true, interpreters: interpretersOf(command) };
}

/** Python 2 and Pythons named by their minor version, which go with the release; plain `python` was Python 2 up to Debian 10. */
function interpretersOf(command: string): readonly string[] {
  const found = new Set<string>();
  for (const match of command.matchAll(/(?:^|[\s/'"(;|&])python(\d(?:\.\d+)?)?(?=$|[\s'");|&])/g)) {
    const version = match[1];
    if (version === undefined || version.startsWith('2')) found.add('python2');
    else if (version.includes('.')) found.add(`python${version}`);
  }
  return [...found];
}
