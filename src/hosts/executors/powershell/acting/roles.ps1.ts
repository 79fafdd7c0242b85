/**
 * The program in its roles. The one that listens to us shows results; what is done is done by a process of no session, which finishes
 * what it is at when the connection breaks: Windows' sshd ends all that a session started when that ends
 * (https://github.com/PowerShell/Win32-OpenSSH/issues/1032). Each holds a file open as long as it lives, which the other tries.
 */
export const rolesProgram = String.raw`
. $library
$script = $library.Ast.Extent.StartScriptPosition.GetFullScript()
function Start-Detached([string]$file, [string[]]$words) {
  $engine = [Diagnostics.Process]::GetCurrentProcess().MainModule.FileName
  $all = @('-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', $file) + $words
  if ($env:ComSpec) {
    [void][Reflection.Assembly]::LoadWithPartialName('System.Management')
    $class = New-Of ([Management.ManagementClass]) 'Win32_Process'
    $hidden = (New-Of ([Management.ManagementClass]) 'Win32_ProcessStartup').CreateInstance()
    $hidden['ShowWindow'] = [uint16]0
    $asked = $class.GetMethodParameters('Create')
    $asked['CommandLine'] = (@(foreach ($word in @($engine) + $all) { Quote-Word $word }) -join ' ')
    $asked['ProcessStartupInformation'] = $hidden
    $code = $class.InvokeMethod('Create', $asked, $null)['ReturnValue']
    if ($code -ne 0) { throw ('Win32_Process.Create returned ' + $code) }
    return
  }
  $start = New-Of ([Diagnostics.ProcessStartInfo])
  $start.FileName = '/bin/sh'
  foreach ($word in @('-c', 'setsid "$0" "$@" </dev/null >/dev/null 2>&1 &', $engine) + $all) { $start.ArgumentList.Add($word) }
  $start.UseShellExecute = $false
  [Diagnostics.Process]::Start($start).WaitForExit()
}
function Hold-File([string]$path) { [IO.File]::Open($path, 'OpenOrCreate', 'ReadWrite', 'None') }
function Test-Held([string]$path) {
  try { (Hold-File $path).Dispose(); $false } catch { [IO.File]::Exists($path) }
}
function Get-Shown([string]$folder) {
  try {
    $file = [IO.File]::Open([IO.Path]::Combine($folder, 'shown'), 'Open', 'Read', 'ReadWrite')
    try { $file.Length } finally { $file.Dispose() }
  } catch { 0 }
}
# the results of a worker, a line each; the other side reads them while they are written
function Invoke-Worker([string]$folder, $direct) {
  try { ([IO.File]::Open([IO.Path]::Combine($folder, 'claim'), 'CreateNew')).Dispose() } catch { return $false }
  $alive = Hold-File ([IO.Path]::Combine($folder, 'alive'))
  $results = [IO.File]::Open([IO.Path]::Combine($folder, 'results'), 'OpenOrCreate', 'Write', 'ReadWrite, Delete')
  $listening = [IO.Path]::Combine($folder, 'listening')
  $work = @{ written = 0; settling = New-Of ([Collections.ArrayList]); direct = $direct }
  $heard = $true
  foreach ($one in $told) {
    Settle-Services $work $results (-not (Test-LeavesStopped $work $one))
    # nothing is changed before the result of the change before was shown
    while (-not $direct -and $one.kind -ne 'look' -and (Test-Held $listening) -and (Get-Shown $folder) -lt $work.written) { [Threading.Thread]::Sleep(10) }
    if (-not (Test-Held $listening)) { $heard = $false; break }
    [IO.File]::WriteAllText([IO.Path]::Combine($folder, 'at'), [string]$one.index)
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $said = Invoke-Told $one $script
    $said.ms = $clock.ElapsedMilliseconds
    $said.told = $one
    $said.since = [Diagnostics.Stopwatch]::StartNew()
    if ($said['stopped']) { [void]$work.settling.Add($said) } else { Write-Result $work $results $said $said.fields }
  }
  if ($heard) { Settle-Services $work $results $true }
  $results.Dispose()
  $alive.Dispose()
  if (-not $heard) { Remove-Folder $folder }
  $heard
}
# what was stopped stays so whatever an instruction does that only looks, or stops another service
function Test-LeavesStopped($work, $one) {
  if (-not $one.resource -or $one.resource.kind -ne 'service') { return $false }
  if ($one.kind -eq 'look') { return $true }
  foreach ($said in $work.settling) { if ($said.told.resource.name -ieq $one.resource.name) { return $false } }
  $one.to.Contains('running') -and -not $one.to.running
}
function Settle-Services($work, $results, $all) {
  while ($work.settling.Count -gt 0) {
    $first = $work.settling[0]
    $left = 2000 - $first.since.ElapsedMilliseconds
    if ($left -gt 0) { if (-not $all) { return }; [Threading.Thread]::Sleep([int]$left) }
    $work.settling.RemoveAt(0)
    Write-Result $work $results $first (Get-Settled $first.told $first)
  }
}
function Write-Result($work, $results, $said, [string]$fields) {
  $work.written++
  $line = $(if ($fields -eq '') { '' } else { '{"id":' + $said.told.idJson + ',"ms":' + $said.ms + ',' + $fields + '}' })
  if ($work.direct) { if ($line -ne '') { Say $line }; return }
  $bytes = [Text.Encoding]::ASCII.GetBytes($line + [char]10)
  $results.Write($bytes, 0, $bytes.Length)
  $results.Flush()
}
# .NET's own stream for consoles takes a broken pipe for written; this one says it
function Open-Output {
  $console = [Console]::OpenStandardOutput()
  try {
    $handle = $console.GetType().GetField('_handle', 'Instance, NonPublic').GetValue($console)
    if ($handle -is [IntPtr]) { $handle = New-Of ([Microsoft.Win32.SafeHandles.SafeFileHandle]) @($handle, $false) }
    , (New-Of ([IO.FileStream]) @($handle, [IO.FileAccess]'Write', 1))
  } catch { , $console }
}
function Say([string]$json) {
  $bytes = [Text.Encoding]::ASCII.GetBytes($mark + $json + [char]10)
  $output.Write($bytes, 0, $bytes.Length)
  $output.Flush()
}
function Show-Results([string]$folder) {
  $results = [IO.File]::Open([IO.Path]::Combine($folder, 'results'), 'OpenOrCreate', 'Read', 'ReadWrite, Delete')
  $shown = [IO.File]::Open([IO.Path]::Combine($folder, 'shown'), 'OpenOrCreate', 'Write', 'ReadWrite, Delete')
  $line = New-Of ([Text.StringBuilder])
  $buffer = [Array]::CreateInstance([byte], 65536)
  $count = 0
  $quiet = [Diagnostics.Stopwatch]::StartNew()
  $at = ''
  try {
    while ($count -lt $told.Count) {
      $got = $results.Read($buffer, 0, 65536)
      for ($i = 0; $i -lt $got; $i++) {
        if ($buffer[$i] -ne 10) { [void]$line.Append([char]$buffer[$i]); continue }
        if ($line.Length -gt 0) { Say $line.ToString() }
        [void]$line.Clear()
        $count++
        $shown.WriteByte(46)
        $shown.Flush()
        $quiet.Restart()
      }
      if ($got -gt 0) { continue }
      $alive = Test-Held ([IO.Path]::Combine($folder, 'alive'))
      [Threading.Thread]::Sleep(10)
      # what it wrote last is still to be read
      if (-not $alive) { if ($results.Length -eq $results.Position) { return $false }; continue }
      try { $now = [IO.File]::ReadAllText([IO.Path]::Combine($folder, 'at')) } catch { $now = $at }
      if ($now -ne $at) { $at = $now; $quiet.Restart() }
      $limit = $(if ($at -ne '') { $told[[int]$at].limit } else { 60 })
      if ($quiet.ElapsedMilliseconds -gt 1000 * $limit + 60000) { return $false }
    }
    $true
  } finally { $results.Dispose(); $shown.Dispose() }
}
function Invoke-Session {
  $begin = [Diagnostics.Stopwatch]::StartNew()
  Say (Get-Header)
  if ($told.Count -eq 0) { Say '{"end":0,"ms":0}'; return 0 }
  $folder = [IO.Path]::Combine([IO.Path]::GetTempPath(), 'antesala-' + $nonce)
  [void][IO.Directory]::CreateDirectory($folder)
  $listening = Hold-File ([IO.Path]::Combine($folder, 'listening'))
  $code = 4
  try {
    $file = [IO.Path]::Combine($folder, 'worker.ps1')
    [IO.File]::WriteAllText($file, $script)
    $started = $true
    try { Start-Detached $file @('worker', '0', $folder) } catch { $started = $false }
    if ($started) { $started = Wait-File ([IO.Path]::Combine($folder, 'alive')) 60000 }
    if ($started) { if (Show-Results $folder) { $code = 0 } }
    elseif (Invoke-Worker $folder $true) { $code = 0 }
  } catch { $code = 1 } finally {
    $listening.Dispose()
    $clock = [Diagnostics.Stopwatch]::StartNew()
    # what was begun is finished
    while ((Test-Held ([IO.Path]::Combine($folder, 'alive'))) -and $clock.ElapsedMilliseconds -lt 120000) { [Threading.Thread]::Sleep(50) }
    Remove-Folder $folder
  }
  if ($code -eq 0) { Say ('{"end":' + $told.Count + ',"ms":' + $begin.ElapsedMilliseconds + '}') }
  $code
}
$avoided = Get-AvoidedLetters $drives
switch ($given[0]) {
  'worker' { [void](Invoke-Worker $given[2] $false); [Environment]::Exit(0) }
  'timer' { Keep-Time $told[[int]$given[1]] $given[2]; [Environment]::Exit(0) }
}
$output = Open-Output
[Environment]::Exit((Invoke-Session))
`;
