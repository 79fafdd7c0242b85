import type { Answer, Row } from '../model/answer.js';
import { type AnswersTo, type ReadingContext, known, reader } from '../model/fact.js';
import { computerSystem, timeZoneInformation } from './questions/windows.js';
import { sshConnection } from './reading/ssh-connection.js';
import { couldNotRead } from './reading/why.js';
import { keyOf, numberCell, rowsOf, textCell, textIn, textOf } from './reading/windows-answers.js';
import { isSyntaxHelp, netSessions, openFiles, terminalSessions } from './reading/windows-session-text.js';
import { dateOrder, offsetMinutes } from './reading/windows-times.js';
import type { Sessions } from './sessions.js';
import {
  connection,
  fileList,
  international,
  netSession,
  serverSessions,
  smbOpenFiles,
  smbSessions,
  terminal,
} from './questions/windows-sessions.js';

const questions = {
  terminal,
  computer: computerSystem,
  international,
  zone: timeZoneInformation,
  smbSessions,
  serverSessions,
  netSession,
  smbOpenFiles,
  fileList,
  connection,
} as const;

type Answers = AnswersTo<typeof questions>;
type Session = Sessions['sessions'][number];

export const sessionsOnWindows = reader<Sessions, typeof questions>({
  questions,
  parse(answers, context) {
    const shares = shareSessions(answers, context);
    if (!shares) return couldNotRead('net session', firstRefused(answers));
    const here = localSessions(answers);
    if (!here) return couldNotRead('quser', answers.terminal);
    return known({
      sessions: [...here, ...shares],
      connection: sshConnection(textOf(answers.connection)),
      openFiles: filesOf(answers),
    });
  },
});

/** Users on the server itself; where `quser` names none or is not there, who sits at the console as WMI says. */
function localSessions(answers: Answers): readonly Session[] | undefined {
  const order = dateOrder(textIn(keyOf(answers.international, international.key), 'iDate'));
  const offset = offsetMinutes(keyOf(answers.zone, timeZoneInformation.key));
  const printed = textOf(answers.terminal) ?? '';
  const found = terminalSessions(printed, order, offset);
  if (found.length > 0) return found;
  // lines below the header that are not understood are somebody whom we cannot name, not nobody
  if (succeeded(answers.terminal) && printed.trim().includes('\n')) return undefined;
  const computer = rowsOf(answers.computer)?.[0];
  if (!computer && answers.terminal.state !== 'ok') return undefined;
  const user = textCell(computer?.UserName);
  if (user === undefined) return [];
  return [
    {
      id: undefined,
      own: false,
      user,
      from: undefined,
      kind: 'console',
      since: undefined,
      idleSeconds: undefined,
      active: true,
    },
  ];
}

function shareSessions(answers: Answers, { hostClock }: ReadingContext): readonly Session[] | undefined {
  const smb = rowsOf(answers.smbSessions);
  if (smb)
    return smb.map(row =>
      shareSession(row.ClientUserName, row.ClientComputerName, row.SecondsExists, row.SecondsIdle, hostClock),
    );
  const listed = succeeded(answers.netSession) ? netSessions(textOf(answers.netSession) ?? '') : undefined;
  const rows = rowsOf(answers.serverSessions);
  // the class answers without a row to an account that may not see the sessions, where the command says that it may not
  if (rows && (rows.length > 0 || listed?.length === 0)) {
    return rows.map(row => shareSession(row.UserName, row.ComputerName, row.ActiveTime, row.IdleTime, hostClock));
  }
  return listed;
}

function shareSession(
  user: Row[string] | undefined,
  from: Row[string] | undefined,
  exists: Row[string] | undefined,
  idle: Row[string] | undefined,
  hostClock: string,
): Session {
  const seconds = numberCell(exists);
  const computer = textCell(from)?.replace(/^\\+/, '');
  return {
    id: computer,
    own: false,
    user: textCell(user) ?? '',
    from: computer,
    kind: 'file-share',
    since: seconds === undefined ? undefined : isoTime(Date.parse(hostClock) - seconds * 1000),
    idleSeconds: numberCell(idle),
    active: undefined,
  };
}

function isoTime(milliseconds: number): string | undefined {
  const time = new Date(milliseconds);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

function filesOf(answers: Answers): Sessions['openFiles'] {
  const rows = rowsOf(answers.smbOpenFiles);
  if (rows) {
    return rows.flatMap(row => {
      const path = textCell(row.Path);
      return path === undefined ? [] : [{ path, user: textCell(row.ClientUserName) }];
    });
  }
  return succeeded(answers.fileList) ? openFiles(textOf(answers.fileList) ?? '') : undefined;
}

function succeeded(answer: Answer): boolean {
  return answer.state === 'ok' && 'text' in answer && (answer.exit ?? 0) === 0 && !isSyntaxHelp(answer.text);
}

/** The answer whose reason tells most: a refusal before an absence. */
function firstRefused(answers: Answers): Answer {
  if (answers.netSession.state === 'ok' && isSyntaxHelp(textOf(answers.netSession) ?? '')) {
    return { state: 'unsupported', ms: 0, why: 'net knows no "session" here' };
  }
  const tried = [answers.smbSessions, answers.serverSessions, answers.netSession];
  return tried.find(answer => answer.state === 'denied' || answer.state === 'timeout') ?? answers.netSession;
}
