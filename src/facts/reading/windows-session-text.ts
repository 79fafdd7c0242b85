import type { Sessions } from '../sessions.js';
import { csvRows } from './csv.js';
import { type DateOrder, localTime } from './windows-times.js';

/**
 * What `quser`, `net session`, `openfiles` and `net file` print. Their words are in the host's language; what is read here are names,
 * numbers and the places where they stand.
 */
type Session = Sessions['sessions'][number];
type OpenFile = NonNullable<Sessions['openFiles']>[number];

/** No line of these commands is longer; what is was not written by them. */
const longest = 400;

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).filter(line => line.length <= longest);
}

/**
 * The session that asks is marked with `>`. User, session (none when disconnected), number, state, idle time, logon time. The sessions' own names are the same everywhere:
 * `console`, `rdp-tcp#3`, `ica-tcp#1`.
 *
 * @example ` begona                rdp-tcp#3           2  Activo         5  14/03/2009 9:12`
 */
const terminalSession = /^[ >]?(\S.*?)\s{2,}(?:(\S+)\s+)?(\d+)\s+(\S+)\s+(\S+)\s+(\S.*)$/;

export function terminalSessions(text: string, order: DateOrder | undefined, offset: number | undefined): Session[] {
  return linesOf(text).flatMap(line => {
    const [, user, name, id, , idle, since] = terminalSession.exec(line) ?? [];
    if (user === undefined || idle === undefined || since === undefined) return [];
    return [
      {
        id,
        own: line.startsWith('>'),
        user,
        from: undefined,
        // a disconnected session has no name: it was a remote one, since the console has no other way to be left behind
        kind: name?.toLowerCase() === 'console' ? ('console' as const) : ('remote-desktop' as const),
        since: localTime(since, order, offset),
        idleSeconds: idleSeconds(idle),
        active: name !== undefined,
      },
    ];
  });
}

/** `5` minutes, `1:30` hours, `2+01:15` days; a dot or a word ("none", "ninguno") is no idle time. */
function idleSeconds(text: string): number | undefined {
  const found = /^(?:(\d+)\+)?(?:(\d+):)?(\d+)$/.exec(text);
  if (found) return ((Number(found[1] ?? 0) * 24 + Number(found[2] ?? 0)) * 60 + Number(found[3])) * 60;
  return /^[.\p{L}]+$/u.test(text) ? 0 : undefined;
}

/** Whether `net` explained its syntax instead of answering: in every language it writes `NET` and the words it knows. */
export function isSyntaxHelp(text: string): boolean {
  return /^\s*NET\s+\S/m.test(text);
}

/** Where `net session` writes the user: blank when nobody logged on. */
const userColumn = 23;

/** @example `\\192.168.16.20        ANA                  Windows 2002 2600      3 00:02:15` */
export function netSessions(text: string): Session[] {
  return linesOf(text).flatMap(line => {
    const found = /^\\\\(\S+)\s(.*?)\s(\d+)\s+(\d+):(\d\d):(\d\d)\s*$/.exec(line);
    if (!found) return [];
    const [, from, , , hours, minutes, seconds] = found;
    // a computer with a long name pushes the rest to the right
    const named = (from?.length ?? 0) + 2 >= userColumn || line[userColumn] !== ' ';
    const user = named ? found[2]?.trim().split(/\s{2,}/)[0] : undefined;
    return [
      {
        id: from,
        own: false,
        user: user ?? '',
        from,
        kind: 'file-share' as const,
        since: undefined,
        idleSeconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds),
        active: undefined,
      },
    ];
  });
}

/** `openfiles /query /fo csv /v` (host, number, user, type, locks, mode, path), or the columns of `net file` on Windows 2000. */
export function openFiles(text: string): OpenFile[] {
  if (!/^"/m.test(text)) return netFiles(text);
  return csvRows(text).flatMap(([, id, user, , , , path]) =>
    path !== undefined && /^\d+$/.test(id ?? '') ? [{ path, user: user || undefined }] : [],
  );
}

/** @example `67108872   C:\Datos\Muñoz.doc                      ANA                  0` */
function netFiles(text: string): OpenFile[] {
  return linesOf(text).flatMap(line => {
    const [, path, user] = /^(?:\d+)\s+(\S.*?)(?:\s{2,}(\S.*?))?\s+\d+\s*$/.exec(line) ?? [];
    return path !== undefined && path.includes('\\') ? [{ path, user }] : [];
  });
}
