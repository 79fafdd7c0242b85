/** Command lines, their output byte by byte: PowerShell's own pipeline would decode it. Outside Windows (PowerShell 7) sh runs them. */
export const commandFunctions = String.raw`
function Stop-Tree($process) {
  try {
    if ($env:ComSpec) { & ($env:SystemRoot + '\System32\taskkill.exe') /T /F /PID $process.Id 2>&1 | Out-Null }
    else { $process.Kill($true) }
  } catch { }
  try { $process.Kill() } catch { }
}
function Ask-Command($q) {
  $start = New-Of ([Diagnostics.ProcessStartInfo])
  $start.UseShellExecute = $false
  $start.CreateNoWindow = $true
  $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
  if ($env:ComSpec) {
    $start.FileName = $env:ComSpec
    $start.Arguments = '/d /s /c "' + $q.line + '"'
    $start.WorkingDirectory = $env:SystemRoot
  } else {
    $start.FileName = '/bin/sh'
    $start.ArgumentList.Add('-c')
    $start.ArgumentList.Add($q.line)
  }
  $clock = [Diagnostics.Stopwatch]::StartNew()
  $limit = 1000 * $q.limit
  $process = [Diagnostics.Process]::Start($start)
  $process.StandardInput.Close()
  $streams = $process.StandardOutput.BaseStream, $process.StandardError.BaseStream
  $buffers = [Array]::CreateInstance([byte], 65536), [Array]::CreateInstance([byte], 65536)
  $kept = (New-Of ([IO.MemoryStream])), (New-Of ([IO.MemoryStream]))
  $most = [int]$q.max, 2048
  $tasks = $streams[0].ReadAsync($buffers[0], 0, 65536), $streams[1].ReadAsync($buffers[1], 0, 65536)
  $cut = $late = $false
  while (-not $cut) {
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
  if ($late -or $cut) { Stop-Tree $process }
  if ($late) { return Answer-No 'timeout' ('stopped after ' + $q.limit + ' s') }
  $said = '"out":' + (Json-Bytes $kept[0].GetBuffer() $kept[0].Length)
  if (-not $cut) { $said += ',"exit":' + $process.ExitCode.ToString($invariant) }
  if ($kept[1].Length -gt 0) { $said += ',"err":' + (Json-Bytes $kept[1].GetBuffer() $kept[1].Length) }
  Answer-Yes $said $cut
}
`;
