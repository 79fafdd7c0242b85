/**
 * Asks one question after the other, each in a runspace that is given up when its time is over. `-NonInteractive` hosts decode what is
 * written to them; the lines therefore go to standard output as bytes.
 */
export const mainProgram = String.raw`
. $library
$begin = [Diagnostics.Stopwatch]::StartNew()
$output = [Console]::OpenStandardOutput()
function Say([string]$json) {
  $bytes = [Text.Encoding]::ASCII.GetBytes($mark + $json + [char]10)
  try { $output.Write($bytes, 0, $bytes.Length); $output.Flush() } catch { [Environment]::Exit(1) }
}
function New-Worker {
  $space = [Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace([Management.Automation.Runspaces.InitialSessionState]::CreateDefault2())
  $space.Open()
  $space
}
Say (Get-Header)
$avoided = Get-AvoidedLetters $drives
$texts = @{}
$worker = $null
foreach ($q in $questions) {
  $clock = [Diagnostics.Stopwatch]::StartNew()
  $said = $null
  $grace = 0
  try {
    $shell = [PowerShell]::Create()
    if ($q.kind -eq 'powershell') {
      $shell.Runspace = New-Worker
      [void]$shell.AddScript('$ProgressPreference = ''SilentlyContinue''').AddStatement().AddScript($q.script)
    } else {
      if ($q.kind -eq 'command') { $grace = 15000 }
      if ($q.kind -eq 'file-info') { $q.lines = @(foreach ($from in $q.from) { foreach ($kept in $texts[$from.question]) { if ($kept.name -eq $from.name) { $kept.text } } }) }
      if (-not $worker) {
        $worker = New-Worker
        $setUp = [PowerShell]::Create()
        $setUp.Runspace = $worker
        [void]$setUp.AddScript($library.ToString() + [char]10 + '$avoided = $args[0]', $false).AddArgument($avoided).Invoke()
      }
      $shell.Runspace = $worker
      [void]$shell.AddCommand('Get-Answer').AddArgument($q)
    }
    $running = $shell.BeginInvoke()
    if ($running.AsyncWaitHandle.WaitOne([int](1000 * $q.limit + $grace))) {
      $results = @($shell.EndInvoke($running))
      if ($q.kind -eq 'powershell') {
        $text = @(foreach ($line in $results) { [string]$line }) -join [char]10
        if ($text -eq '' -and $shell.Streams.Error.Count -gt 0) { $said = Answer-No 'error' ([string]$shell.Streams.Error[0]) }
        else {
          $cut = $text.Length -gt $q.max
          if ($cut) { $text = $text.Substring(0, [int]$q.max) }
          $said = Answer-Yes ('"out":{"text":' + (Json-Text $text) + '}') $cut
        }
      } else {
        $said = [string]$results[0]
        $texts[$q.id] = @(for ($i = 1; $i -lt $results.Count; $i++) { $results[$i] })
      }
    } else {
      $said = Answer-No 'timeout' ('stopped after ' + $q.limit + ' s')
      [void]$shell.BeginStop($null, $null)
      if ($q.kind -ne 'powershell') { $worker = $null }
    }
  } catch { $said = Answer-Fault $_ $q.kind }
  if (-not $said) { $said = Answer-No 'unsupported' ('a question of the kind ' + $q.kind + ' cannot be asked on this system') }
  Say ('{"id":' + $q.idJson + ',"ms":' + $clock.ElapsedMilliseconds + ',' + $said + '}')
}
Say ('{"end":' + @($questions).Count + ',"ms":' + $begin.ElapsedMilliseconds + '}')
# what hangs in a runspace that was given up must not keep the process
[Environment]::Exit(0)
`;
