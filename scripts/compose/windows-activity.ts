import type { Row } from '../../src/model/answer.js';
import { type Classes, type Hive, type Machine, lines, printed } from './machine.js';
import type { Release } from './releases.js';
import type { ServerSketch } from './sketch.js';
import { wmiDate } from './windows-parts.js';

interface Activity {
  readonly hive: Hive;
  readonly classes: Classes;
  readonly commands: Machine['commands'];
  readonly scripts: Machine['scripts'];
}

/** Who works on the server, what runs there by schedule, and which backups left word. */
export function activityOf(sketch: ServerSketch, release: Release): Activity {
  const sessions = sessionsOf(sketch, release);
  const backups = backupsOf(sketch, release);
  const { build } = release;
  return {
    hive: { ...sessions.hive, ...backups.hive },
    classes: { ...sessions.classes, ...backups.classes, Win32_ScheduledJob: build >= 9200 ? 'no class' : [] },
    commands: {
      ...sessions.commands,
      ...backups.commands,
      'windows-scheduled-tasks': build >= 6000 ? printed(tasksXml(sketch)) : printed(legacyTasks(sketch, build)),
    },
    scripts: backups.scripts,
  };
}

function sessionsOf({ users = [], shares = [], language }: ServerSketch, { build }: Release) {
  const es = language === 'es';
  const spread = (name: string, session: string, id: number, state: string, idle: string, since: string) =>
    ` ${name.padEnd(22)}${session.padEnd(19)}${String(id).padStart(2)}  ${state.padEnd(8)}${idle.padStart(9)}  ${since}`;
  const header = es
    ? spread('NOMBRE USUARIO', 'NOMBRE SESIÓN', 1, 'ESTADO', 'INACTIVO', 'TIEMPO DE INICIO').replace(' 1 ', 'ID ')
    : spread('USERNAME', 'SESSIONNAME', 1, 'STATE', 'IDLE TIME', 'LOGON TIME').replace(' 1 ', 'ID ');
  const logged = users.map(({ name, session, idle, since }, index) =>
    spread(name, session ?? '', index + 1, state(session !== undefined, es), idle, since),
  );
  const nobody = es ? 'No existe ningún usuario para *' : 'No User exists for *';
  const smb = 'root\\Microsoft\\Windows\\SMB';
  const modern = build >= 9200;
  return {
    hive: { 'HKCU\\Control Panel\\International': { iDate: es ? '1' : '0' } },
    classes: {
      [`${smb}:MSFT_SmbSession`]: modern
        ? shares.map(
            ({ user, from, idleSeconds }): Row => ({
              ClientComputerName: from,
              ClientUserName: user,
              SecondsExists: 7300 + idleSeconds,
              SecondsIdle: idleSeconds,
            }),
          )
        : 'no namespace',
      [`${smb}:MSFT_SmbOpenFile`]: modern
        ? shares.flatMap(({ user, file }): Row[] => (file === undefined ? [] : [{ ClientUserName: user, Path: file }]))
        : 'no namespace',
      Win32_ServerSession: shares.map(({ user, from, idleSeconds }) => ({
        ComputerName: from,
        UserName: user,
        ActiveTime: 7300 + idleSeconds,
        IdleTime: idleSeconds,
      })),
    } satisfies Classes,
    commands: {
      // Windows 2000 has the command only with Terminal Services
      'windows-terminal-sessions':
        build < 3790
          ? printed('', 1, "'quser' is not recognized as an internal or external command,\r\n")
          : logged.length === 0
            ? printed('', 1, `${nobody}\r\n`)
            : printed(lines(header, ...logged)),
      'windows-net-session':
        shares.length === 0
          ? printed(lines(es ? 'No hay entradas en la lista.' : 'There are no entries in the list.'))
          : printed(
              lines(
                ...shares.map(
                  ({ user, from }) => `\\\\${from.padEnd(21)}${user.padEnd(21)}Windows             1 00:03:12`,
                ),
              ),
            ),
      'windows-open-files': printed(
        lines(
          es ? 'INFORMACIÓN: no se encontraron archivos compartidos abiertos.' : 'INFO: No shared open files found.',
        ),
      ),
    },
  };
}

function state(connected: boolean, es: boolean): string {
  if (connected) return es ? 'Activo' : 'Active';
  return es ? 'Desc' : 'Disc';
}

/** Tasks that every Windows Server has, as far as they say anything about the system. */
const systemTasks: readonly (readonly [path: string, command: string])[] = [
  ['\\Microsoft\\Windows\\Defrag\\ScheduledDefrag', '%windir%\\system32\\defrag.exe -c -h -o'],
  ['\\Microsoft\\Windows\\Chkdsk\\ProactiveScan', ''],
  ['\\Microsoft\\Windows\\Registry\\RegIdleBackup', ''],
  ['\\Microsoft\\Windows\\Server Manager\\ServerManager', '%windir%\\system32\\ServerManagerLauncher.exe'],
  ['\\Microsoft\\Windows\\Servicing\\StartComponentCleanup', ''],
  [
    '\\Microsoft\\Windows\\Time Synchronization\\SynchronizeTime',
    '%windir%\\system32\\sc.exe start w32time task_started',
  ],
  ['\\Microsoft\\Windows\\UpdateOrchestrator\\Schedule Scan', '%systemroot%\\system32\\usoclient.exe StartScan'],
];

function tasksXml({ tasks = [] }: ServerSketch): string {
  const system = systemTasks.map(([name, command]) => taskXml(name, command, 'S-1-5-18', undefined));
  const own = tasks.map(({ name, command, user = 'S-1-5-18', password = false }) =>
    taskXml(name, command, user, password ? 'Password' : undefined),
  );
  return `<?xml version="1.0" encoding="UTF-16"?>\r\n<Tasks>\r\n${[...system, ...own].join('')}</Tasks>\r\n`;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function taskXml(name: string, command: string, user: string, logonType: string | undefined): string {
  const [program = '', ...rest] = command.split(' ');
  const action =
    command === ''
      ? '<ComHandler><ClassId>{42060D27-CA53-41F5-96E4-B1E8169308A6}</ClassId></ComHandler>'
      : `<Exec><Command>${escaped(program)}</Command><Arguments>${escaped(rest.join(' '))}</Arguments></Exec>`;
  const logon = logonType === undefined ? '' : `<LogonType>${logonType}</LogonType>`;
  return [
    `<!-- ${name} -->`,
    '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
    `<Principals><Principal id="Author"><UserId>${escaped(user)}</UserId>${logon}</Principal></Principals>`,
    '<Settings><Enabled>true</Enabled></Settings>',
    `<Actions Context="Author">${action}</Actions>`,
    '</Task>',
    '',
  ].join('\r\n');
}

/** Windows Server 2003 prints values by commas; Windows 2000 has only the names of the job files. */
function legacyTasks({ tasks = [], computer }: ServerSketch, build: number): string {
  if (build < 3790) return lines(...tasks.map(({ name }) => `${name}.job`));
  if (tasks.length === 0) return lines('INFO: There are no scheduled tasks present in the system.');
  const quoted = (...cells: readonly string[]) => cells.map(cell => `"${cell}"`).join(',');
  return lines(
    '',
    quoted(
      'HostName',
      'TaskName',
      'Next Run Time',
      'Status',
      'Logon Mode',
      'Last Run Time',
      'Last Result',
      'Creator',
      'Schedule',
      'Task To Run',
      'Start In',
      'Comment',
      'Scheduled Task State',
      'Scheduled Type',
      'Start Time',
      'Start Date',
      'End Date',
      'Days',
      'Months',
      'Run As User',
    ),
    ...tasks.map(({ name, command, user = 'NT AUTHORITY\\SYSTEM' }) =>
      quoted(
        computer,
        name,
        '23:00:00, 11/23/2026',
        '',
        'Interactive/Background',
        '23:00:00, 11/22/2026',
        '0',
        'Administrator',
        'At 11:00 PM every day',
        command,
        'N/A',
        'N/A',
        'Enabled',
        'Daily ',
        '23:00:00',
        '1/1/2009',
        'N/A',
        'N/A',
        'N/A',
        user,
      ),
    ),
  );
}

function backupsOf({ backup, language }: ServerSketch, { build }: Release) {
  const modern = build >= 6000;
  const es = language === 'es';
  const none8 = es ? 'No se encontraron copias de seguridad.' : 'No backups were found.';
  const unknown = es
    ? "'wbadmin' no se reconoce como un comando interno o externo,"
    : "'wbadmin' is not recognized as an internal or external command,";
  const [year = '', month = '', day = ''] = (backup?.day ?? '').split('-');
  const when = `${month}/${day}/${year}-22:00`;
  const versions = backup
    ? lines(
        es
          ? `Hora de la copia de seguridad: ${day}/${month}/${year} 23:00`
          : `Backup time: ${month}/${day}/${year} 11:00 PM`,
        es ? `Destino de la copia de seguridad: ${backup.target}` : `Backup target: ${backup.target}`,
        es ? `Identificador de versión: ${when}` : `Version identifier: ${when}`,
      )
    : lines(none8);
  const event = backup
    ? [
        `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Backup'/>`,
        `<EventID>${backup.ended === 'well' ? 4 : 5}</EventID><TimeCreated SystemTime='${backup.day}T22:41:07.000000000Z'/></System>`,
        `<EventData><Data Name='BackupTarget'>${backup.target}</Data><Data Name='HRESULT'>${backup.ended === 'well' ? '0' : '0x80780038'}</Data></EventData></Event>`,
      ].join('')
    : '';
  const old = !modern && backup !== undefined;
  return {
    hive: {
      ...(old
        ? {
            'HKCU\\Software\\Microsoft\\Ntbackup\\Log Files': { 'Log File Count': 1 },
            'HKCU\\Software\\Microsoft\\Ntbackup\\Log Files\\Log#1': {
              'Job Name': 'Daily',
              'Date/Time Used': Date.parse(`${backup.day}T22:00:00Z`) / 1000,
            },
          }
        : {}),
    } satisfies Hive,
    classes: {
      Win32_NTLogEvent: old
        ? [8000, 8001, 8019].map((code, index) => ({
            Logfile: 'Application',
            SourceName: 'NTBackup',
            EventCode: code,
            EventType: backup.ended === 'well' || code !== 8001 ? 3 : 1,
            RecordNumber: 41_200 + index,
            TimeGenerated: wmiDate(`${backup.day}T23:${10 + index * 20}:00`),
          }))
        : [],
    } satisfies Classes,
    commands: {
      'windows-backup-versions': modern ? printed(versions, 0) : printed('', 1, `${unknown}\r\n`),
      'windows-backup-events': modern ? printed(event) : printed('', 1),
      'windows-backup-application-events': modern ? printed('') : printed('', 1),
    },
    scripts: {
      'powershell-backup-summary': backup
        ? {
            installed: true,
            last: `${backup.day}T22:00:00Z`,
            result: backup.ended === 'well' ? 0 : -2_139_619_272,
            target: backup.target,
          }
        : { installed: false },
    },
  };
}
