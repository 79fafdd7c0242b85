/**
 * What stays on the server: the copy of the case log and dead-man timers, in a folder for administrators that an upgrade in place keeps.
 * Whoever renames a timer's `armed` file first has decided: `disarm`, or the timer when its time is over.
 */
export const lastingFunctions = String.raw`
function Get-LastingFolder {
  $base = $(if ($env:ALLUSERSPROFILE) { $env:ALLUSERSPROFILE } else { [Environment]::GetFolderPath('CommonApplicationData') })
  $folder = [IO.Path]::Combine($base, 'Antesala')
  if ([IO.Directory]::Exists($folder)) { return $folder }
  [void][IO.Directory]::CreateDirectory($folder)
  try {
    $rights = New-Of ([Security.AccessControl.DirectorySecurity])
    $rights.SetAccessRuleProtection($true, $false)
    foreach ($sid in 'S-1-5-32-544', 'S-1-5-18') {
      $who = New-Of ([Security.Principal.SecurityIdentifier]) $sid
      $rights.AddAccessRule((New-Of ([Security.AccessControl.FileSystemAccessRule]) @($who, [Security.AccessControl.FileSystemRights]'FullControl', [Security.AccessControl.InheritanceFlags]'ContainerInherit, ObjectInherit', [Security.AccessControl.PropagationFlags]'None', [Security.AccessControl.AccessControlType]'Allow')))
    }
    [IO.Directory]::SetAccessControl($folder, $rights)
  } catch { }
  $folder
}
function Invoke-KeepCopy($told) {
  $folder = [IO.Path]::Combine((Get-LastingFolder), $told.caseId)
  [void][IO.Directory]::CreateDirectory($folder)
  $path = [IO.Path]::Combine($folder, 'case.jsonl')
  $did = 'refused'
  $file = [IO.File]::Open($path, 'OpenOrCreate', 'ReadWrite', 'Read')
  try {
    if ($file.Length -eq $told.offset) {
      $bytes = [Text.Encoding]::ASCII.GetBytes($told.text)
      [void]$file.Seek(0, 'End')
      try { $file.Write($bytes, 0, $bytes.Length); $file.Flush($true) }
      catch {
        # half a line would be no line
        $file.SetLength($told.offset)
        throw
      }
      $did = 'kept'
    }
    '"did":"' + $did + '","path":' + (Json-Text $path) + ',"length":' + $file.Length.ToString($invariant)
  } finally { $file.Dispose() }
}
function Get-TimerFile([string]$folder, [string]$name) { [IO.Path]::Combine($folder, $name) }
function Start-Timer($told, [string]$script) {
  $folder = [IO.Path]::Combine((Get-LastingFolder), 'timers', $told.deadMan.id)
  if ([IO.Directory]::Exists($folder)) { [void](Stop-Timer $folder 10) }
  [void][IO.Directory]::CreateDirectory($folder)
  $file = Get-TimerFile $folder 'timer.ps1'
  [IO.File]::WriteAllText($file, $script)
  [IO.File]::WriteAllText((Get-TimerFile $folder 'armed'), '')
  Start-Detached $file @('timer', [string]$told.index, $folder)
  if (Wait-File (Get-TimerFile $folder 'ready') 60000) { return }
  [IO.Directory]::Delete($folder, $true)
  Stop-With 'error' 'the timer that would set it back could not be started, so nothing was set'
}
function Wait-File([string]$path, [long]$most) {
  $clock = [Diagnostics.Stopwatch]::StartNew()
  while (-not [IO.File]::Exists($path)) {
    if ($clock.ElapsedMilliseconds -gt $most) { return $false }
    [Threading.Thread]::Sleep(20)
  }
  $true
}
function Keep-Time($told, [string]$folder) {
  [IO.File]::WriteAllText((Get-TimerFile $folder 'ready'), '')
  $clock = [Diagnostics.Stopwatch]::StartNew()
  while ($clock.ElapsedMilliseconds -lt 1000 * $told.deadMan.seconds) {
    [Threading.Thread]::Sleep([int][Math]::Min(500, [Math]::Max(1, 1000 * $told.deadMan.seconds - $clock.ElapsedMilliseconds)))
    if (-not [IO.File]::Exists((Get-TimerFile $folder 'armed'))) { Remove-Folder $folder; return }
  }
  try { [IO.File]::Move((Get-TimerFile $folder 'armed'), (Get-TimerFile $folder 'firing')) } catch { Remove-Folder $folder; return }
  try {
    $back = @(foreach ($state in $told.from) { $state })[0]
    $found = Look-Thing $told $true 10000
    if ($found -isnot [string] -and -not (Test-Reached $found $back)) {
      [void](Apply-Thing $told (Get-Decision $found @() $back $true).fields $found $back ([Diagnostics.Stopwatch]::StartNew()))
    }
  } catch { }
  [IO.File]::Move((Get-TimerFile $folder 'firing'), (Get-TimerFile $folder 'fired'))
}
function Stop-Timer([string]$folder, [long]$seconds) {
  $did = 'none'
  try {
    [IO.File]::Move((Get-TimerFile $folder 'armed'), (Get-TimerFile $folder 'disarmed'))
    $did = 'disarmed'
    # its process takes the folder away, unless Windows was started anew since
    for ($i = 0; $i -lt 30 -and [IO.Directory]::Exists($folder); $i++) { [Threading.Thread]::Sleep(100) }
  } catch {
    $clock = [Diagnostics.Stopwatch]::StartNew()
    while ([IO.File]::Exists((Get-TimerFile $folder 'firing')) -and $clock.ElapsedMilliseconds -lt 1000 * $seconds) { [Threading.Thread]::Sleep(200) }
    if ([IO.File]::Exists((Get-TimerFile $folder 'fired')) -or [IO.File]::Exists((Get-TimerFile $folder 'firing'))) { $did = 'fired' }
  }
  Remove-Folder $folder
  $did
}
function Invoke-Disarm($told) {
  $folder = [IO.Path]::Combine((Get-LastingFolder), 'timers', $told.deadManId)
  if (-not [IO.Directory]::Exists($folder)) { return '"did":"none"' }
  '"did":"' + (Stop-Timer $folder $told.limit) + '"'
}
function Remove-Folder([string]$folder) {
  for ($i = 0; $i -lt 40 -and [IO.Directory]::Exists($folder); $i++) {
    try { [IO.Directory]::Delete($folder, $true) } catch { [Threading.Thread]::Sleep(100) }
  }
}
`;
