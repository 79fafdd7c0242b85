import type { PowerShellQuestion, RegistryQuestion } from '../../model/question.js';

/**
 * Where Windows and its set-up programs leave word that a restart is due. Sources: the lists of adamtheautomator.com
 * ("pending reboot registry") and Microsoft's Scripting Guy; which of them is sure is our judgement.
 */
const windows = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';

export const servicing = {
  id: 'registry-component-servicing',
  kind: 'registry',
  key: `${windows}\\Component Based Servicing`,
  depth: 1,
  values: [''],
} as const satisfies RegistryQuestion;

export const automaticUpdates = {
  id: 'registry-automatic-updates',
  kind: 'registry',
  key: `${windows}\\WindowsUpdate\\Auto Update`,
  depth: 1,
  values: [''],
} as const satisfies RegistryQuestion;

export const updateServices = {
  id: 'registry-update-services-pending',
  kind: 'registry',
  key: `${windows}\\WindowsUpdate\\Services\\Pending`,
  depth: 1,
  values: [''],
} as const satisfies RegistryQuestion;

export const sessionManager = {
  id: 'registry-session-manager',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager',
  values: ['PendingFileRenameOperations', 'PendingFileRenameOperations2'],
} as const satisfies RegistryQuestion;

export const updateExe = {
  id: 'registry-update-exe',
  kind: 'registry',
  key: 'HKLM\\SOFTWARE\\Microsoft\\Updates',
  values: ['UpdateExeVolatile'],
} as const satisfies RegistryQuestion;

export const runOnce = {
  id: 'registry-run-once',
  kind: 'registry',
  key: `${windows}\\RunOnce`,
  values: ['DVDRebootSignal'],
} as const satisfies RegistryQuestion;

export const serverManager = {
  id: 'registry-server-manager',
  kind: 'registry',
  key: 'HKLM\\SOFTWARE\\Microsoft\\ServerManager',
  depth: 1,
  values: [''],
} as const satisfies RegistryQuestion;

export const netlogon = {
  id: 'registry-netlogon',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Netlogon',
  values: ['JoinDomain', 'AvoidSpnSet'],
} as const satisfies RegistryQuestion;

/** What the agent of Configuration Manager says, where there is one. */
export const managedClient = {
  id: 'powershell-managed-client-restart',
  kind: 'powershell',
  script: `
$answer = $null
try {
  $answer = Invoke-CimMethod -Namespace 'root\\ccm\\ClientSDK' -ClassName CCM_ClientUtilities -MethodName DetermineIfRebootPending -ErrorAction Stop
} catch { }
ConvertTo-Json -Compress @{ pending = [bool]($answer -and ($answer.RebootPending -or $answer.IsHardRebootPending)) }
`,
} as const satisfies PowerShellQuestion;
