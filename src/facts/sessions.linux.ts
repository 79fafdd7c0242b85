import { known, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import { isoOf, partsOf, textOf, wholeNumber, whyNot } from './linux/answers.js';
import { asked, both, linesOfFiles, part, where } from './linux/pieces.js';
import { shareOf } from './linux/samba.js';
import { sshConnection } from './reading/ssh-connection.js';
import type { Sessions } from './sessions.js';

const who: CommandQuestion = {
  kind: 'command',
  id: 'sessions-linux',
  ...asked(
    part('now', both('date +%s', String.raw`put(time, "\n");`)),
    linesOfFiles({ files: '/proc/stat', like: '^btime' }),
    part(
      'logind',
      where(
        '/run/systemd/system',
        "[ -d /run/systemd/system ] && s=$(loginctl list-sessions --no-legend 2>/dev/null | awk '{ print $1 }') && [ -n \"$s\" ] && loginctl show-session -p Id -p Name -p RemoteHost -p Remote -p Service -p TTY -p Class -p State -p TimestampMonotonic -p IdleHint -p IdleSinceHint $s 2>/dev/null | sed 's/^$/--/'",
      ),
    ),
    // who(1) reads utmp, or asks logind where there is none any more
    part('who', both('who -u 2>/dev/null', "put(run('who', '-u')) if -s '/var/run/utmp' || -d '/run/systemd/system';")),
    // the session this runs in: the scope logind made for it, and its terminal (proc(5): the seventh field of stat)
    part(
      'self',
      both(
        String.raw`sed -n 's/.*\/session-\([A-Za-z0-9]*\)\.scope.*/\1/p' /proc/self/cgroup | head -n 1; IFS= read -r s </proc/$$/stat && { set -- ${'$'}{s##*) }; m=$((($5 >> 8) & 4095)) n=$((($5 & 255) | (($5 >> 12) & 1048320))); case $m in 136) echo pts/$n ;; 4) echo tty$n ;; *) echo '?' ;; esac; }`,
        String.raw`put("$1\n") if (slurp('/proc/self/cgroup') || '') =~ m#/session-([A-Za-z0-9]+)\.scope#; my ($t) = (slurp("/proc/$$/stat") || '') =~ /.*\) \S \S+ \S+ \S+ (\d+)/s; if (defined $t) { my ($m, $n) = ($t >> 8 & 4095, $t & 255 | $t >> 12 & 1048320); put($m == 136 ? "pts/$n\n" : $m == 4 ? "tty$n\n" : "?\n") }`,
      ),
    ),
  ),
};

const samba: CommandQuestion = {
  kind: 'command',
  id: 'sessions-samba-linux',
  timeoutSeconds: 10,
  ...asked(
    both(
      'command -v smbstatus >/dev/null || { echo absent; exit 0; }; smbstatus --json 2>/dev/null || smbstatus 2>&1',
      String.raw`if (found('smbstatus')) { sh('smbstatus --json 2>/dev/null || smbstatus 2>&1') } else { put("absent\n") }`,
    ),
  ),
};

/** logind's sessions, else those of who(1), and what Samba serves. */
export const sessionsOnLinux = reader({
  questions: { who, samba },
  parse({ who, samba }) {
    const text = textOf(who);
    if (text === undefined) return whyNot(who);
    const parts = partsOf(text);
    const [now, boot] = parts.get('now') ?? [];
    const clock = { now: wholeNumber(now), boot: wholeNumber(boot?.split(' ')[1]) };
    const self = (parts.get('self') ?? []).map(line => line.trim());
    const logind = logindSessions(parts.get('logind') ?? [], clock).map(session => ({
      ...session,
      own: session.id !== undefined && self.includes(session.id),
    }));
    const share = shareOf(textOf(samba));
    return known<Sessions>({
      sessions: [
        ...(logind.length > 0 ? logind : (parts.get('who') ?? []).flatMap(line => whoSession(line, self))),
        ...share.sessions.map(({ user, from, process }) => ({
          id: process,
          own: false,
          user,
          from,
          kind: 'file-share' as const,
          since: undefined,
          idleSeconds: undefined,
          active: undefined,
        })),
      ],
      connection: sshConnection(parts.get('connection')?.join(' ')),
      openFiles: share.openFiles,
    });
  },
});

type Session = Sessions['sessions'][number];
interface HostClock {
  readonly now: number | undefined;
  readonly boot: number | undefined;
}

function logindSessions(lines: readonly string[], clock: HostClock): readonly Session[] {
  const sessions: Session[] = [];
  let fields = new Map<string, string>();
  for (const line of [...lines, '--']) {
    if (line === '--') {
      const session = logindSession(fields, clock);
      if (session) sessions.push(session);
      fields = new Map();
      continue;
    }
    const at = line.indexOf('=');
    if (at > 0) fields.set(line.slice(0, at), line.slice(at + 1));
  }
  return sessions;
}

/** org.freedesktop.login1(5). Timestamps by the clock that starts with the kernel, for the other one depends on the time zone. */
function logindSession(fields: ReadonlyMap<string, string>, { now, boot }: HostClock): Session | undefined {
  const user = fields.get('Name');
  const kind = fields.get('Class') ?? 'user';
  if (!user || !kind.startsWith('user') || fields.get('State') === 'closing') return undefined;
  const started = wholeNumber(fields.get('TimestampMonotonic'));
  const idleSince = wholeNumber(fields.get('IdleSinceHint'));
  const idle = fields.get('IdleHint') === 'yes' && idleSince && now !== undefined ? now - idleSince / 1e6 : undefined;
  return {
    id: fields.get('Id'),
    own: false,
    user,
    from: fields.get('RemoteHost') || undefined,
    kind: fields.get('Service') === 'sshd' ? 'ssh' : fields.get('Remote') === 'yes' ? 'other' : 'console',
    since: started === undefined || boot === undefined ? undefined : isoOf(Math.round(boot + started / 1e6)),
    idleSeconds: idle === undefined ? undefined : Math.max(0, Math.round(idle)),
    active: fields.get('State') === 'active' ? true : fields.get('State') === 'online' ? false : undefined,
  };
}

/** `ana      pts/0        2026-11-24 08:01 00:05        1234 (192.168.1.7)`: idle is `.` for less than a minute, `old` for a day or more. */
function whoSession(line: string, self: readonly string[]): readonly Session[] {
  const match =
    /^(\S+)\s+([+?-]\s+)?(\S+)\s+\d{4}-\d\d-\d\d \d\d:\d\d\s+(\.|old|\?|\d\d:\d\d)\s+(\d+)(?:\s+\(([^)]*)\))?/.exec(
      line,
    );
  if (!match?.[1] || !match[3]) return [];
  const idle = /^(\d\d):(\d\d)$/.exec(match[4] ?? '');
  const from = match[6];
  return [
    {
      id: match[5] === undefined ? undefined : `pid-${match[5]}`,
      own: self.includes(match[3]),
      user: match[1],
      from: from === undefined || from.startsWith(':') ? undefined : from,
      kind: match[3].startsWith('tty') ? 'console' : from === undefined || from.startsWith(':') ? 'other' : 'ssh',
      // who writes the time of the server's zone
      since: undefined,
      idleSeconds: idle
        ? Number(idle[1]) * 3600 + Number(idle[2]) * 60
        : match[4] === '.'
          ? 0
          : match[4] === 'old'
            ? 86400
            : undefined,
      active: undefined,
    },
  ];
}
