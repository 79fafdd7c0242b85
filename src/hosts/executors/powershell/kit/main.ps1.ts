/** What the person reads, and the program's two roles. */
export const kitMainProgram = String.raw`
$shown = New-Of ([Text.StringBuilder])
# a timer guards a connection, and whoever runs a kit sits in front of the server
function Start-Detached { Stop-With 'unsupported' 'a kit leaves nothing running' }
function Show-Line([string]$line) { [Console]::Out.WriteLine($line); [void]$shown.Append($line + [char]13 + [char]10) }
function Get-Words2([string]$name, $en, $es) {
  $both = @{ en = $kit.words[$name].en; es = $kit.words[$name].es }
  for ($i = 0; $i -lt @($en).Count; $i++) { $both.en = $both.en.Replace('{' + $i + '}', [string]@($en)[$i]); $both.es = $both.es.Replace('{' + $i + '}', [string]@($es)[$i]) }
  $both
}
function Show-Words([string]$name, $en, $es) { $both = Get-Words2 $name $en $(if ($null -eq $es) { $en } else { $es }); Show-Line $both.en; if ($both.es -cne $both.en) { Show-Line $both.es } }
function Show-Item([string]$outcome, [string]$name, [string]$more) { Show-Line ('  ' + $kit.outcomes[$outcome] + ': ' + $name + $(if ($more) { ' [' + $more + ']' })) }
function Get-Arguments([string]$name) { , @(foreach ($word in $given) { $m = [regex]::Match([string]$word, '^/([A-Za-z]+):?(.*)$', 'Singleline'); if ($m.Success -and $m.Groups[1].Value -eq $name) { $m.Groups[2].Value } }) }
function Get-CaseFolder([string]$what) {
  $base = $(if ($env:ALLUSERSPROFILE) { $env:ALLUSERSPROFILE } else { [Environment]::GetFolderPath('CommonApplicationData') })
  $lasting = [IO.Path]::Combine($base, 'Antesala', $kit.caseId)
  if ($what -eq 'put-back') {
    if ([IO.File]::Exists([IO.Path]::Combine($lasting, 'case.jsonl'))) { return $lasting }
    if ([IO.File]::Exists([IO.Path]::Combine($own, 'case.jsonl'))) { return $own }
  }
  if ($kit.computer -and $kit.computer -ine [Environment]::MachineName) { Stop-Kit 'otherServer' @($kit.computer) }
  $build = $(try { [string](Open-Key 'HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion').GetValue('CurrentBuildNumber') } catch { '' })
  if ($what -eq 'prepare' -and $kit.system -and $build -and $build -ne $kit.system) { Stop-Kit 'otherSystem' @($kit.system, $build) }
  [void](Get-LastingFolder)
  [void][IO.Directory]::CreateDirectory($lasting)
  $lasting
}
function Save-Kit([string]$folder) {
  if ($own -ieq $folder) { return }
  foreach ($name in $kit.files) {
    $file = [IO.Path]::Combine($own, $name)
    if (-not [IO.File]::Exists($file)) { continue }
    try { [IO.File]::Copy($file, [IO.Path]::Combine($folder, $name), $true) } catch { Stop-Kit 'notKept' @($folder, (Get-Words $_)) }
  }
}
function Save-Result($log, [string]$folder, [string]$what) {
  if ($log.added.Count -eq 0) { return }
  foreach ($place in @($own, [IO.Path]::GetTempPath(), $folder)) {
    try {
      $file = [IO.Path]::Combine($place, 'antesala-' + [Environment]::MachineName + '-' + $what)
      [IO.File]::WriteAllText($file + '.jsonl', ($log.added -join [string][char]10) + [char]10)
      Show-Words 'carryBack' @()
      Show-Line ('  ' + $file + '.jsonl')
      Show-Words 'stays' @()
      Show-Line ('  ' + $folder)
      [IO.File]::WriteAllText($file + '.txt', $shown.ToString(), [Text.Encoding]::Unicode)
      return
    } catch { }
  }
}
function Invoke-Kit([string]$what) {
  if (-not (Test-Elevated)) { Stop-Kit 'noRights' @() }
  $folder = Get-CaseFolder $what
  try { $held = [IO.File]::Open([IO.Path]::Combine($folder, 'in-use'), 'OpenOrCreate', 'ReadWrite', 'None') } catch { Show-Words 'inUse' @(); return 6 }
  try {
    if ($what -eq 'prepare') { Save-Kit $folder }
    $log = Open-Log $kit $folder ($what -eq 'prepare')
    try {
      if ($what -eq 'prepare') {
        $outcome = Invoke-Prepare $kit $log ((Get-Arguments 'repeat').Count -gt 0)
        Show-Words $(switch ($outcome) { 'done' { 'prepared' } 'failed' { 'preparedFailed' } default { 'preparedWaiting' } }) @()
        return $(switch ($outcome) { 'done' { 0 } 'failed' { 1 } default { 4 } })
      }
      $well = Invoke-PutBack $kit $log (Get-Arguments 'force')
      Show-Words $(if ($log.known.Count -eq 0) { 'putBackNothing' } elseif ($well) { 'putBack' } else { 'putBackIncomplete' }) @()
      return $(if ($well) { 0 } else { 3 })
    } finally { Save-Result $log $folder $(if ($what -eq 'prepare') { 'prepared' } else { 'put-back' }) }
  } finally {
    $held.Dispose()
    try { [IO.File]::Delete([IO.Path]::Combine($folder, 'in-use')) } catch { }
  }
}
$code = 5
try {
  # so that whoever started this knows that PowerShell may run here
  foreach ($file in (Get-Arguments 'begun')) { [IO.File]::WriteAllText($file, '') }
  $avoided = Get-AvoidedLetters $drives
  $code = Invoke-Kit $(if ((Get-Arguments 'do') -contains 'put-back') { 'put-back' } else { 'prepare' })
} catch {
  $thrown = $_.TargetObject
  if ($thrown -is [Collections.IDictionary] -and $thrown['stop']) { $code = 2; Show-Words $thrown.stop $thrown.more }
  else { Show-Words 'fault' @(Get-Words $_) }
}
[Environment]::Exit([int]@($code)[-1])
`;
