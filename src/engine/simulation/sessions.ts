import { netSession, serverSessions, smbSessions, terminal } from '../../facts/questions/windows-sessions.js';
import { netSessions, terminalSessions } from '../../facts/reading/windows-session-text.js';
import type { Line, SessionsInAnswers } from '../../hosts/simulated/options.js';
import type { Answer, Answers, Row } from '../../model/answer.js';

/** Ids of sessions are those of the fact `sessions`. Files held open are not simulated: they stay listed. */
export const sessionsInAnswers: SessionsInAnswers = {
  ids(answers) {
    const ids = new Set<string>();
    without(answers, id => {
      ids.add(id);
      return false;
    });
    return ids;
  },
  without: (answers, ended) => (ended.size === 0 ? answers : without(answers, id => ended.has(id))),
};

/** What ends a session, by the name of its id. */
export const logOffLines: readonly Line[] = (
  [
    [/^logoff (\d+)$/, ''],
    [/^net session \\\\(\S+) \/delete \/y$/i, ''],
    [/^loginctl terminate-session (\w+)$/, ''],
    [/^kill -HUP (\d+)$/, 'pid-'],
    [/^smbcontrol (\d+) shutdown$/, ''],
  ] as const
).map(([like, prefix]) => ({ like, does: ([, id = '']) => ({ kind: 'logged-off', session: `${prefix}${id}` }) }));

type Ends = (id: string) => boolean;

function without(answers: Answers, ends: Ends): Answers {
  const changed: Record<string, Answer> = {};
  const text = (id: string, change: (text: string) => string): void => {
    const answer = answers[id];
    if (answer?.state === 'ok' && 'text' in answer) changed[id] = { ...answer, text: change(answer.text) };
  };
  const rows = (id: string, computer: string): void => {
    const answer = answers[id];
    if (answer?.state !== 'ok' || !('rows' in answer)) return;
    changed[id] = { ...answer, rows: answer.rows.filter(row => !ends(computerOf(row, computer))) };
  };
  text(
    terminal.id,
    lines(line => terminalSessions(line, undefined, undefined)[0]?.id, ends),
  );
  text(
    netSession.id,
    lines(line => netSessions(line)[0]?.id, ends),
  );
  rows(smbSessions.id, 'ClientComputerName');
  rows(serverSessions.id, 'ComputerName');
  text('sessions-linux', said => linuxSessions(said, ends));
  text('sessions-samba-linux', said => sambaSessions(said, ends));
  return { ...answers, ...changed };
}

function computerOf(row: Row, column: string): string {
  return String(row[column] ?? '').replace(/^\\+/, '');
}

function lines(idOf: (line: string) => string | undefined, ends: Ends): (text: string) => string {
  return text =>
    text
      .split('\n')
      .filter(line => {
        const id = idOf(line.replace(/\r$/, ''));
        return id === undefined || !ends(id);
      })
      .join('\n');
}

/** Sessions of logind are blocks with `Id=`, divided by `--`; logins of who(1) lines with the number of their process. */
function linuxSessions(text: string, ends: Ends): string {
  const start = text.indexOf('\n::logind\n');
  const after = text.indexOf('\n::who\n');
  if (start < 0 || after < start) return text;
  const head = start + '\n::logind\n'.length;
  const gone = new Set<string>();
  const blocks = text
    .slice(head, after)
    .split(/^--$/m)
    .filter(block => {
      const id = /^Id=(.*)$/m.exec(block)?.[1];
      const ended = id !== undefined && ends(id);
      const terminalOf = /^TTY=(.+)$/m.exec(block)?.[1];
      if (ended && terminalOf !== undefined) gone.add(terminalOf);
      return !ended;
    });
  const login = (line: string): string | undefined => {
    const [, tty = '', pid] = /^\S+\s+(?:[+?-]\s+)?(\S+)\s+\d{4}-\d\d-\d\d \d\d:\d\d\s+\S+\s+(\d+)/.exec(line) ?? [];
    return gone.has(tty) ? tty : pid && `pid-${pid}`;
  };
  return text.slice(0, head) + blocks.join('--') + lines(login, id => gone.has(id) || ends(id))(text.slice(after));
}

/** A process serves each: in JSON below `sessions`, in tables at the beginning of a line. */
function sambaSessions(text: string, ends: Ends): string {
  if (!text.trimStart().startsWith('{')) return lines(line => /^\s*(\d+)\s/.exec(line)?.[1], ends)(text);
  try {
    const told = JSON.parse(text) as { readonly sessions?: Readonly<Record<string, SambaSession>> };
    const sessions = Object.entries(told.sessions ?? {}).filter(([, one]) => !ends(one.server_id?.pid ?? ''));
    return JSON.stringify({ ...told, sessions: Object.fromEntries(sessions) });
  } catch {
    return text;
  }
}

interface SambaSession {
  readonly server_id?: { readonly pid?: string };
}
