import type { ScheduledTasks } from '../scheduled-tasks.js';
import { csvRows } from './csv.js';
import { interpretersIn } from './interpreters.js';

type Task = ScheduledTasks['tasks'][number];

function task(name: string, command: string, more: Partial<Task> = {}): Task {
  return {
    name,
    command,
    account: undefined,
    storedCredentials: undefined,
    enabled: undefined,
    ...more,
    interpreters: interpretersIn(command),
  };
}

/**
 * `schtasks /query /xml` of Windows Server 2008 and later: one `<Task>` after the other, each after a comment with its path. The
 * elements have no attributes that matter, so that they are cut out as they stand.
 */
export function tasksInXml(text: string): Task[] {
  const tasks: Task[] = [];
  let at = text.indexOf('<Task ');
  let before = 0;
  while (at >= 0) {
    const end = text.indexOf('</Task>', at);
    // an answer that was cut ends within a task: half of one could hide its command
    if (end < 0) break;
    tasks.push(taskInXml(text.slice(at, end), commentIn(text.slice(before, at))));
    before = end + '</Task>'.length;
    at = text.indexOf('<Task ', before);
  }
  return tasks;
}

/** The path in the last comment: `<!-- \Microsoft\Windows\Defrag\ScheduledDefrag -->`. */
function commentIn(text: string): string | undefined {
  const start = text.lastIndexOf('<!--');
  const end = text.indexOf('-->', start);
  return start < 0 || end < 0 ? undefined : unescaped(text.slice(start + 4, end)).trim() || undefined;
}

function taskInXml(xml: string, comment: string | undefined): Task {
  const principal = element(xml, 'Principal') ?? '';
  const logonType = element(principal, 'LogonType');
  const account = element(principal, 'UserId') ?? element(principal, 'GroupId');
  const enabled = element(element(xml, 'Settings') ?? '', 'Enabled');
  return task(
    comment ?? element(element(xml, 'RegistrationInfo') ?? '', 'URI') ?? '',
    commandIn(element(xml, 'Actions') ?? ''),
    {
      account,
      storedCredentials: stored(logonType, account),
      // the default of the schema
      enabled: enabled?.toLowerCase() !== 'false',
    },
  );
}

/** `Password` and `InteractiveTokenOrPassword` keep one; the system's own accounts (S-1-5-18 to 20) need none. */
function stored(logonType: string | undefined, account: string | undefined): boolean | undefined {
  if (logonType !== undefined) return /password/i.test(logonType);
  return account !== undefined && /^s-1-5-(18|19|20)$/i.test(account) ? false : undefined;
}

/** Commands of all actions, one a line; a COM handler is named by its class. */
function commandIn(actions: string): string {
  const commands: string[] = [];
  for (const exec of elements(actions, 'Exec')) {
    commands.push([element(exec, 'Command'), element(exec, 'Arguments')].filter(part => part).join(' '));
  }
  for (const handler of elements(actions, 'ComHandler'))
    commands.push(`COM ${element(handler, 'ClassId') ?? ''}`.trim());
  return commands.join('\n');
}

function elements(xml: string, name: string): string[] {
  const found: string[] = [];
  let at = 0;
  for (;;) {
    const start = opening(xml, name, at);
    if (start < 0) return found;
    const from = xml.indexOf('>', start) + 1;
    const end = xml.indexOf(`</${name}>`, from);
    if (from === 0 || end < 0) return found;
    found.push(xml.slice(from, end));
    at = end;
  }
}

/** Where `<Name>` or `<Name attribute…>` starts, and not `<NameOfAnother>`. */
function opening(xml: string, name: string, from: number): number {
  for (let at = xml.indexOf(`<${name}`, from); at >= 0; at = xml.indexOf(`<${name}`, at + 1)) {
    const next = xml[at + name.length + 1];
    if (next === '>' || next === ' ') return at;
  }
  return -1;
}

function element(xml: string, name: string): string | undefined {
  const found = elements(xml, name)[0];
  return found === undefined || found.includes('<') ? found : unescaped(found).trim() || undefined;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => entities[name] ?? '');
}

/**
 * `schtasks /query /fo csv /v` of Windows 2003 by position, since the names of the columns are translated: host, task, next run,
 * status, [logon mode], last run, last result, creator, schedule, command, start in, comment, state, type, start time, start date,
 * end date, days, months, account… The header, which some versions repeat, is the row whose like comes first.
 */
export function tasksInCsv(text: string): Task[] {
  const rows = csvRows(text);
  const header = rows[0];
  if (header === undefined || header.length < 20) return [];
  // 28 columns with the logon mode, 27 without
  const shift = header.length >= 28 ? 1 : 0;
  const tasks = new Map<string, Task>();
  for (const row of rows) {
    if (row[0] === header[0] && row[1] === header[1]) continue;
    const name = row[1] ?? '';
    const command = row[8 + shift] ?? '';
    if (name === '' || command === '') continue;
    // a task with more than one trigger has a row for each
    tasks.set(`${name}\n${command}`, task(name, command, { account: row[18 + shift] || undefined }));
  }
  return [...tasks.values()];
}

/** Names of job files (`dir /b`): all that a host without `schtasks` tells without opening them. The file stands for the command. */
export function tasksInListing(text: string): Task[] {
  return text.split(/\r?\n/).flatMap(line => {
    const file = line.trim();
    return /\.job$/i.test(file) ? [task(file.slice(0, -4), `%SystemRoot%\\Tasks\\${file}`)] : [];
  });
}
