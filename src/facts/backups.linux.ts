import { known, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import type { Backups, FoundBackup } from './backups.js';
import { isoOf, partsOf, textOf, wholeNumber, whyNot } from './linux/answers.js';
import { asked, linesOfFiles, part, where } from './linux/pieces.js';

/** Only traces: no backup tool is started, no repository opened. */
const traces: CommandQuestion = {
  kind: 'command',
  id: 'backups-linux',
  ...asked(
    linesOfFiles({ part: 'boot', files: '/proc/stat', like: '^btime' }),
    part(
      'units',
      where(
        '/run/systemd/system',
        "[ -d /run/systemd/system ] && systemctl show --no-pager --all -p Id -p Result -p ExecMainStatus -p ExecMainExitTimestampMonotonic '*restic*.service' '*borg*.service' '*duplicity*.service' '*rsnapshot*.service' '*timeshift*.service' '*backup*.service' 2>/dev/null | sed 's/^$/--/'",
      ),
    ),
    part(
      'journal',
      where(
        '/run/systemd/system',
        "[ -d /run/systemd/system ] && u=$(ls /etc/systemd/system /usr/lib/systemd/system /lib/systemd/system 2>/dev/null | grep -E '(restic|borg|duplicity|rsnapshot|timeshift|backup).*\\.service$' | grep -vE '^dpkg-db-backup|@' | sort -u | sed 's/^/UNIT=/') && [ -n \"$u\" ] && timeout 5 journalctl -q --no-pager -o short-unix --since=-31d -n 400 $u 2>/dev/null | grep -E '\\.service: (Succeeded|Deactivated successfully|Failed with result)' | tail -n 60",
      ),
    ),
    part(
      'rsnapshot',
      where(
        '/var/log/rsnapshot.log',
        "[ -r /var/log/rsnapshot.log ] && tail -n 40 /var/log/rsnapshot.log 2>/dev/null | grep -E '(completed|ERROR)'",
      ),
    ),
    part(
      'borg',
      where(
        '/root/.config/borg/security/* /home/*/.config/borg/security/*',
        'for d in /root/.config/borg/security/* /home/*/.config/borg/security/*; do [ -r "$d/manifest-timestamp" ] && echo "$(head -n 1 "$d/manifest-timestamp") $(head -n 1 "$d/location" 2>/dev/null)"; done',
      ),
    ),
    part(
      'restic',
      where(
        '/root/.cache/restic /home/*/.cache/restic',
        'for d in /root/.cache/restic /home/*/.cache/restic; do [ -d "$d" ] && find "$d" -mindepth 2 -maxdepth 2 -name snapshots -printf \'%T@ %h\\n\' 2>/dev/null; done',
      ),
    ),
    part(
      'duplicity',
      where(
        '/root/.cache/duplicity /home/*/.cache/duplicity',
        'for d in /root/.cache/duplicity /home/*/.cache/duplicity; do [ -d "$d" ] && find "$d" -mindepth 2 -maxdepth 2 -name \'duplicity-*.manifest*\' -printf \'%f %h\\n\' 2>/dev/null | sort | tail -n 20; done',
      ),
    ),
    part(
      'timeshift',
      where(
        '/timeshift/snapshots/* /run/timeshift/*/backup/timeshift/snapshots/*',
        'set --; for d in /timeshift/snapshots/* /run/timeshift/*/backup/timeshift/snapshots/*; do [ ! -d "$d" ] || set -- "$d"; done; [ $# -eq 0 ] || echo "$1"',
      ),
    ),
  ),
};

export const backupsOnLinux = reader({
  questions: { traces },
  parse({ traces }) {
    const text = textOf(traces);
    if (text === undefined) return whyNot(traces);
    const parts = partsOf(text);
    const boot = wholeNumber(parts.get('boot')?.[0]?.split(' ')[1]);
    const found = [
      ...journalRuns(parts.get('journal') ?? []),
      ...rsnapshotRuns(parts.get('rsnapshot') ?? []),
      ...(parts.get('borg') ?? []).map(borgTrace),
      ...(parts.get('restic') ?? []).map(resticTrace),
      ...(parts.get('duplicity') ?? []).slice(-1).map(duplicityTrace),
      ...(parts.get('timeshift') ?? []).slice(-1).map(timeshiftTrace),
    ];
    const told = new Set(found.map(({ detail }) => detail));
    return known<Backups>([
      ...found,
      ...unitRuns(parts.get('units') ?? [], boot).filter(({ detail }) => !told.has(detail)),
    ]);
  },
});

function toolOf(name: string): FoundBackup['tool'] {
  return (
    (['restic', 'borg', 'duplicity', 'rsnapshot', 'timeshift'] as const).find(tool => name.includes(tool)) ?? 'other'
  );
}

function backup(
  tool: FoundBackup['tool'],
  at: string | undefined,
  ended: FoundBackup['ended'],
  detail: string,
  target?: string,
): FoundBackup {
  return { tool, at, ended, target, detail };
}

/** What systemd wrote when a unit ended; the last run of each unit. "Succeeded." up to systemd 247, "Deactivated successfully." since. */
function journalRuns(lines: readonly string[]): readonly FoundBackup[] {
  const last = new Map<string, FoundBackup>();
  for (const line of lines) {
    const match = /^(\d+)\.\d+ .*?: (\S+\.service): (Succeeded|Deactivated successfully|Failed with result)/.exec(line);
    if (!match?.[1] || !match[2]) continue;
    last.set(
      match[2],
      backup(
        toolOf(match[2]),
        isoOf(wholeNumber(match[1])),
        match[3] === 'Failed with result' ? 'badly' : 'well',
        match[2],
      ),
    );
  }
  return [...last.values()];
}

/** Runs since the start of the system, where there is no journal. */
function unitRuns(lines: readonly string[], boot: number | undefined): readonly FoundBackup[] {
  const runs: FoundBackup[] = [];
  let fields: Record<string, string> = {};
  for (const line of [...lines, '--']) {
    if (line !== '--') {
      const at = line.indexOf('=');
      if (at > 0) fields[line.slice(0, at)] = line.slice(at + 1);
      continue;
    }
    const id = fields['Id'] ?? '';
    const ended = wholeNumber(fields['ExecMainExitTimestampMonotonic']);
    if (id !== '' && id !== 'dpkg-db-backup.service' && ended && boot !== undefined) {
      const well = fields['Result'] === 'success' && fields['ExecMainStatus'] === '0';
      runs.push(backup(toolOf(id), isoOf(Math.round(boot + ended / 1e6)), well ? 'well' : 'badly', id));
    }
    fields = {};
  }
  return runs;
}

/** `[2026-11-23T03:30:12] /usr/bin/rsnapshot daily: completed successfully`. Its clock is local: the time is left out. */
function rsnapshotRuns(lines: readonly string[]): readonly FoundBackup[] {
  const line = lines.at(-1);
  if (line === undefined) return [];
  const well = /completed successfully\s*$/.test(line);
  return [backup('rsnapshot', undefined, well ? 'well' : 'badly', line.slice(0, 200))];
}

/** Borg keeps the time of a repository's last change (UTC) and its place. */
function borgTrace(line: string): FoundBackup {
  const [time = '', ...place] = line.split(' ');
  const at = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(time) ? time : `${time}Z`);
  return backup(
    'borg',
    Number.isNaN(at) ? undefined : new Date(at).toISOString(),
    'unknown',
    'manifest-timestamp',
    place.join(' ').replace(/\/\/[^/@]*@/, '//') || undefined,
  );
}

function resticTrace(line: string): FoundBackup {
  const [time = '', place] = line.split(' ');
  return backup('restic', isoOf(wholeNumber(time.split('.')[0])), 'unknown', place ?? 'cache');
}

/** `duplicity-full.20260901T020000Z.manifest`, `duplicity-inc.20260901T020000Z.to.20260902T020000Z.manifest`. */
function duplicityTrace(line: string): FoundBackup {
  const time = /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.manifest/.exec(line);
  const at = time ? Date.parse(`${time[1]}-${time[2]}-${time[3]}T${time[4]}:${time[5]}:${time[6]}Z`) : Number.NaN;
  return backup('duplicity', Number.isNaN(at) ? undefined : new Date(at).toISOString(), 'unknown', line.slice(0, 200));
}

function timeshiftTrace(line: string): FoundBackup {
  return backup('timeshift', undefined, 'unknown', line);
}
