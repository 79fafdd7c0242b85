import { say } from '../i18n/text.js';
import type { Answer } from '../model/answer.js';
import { type AnswersTo, known, missing, reader } from '../model/fact.js';
import type { CommandQuestion, PowerShellQuestion, RegistryQuestion, WmiQuestion } from '../model/question.js';
import type { Backups, FoundBackup } from './backups.js';
import { jsonObject } from './reading/json-text.js';
import { couldNotRead } from './reading/why.js';
import { keysOf, numberCell, rowsOf, textOf } from './reading/windows-answers.js';
import { ntbackupEvents, ntbackupLogs, wbadminEvents, wbadminVersions } from './reading/windows-backups.js';

const versions = {
  id: 'windows-backup-versions',
  kind: 'command',
  line: 'wbadmin get versions',
  timeoutSeconds: 60,
} as const satisfies CommandQuestion;

/** The newest events that say how a backup ended; the log's name is the short one up to 2012 R2 and on most later systems. */
const serverEvents = {
  id: 'windows-backup-events',
  kind: 'command',
  line: ['Microsoft-Windows-Backup', 'Microsoft-Windows-Backup/Operational']
    .map(log => wevtutil(log, [4, 5, 9, 49, 517, 521, 546, 547].map(id => `EventID=${id}`).join(' or ')))
    .join(' || '),
  timeoutSeconds: 60,
} as const satisfies CommandQuestion;

/** Failures that stand in the Application log alone. */
const applicationEvents = {
  id: 'windows-backup-application-events',
  kind: 'command',
  line: wevtutil(
    'Application',
    "Provider[@Name='Microsoft-Windows-Backup'] and (EventID=517 or EventID=521 or EventID=546 or EventID=547)",
  ),
  timeoutSeconds: 60,
} as const satisfies CommandQuestion;

function wevtutil(log: string, condition: string): string {
  return `wevtutil qe ${log} /q:"*[System[(${condition})]]" /c:30 /rd:true /f:xml 2>nul`;
}

/** Windows 2000 and 2003. Slow where the log is long. */
const ntbackupLog = {
  id: 'windows-ntbackup-events',
  kind: 'wmi',
  class: 'Win32_NTLogEvent',
  properties: ['RecordNumber', 'EventCode', 'TimeGenerated'],
  where:
    "Logfile = 'Application' AND SourceName = 'NTBackup' AND (EventCode = 8000 OR EventCode = 8001 OR EventCode = 8019)",
  timeoutSeconds: 90,
  alone: true,
} as const satisfies WmiQuestion;

/** EventType 1 is Error; the level's name (Type) is translated. */
const ntbackupErrors = {
  id: 'windows-ntbackup-errors',
  kind: 'wmi',
  class: 'Win32_NTLogEvent',
  properties: ['RecordNumber'],
  where: "Logfile = 'Application' AND SourceName = 'NTBackup' AND EventType = 1",
  timeoutSeconds: 90,
  alone: true,
} as const satisfies WmiQuestion;

function ntbackupIndex(id: string, root: string) {
  return {
    id,
    kind: 'registry',
    key: `${root}\\Software\\Microsoft\\Ntbackup\\Log Files`,
    depth: 1,
    values: ['Job Name', 'Date/Time Used'],
  } as const satisfies RegistryQuestion;
}

/** What Windows Server Backup says of itself, Windows Server 2012 and later. */
const summary = {
  id: 'powershell-backup-summary',
  kind: 'powershell',
  timeoutSeconds: 60,
  script: `
$answer = @{ installed = $false }
if (Get-Command Get-WBSummary -ErrorAction SilentlyContinue) {
  $summary = Get-WBSummary
  $answer = @{
    installed = $true
    last = $(if ($summary.LastBackupTime) { $summary.LastBackupTime.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ') })
    result = [int64]$summary.LastBackupResultHR
    target = [string]$summary.LastBackupTarget
  }
}
ConvertTo-Json -Compress $answer
`,
} as const satisfies PowerShellQuestion;

const questions = {
  versions,
  serverEvents,
  applicationEvents,
  ntbackupLog,
  ntbackupErrors,
  logsOfAccount: ntbackupIndex('registry-ntbackup-logs', 'HKCU'),
  logsOfSystem: ntbackupIndex('registry-ntbackup-logs-system', 'HKU\\.DEFAULT'),
  summary,
} as const;

export const backupsOnWindows = reader<Backups, typeof questions>({
  questions,
  parse(answers, { elevated }) {
    const found = [
      ...wbadminVersions(textOf(answers.versions) ?? ''),
      ...wbadminEvents(textOf(answers.serverEvents) ?? ''),
      ...wbadminEvents(textOf(answers.applicationEvents) ?? ''),
      ...summaryOf(answers.summary),
      ...ntbackupEvents(rowsOf(answers.ntbackupLog) ?? [], errorsOf(answers)),
      ...[answers.logsOfAccount, answers.logsOfSystem].flatMap(answer =>
        keysOf(answer) ? ntbackupLogs({ state: 'ok', ms: 0, keys: keysOf(answer) ?? {} }) : [],
      ),
    ];
    if (found.length > 0) return known(newestFirst(found));
    if (!elevated) {
      return missing(
        say({
          en: 'Only an elevated Administrator is told of backups; gather again as one.',
          es: 'Windows solo informa de las copias a un administrador con privilegios elevados; repita la recogida con uno.',
        }),
      );
    }
    // none of the places where a backup would have left word could be looked at
    const looked =
      rowsOf(answers.ntbackupLog) !== undefined ||
      [answers.versions, answers.serverEvents].some(answer => succeeded(answer));
    const refused = [answers.versions, answers.serverEvents].find(
      answer => answer.state === 'timeout' || answer.state === 'denied',
    );
    return looked && !refused
      ? known([])
      : couldNotRead('wbadmin, wevtutil, Win32_NTLogEvent', refused ?? answers.ntbackupLog);
  },
});

function succeeded(answer: Answer): boolean {
  return answer.state === 'ok' && 'text' in answer && answer.exit === 0;
}

function errorsOf(answers: AnswersTo<typeof questions>): ReadonlySet<number> | undefined {
  const rows = rowsOf(answers.ntbackupErrors);
  return rows && new Set(rows.flatMap(row => numberCell(row.RecordNumber) ?? []));
}

/** LastBackupResultHR is 0 when it ended well. */
function summaryOf(answer: Answer): FoundBackup[] {
  const told = jsonObject(textOf(answer));
  if (typeof told?.last !== 'string' || typeof told.result !== 'number') return [];
  const time = new Date(told.last);
  const code = told.result < 0 ? told.result + 2 ** 32 : told.result;
  return [
    {
      tool: 'wbadmin',
      at: Number.isNaN(time.getTime()) ? undefined : time.toISOString(),
      ended: told.result === 0 ? 'well' : 'badly',
      target: typeof told.target === 'string' && told.target !== '' ? told.target : undefined,
      detail: `Get-WBSummary${told.result === 0 ? '' : ` (0x${code.toString(16).toUpperCase()})`}`,
    },
  ];
}

function newestFirst(backups: readonly FoundBackup[]): Backups {
  return backups.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1));
}
