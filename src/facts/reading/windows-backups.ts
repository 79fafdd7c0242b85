import type { RegistryAnswer, Row } from '../../model/answer.js';
import type { FoundBackup } from '../backups.js';
import { numberCell, numberIn, textIn, wmiTime } from './windows-answers.js';

/**
 * `wbadmin get versions`: a block for each, of which only the version identifier (MM/DD/YYYY-HH:MM, the start in UTC) is the same in
 * every language. The target is on the line before it. That a version is listed says that it can be restored from, not that all went in.
 */
export function wbadminVersions(text: string): FoundBackup[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const found = /(\d\d)\/(\d\d)\/(\d{4})-(\d\d):(\d\d)\s*$/.exec(line.slice(0, 200));
    if (!found) return [];
    const [id, month, day, year, hour, minute] = found;
    const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
    const before = lines[index - 1] ?? '';
    return [
      {
        tool: 'wbadmin' as const,
        at: Number.isNaN(time.getTime()) ? undefined : time.toISOString(),
        ended: 'unknown' as const,
        target: before.slice(before.indexOf(':') + 1).trim() || undefined,
        detail: `wbadmin ${id.trim()}`,
      },
    ];
  });
}

/**
 * Events of Windows Server Backup (`wevtutil … /f:xml`): 4 is a backup that succeeded, the others asked for are failures
 * (community sources; 521 is Microsoft KB 2615182). 14, "finished", is said of failed ones too and is not asked for.
 */
export function wbadminEvents(xml: string): FoundBackup[] {
  const found: FoundBackup[] = [];
  for (const event of xml.split('<Event ').slice(1)) {
    const id = /<EventID[^>]*>(\d{1,5})<\/EventID>/.exec(event)?.[1];
    const time = /<TimeCreated SystemTime=["']([^"']{10,40})["']/.exec(event)?.[1];
    if (id === undefined || time === undefined) continue;
    const date = new Date(time);
    const result = data(event, 'HRESULT');
    const well = id === '4' && (result === undefined || /^(0|0x0+)$/i.test(result));
    found.push({
      tool: 'wbadmin',
      at: Number.isNaN(date.getTime()) ? undefined : date.toISOString(),
      ended: well ? 'well' : 'badly',
      target: data(event, 'BackupTarget'),
      detail: `Microsoft-Windows-Backup ${id}${result === undefined || well ? '' : ` (${result})`}`,
    });
  }
  return found;
}

/** `<Data Name='BackupTarget'>E:</Data>` */
function data(event: string, name: string): string | undefined {
  const start = event.indexOf(`Name='${name}'>`) + 1 || event.indexOf(`Name="${name}">`) + 1;
  if (start === 0) return undefined;
  const from = event.indexOf('>', start) + 1;
  const end = event.indexOf('<', from);
  return end < 0 ? undefined : event.slice(from, end).trim() || undefined;
}

/**
 * Events of ntbackup: 8019 ends a job, 8001 a volume; an event of level Error between one end and the next is the job's (community
 * source). Without the levels (`errors` undefined: they could not be asked) nobody knows how it ended.
 *
 * @param events rows of Win32_NTLogEvent with RecordNumber, EventCode and TimeGenerated, in any order
 * @param errors record numbers of those whose level is Error
 */
export function ntbackupEvents(events: readonly Row[], errors: ReadonlySet<number> | undefined): FoundBackup[] {
  const ordered = events
    .flatMap(row => {
      const record = numberCell(row.RecordNumber);
      return record === undefined ? [] : [{ row, record }];
    })
    .toSorted((a, b) => a.record - b.record);
  const failures = [...(errors ?? [])].toSorted((a, b) => a - b);
  const found: FoundBackup[] = [];
  let next = 0;
  for (const { row, record } of ordered) {
    if (numberCell(row.EventCode) !== 8019) continue;
    const first = next;
    while (next < failures.length && (failures[next] ?? 0) <= record) next += 1;
    found.push({
      tool: 'ntbackup',
      at: wmiTime(row.TimeGenerated),
      ended: errors === undefined ? 'unknown' : next > first ? 'badly' : 'well',
      target: undefined,
      detail: `NTBackup 8019, ${record}`,
    });
  }
  return found;
}

/** The registry's list of ntbackup's logs (`Log#1` to `Log#10`): name and start of a job, in seconds since 1970, but not how it ended. */
export function ntbackupLogs(answer: RegistryAnswer): FoundBackup[] {
  return Object.entries(answer.keys).flatMap(([key, values]) => {
    const number = /\\Log#(\d{1,2})$/i.exec(key)?.[1];
    const seconds = numberIn(values, 'Date/Time Used');
    if (number === undefined || seconds === undefined || seconds === 0) return [];
    const job = textIn(values, 'Job Name');
    return [
      {
        tool: 'ntbackup' as const,
        at: new Date(seconds * 1000).toISOString(),
        ended: 'unknown' as const,
        target: undefined,
        detail: `backup${number.padStart(2, '0')}.log${job === undefined ? '' : `, ${job}`}`,
      },
    ];
  });
}
