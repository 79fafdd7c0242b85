import type { CommandQuestion, PowerShellQuestion, RegistryQuestion, WmiQuestion } from '../../model/question.js';

export const versions = {
  id: 'windows-backup-versions',
  kind: 'command',
  line: 'wbadmin get versions',
  timeoutSeconds: 60,
} as const satisfies CommandQuestion;

/** The newest events that say how a backup ended; the log's name is the short one up to 2012 R2 and on most later systems. */
export const serverEvents = {
  id: 'windows-backup-events',
  kind: 'command',
  line: ['Microsoft-Windows-Backup', 'Microsoft-Windows-Backup/Operational']
    .map(log => wevtutil(log, [4, 5, 9, 49, 517, 521, 546, 547].map(id => `EventID=${id}`).join(' or ')))
    .join(' || '),
  timeoutSeconds: 60,
} as const satisfies CommandQuestion;

/** Failures that stand in the Application log alone. */
export const applicationEvents = {
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
export const ntbackupLog = {
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
export const ntbackupErrors = {
  id: 'windows-ntbackup-errors',
  kind: 'wmi',
  class: 'Win32_NTLogEvent',
  properties: ['RecordNumber'],
  where: "Logfile = 'Application' AND SourceName = 'NTBackup' AND EventType = 1",
  timeoutSeconds: 90,
  alone: true,
} as const satisfies WmiQuestion;

export function ntbackupIndex(id: string, root: string) {
  return {
    id,
    kind: 'registry',
    key: `${root}\\Software\\Microsoft\\Ntbackup\\Log Files`,
    depth: 1,
    values: ['Job Name', 'Date/Time Used'],
  } as const satisfies RegistryQuestion;
}

/** What Windows Server Backup says of itself, Windows Server 2012 and later. */
export const summary = {
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
