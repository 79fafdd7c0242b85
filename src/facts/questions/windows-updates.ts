import type { PowerShellQuestion, RegistryQuestion, WmiQuestion } from '../../model/question.js';

/** Alone and last: before Service Pack 3 of Windows 2000 this query can leave WMI hanging at full load. */
export const quickFixes = {
  id: 'windows-quick-fixes',
  kind: 'wmi',
  class: 'Win32_QuickFixEngineering',
  properties: ['HotFixID', 'Description', 'InstalledOn', 'ServicePackInEffect'],
  timeoutSeconds: 60,
  alone: true,
} as const satisfies WmiQuestion;

/** Updates of Windows 2000 and 2003 by product and service pack: `Updates\Windows Server 2003\SP3\KB925902`. */
export const updateKeys = {
  id: 'registry-updates',
  kind: 'registry',
  key: 'HKLM\\SOFTWARE\\Microsoft\\Updates',
  depth: 3,
  values: ['InstalledDate', 'Description', 'PackageName'],
} as const satisfies RegistryQuestion;

/** The older list of the same: `HotFix\Q828035`. */
export const hotFixKeys = {
  id: 'registry-hot-fixes',
  kind: 'registry',
  key: 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\HotFix',
  depth: 1,
  values: ['Installed', 'Fix Description', 'Installed On'],
} as const satisfies RegistryQuestion;

/** When updates were last looked for and installed (UTC), up to Windows Server 2012 R2. */
export const updateResults = {
  id: 'registry-update-results',
  kind: 'registry',
  key: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\Results',
  depth: 1,
  values: ['LastSuccessTime'],
} as const satisfies RegistryQuestion;

/**
 * What the host knows to be pending since it last looked: the search stays offline, so that nothing is downloaded. The category is
 * that of security updates.
 */
export const pendingUpdates = {
  id: 'powershell-pending-updates',
  kind: 'powershell',
  timeoutSeconds: 180,
  alone: true,
  script: `
$session = New-Object -ComObject Microsoft.Update.Session
$searcher = $session.CreateUpdateSearcher()
$searcher.Online = $false
$found = $searcher.Search('IsInstalled=0 and IsHidden=0')
$list = @()
foreach ($update in $found.Updates) {
  $kb = @($update.KBArticleIDs | ForEach-Object { 'KB' + $_ })
  $categories = @($update.Categories | ForEach-Object { $_.CategoryID })
  $list += @{
    id = $(if ($kb.Count -gt 0) { $kb[0] } else { $update.Identity.UpdateID })
    title = [string]$update.Title
    security = [bool]($categories -contains '0fa1201d-4330-4fa8-8ae9-b877473b6441' -or $update.MsrcSeverity)
  }
}
$checked = $null
try {
  $last = (New-Object -ComObject Microsoft.Update.AutoUpdate).Results.LastSearchSuccessDate
  if ($last) { $checked = ([datetime]$last).ToString('yyyy-MM-ddTHH:mm:ss') + 'Z' }
} catch { }
ConvertTo-Json -Compress -Depth 4 @{ pending = $list; checked = $checked }
`,
} as const satisfies PowerShellQuestion;
