/**
 * Command lines, their output byte by byte: PowerShell's own pipeline would decode it. Outside Windows (PowerShell 7) sh runs them.
 * `$enough`: one that has printed more than `$most` bytes is ended; else the rest is read and left out.
 */
export const commandFunctions = String.raw`
function Stop-Tree($process) {
  try {
    if ($env:ComSpec) { & ($env:SystemRoot + '\System32\taskkill.exe') /T /F /PID $process.Id 2>&1 | Out-Null }
    else { $process.Kill($true) }
  } catch { }
  try { $process.Kill() } catch { }
}
function Start-Line([string]$line) {
  $start = New-Of ([Diagnostics.ProcessStartInfo])
  $start.UseShellExecute = $false
  $start.CreateNoWindow = $true
  $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
  if ($env:ComSpec) {
    $start.FileName = $env:ComSpec
    $start.Arguments = '/d /s /c "' + $line + '"'
    $start.WorkingDirectory = $env:SystemRoot
  } else {
    $start.FileName = '/bin/sh'
    $start.ArgumentList.Add('-c')
    $start.ArgumentList.Add($line)
  }
  $process = [Diagnostics.Process]::Start($start)
  $process.StandardInput.Close()
  $process
}
function Invoke-Line([string]$line, [long]$limit, [int]$max, $enough) {
  $clock = [Diagnostics.Stopwatch]::StartNew()
  $process = Start-Line $line
  $streams = $process.StandardOutput.BaseStream, $process.StandardError.BaseStream
  $buffers = [Array]::CreateInstance([byte], 65536), [Array]::CreateInstance([byte], 65536)
  $kept = (New-Of ([IO.MemoryStream])), (New-Of ([IO.MemoryStream]))
  $most = $max, 2048
  $tasks = $streams[0].ReadAsync($buffers[0], 0, 65536), $streams[1].ReadAsync($buffers[1], 0, 65536)
  $cut = $late = $false
  while (-not ($cut -and $enough)) {
    if ($clock.ElapsedMilliseconds -ge $limit) { $late = $true; break }
    $open = @(foreach ($i in 0, 1) { if ($tasks[$i]) { $i } })
    if ($open.Count -eq 0) {
      if ($process.WaitForExit([int][Math]::Max(0, $limit - $clock.ElapsedMilliseconds))) { break }
      continue
    }
    $wait = [int][Math]::Min(200, [Math]::Max(0, $limit - $clock.ElapsedMilliseconds))
    $ready = [Threading.Tasks.Task]::WaitAny([Threading.Tasks.Task[]]@(foreach ($i in $open) { $tasks[$i] }), $wait)
    if ($ready -lt 0) {
      # what it left in the background holds its output open
      if ($process.HasExited) { break }
      continue
    }
    $i = $open[$ready]
    $count = 0
    if (-not $tasks[$i].IsFaulted) { $count = $tasks[$i].Result }
    if ($count -le 0) { $tasks[$i] = $null; continue }
    $room = $most[$i] - $kept[$i].Length
    $kept[$i].Write($buffers[$i], 0, [int][Math]::Min($room, $count))
    if ($count -gt $room -and $i -eq 0) { $cut = $true }
    $tasks[$i] = $streams[$i].ReadAsync($buffers[$i], 0, 65536)
  }
  $ended = $late -or ($cut -and $enough)
  if ($ended) { Stop-Tree $process }
  @{ late = $late; cut = $cut; exit = $(if ($ended) { $null } else { $process.ExitCode }); out = $kept[0].ToArray(); err = $kept[1].ToArray() }
}
function Json-Ran($ran) {
  $said = '"out":' + (Json-Bytes $ran.out $ran.out.Length)
  if ($null -ne $ran.exit) { $said += ',"exit":' + $ran.exit.ToString($invariant) }
  if ($ran.err.Length -gt 0) { $said += ',"err":' + (Json-Bytes $ran.err $ran.err.Length) }
  $said
}
function Ask-Command($q) {
  $ran = Invoke-Line $q.line (1000 * $q.limit) $q.max $true
  if ($ran.late) { return Answer-No 'timeout' ('stopped after ' + $q.limit + ' s') }
  Answer-Yes (Json-Ran $ran) $ran.cut
}
`;
