/**
 * Services and drivers of Windows. The first functions are all that touches it: the service manager through .NET's ServiceController,
 * start modes through sc.exe (Set-Service knows no delayed start before PowerShell 6) and the registry. The rest is logic.
 */
export const serviceFunctions = String.raw`
$startNames = 'boot', 'system', 'auto', 'manual', 'disabled'
function Get-Controller([string]$name) {
  [void][Reflection.Assembly]::LoadWithPartialName('System.ServiceProcess')
  $controller = New-Of ([ServiceProcess.ServiceController]) $name
  try {
    # it also takes the name that is shown for the name, and finds another service then
    if ($controller.ServiceName -ine $name) { return }
    [void]$controller.Status
  } catch {
    $e = $_.Exception
    while ($e.InnerException) { $e = $e.InnerException }
    if ($e.NativeErrorCode -eq 1060) { return }
    throw
  }
  $controller
}
function Get-RunState([string]$name) {
  $controller = Get-Controller $name
  if ($controller) { [string]$controller.Status }
}
function Get-AllRunStates {
  [void][Reflection.Assembly]::LoadWithPartialName('System.ServiceProcess')
  $states = @{}
  foreach ($one in @([ServiceProcess.ServiceController]::GetServices()) + @([ServiceProcess.ServiceController]::GetDevices())) { $states[$one.ServiceName] = [string]$one.Status }
  $states
}
function Get-StartMode([string]$name) {
  $key = Open-Key ('HKLM\SYSTEM\CurrentControlSet\Services\' + $name)
  if ($null -eq $key) { return }
  $start = $key.GetValue('Start')
  if ($null -ne $start) { @{ start = [int]$start; delayed = $key.GetValue('DelayedAutostart') -eq 1 } }
}
function Set-DelayValue([string]$name, $delayed) {
  $key = (Get-Hive 'HKLM').OpenSubKey('SYSTEM\CurrentControlSet\Services\' + $name, $true)
  $key.SetValue('DelayedAutostart', [int][bool]$delayed, 'DWord')
}
function Invoke-ScConfig([string]$name, [string]$word) {
  $start = New-Of ([Diagnostics.ProcessStartInfo])
  $start.FileName = $env:SystemRoot + '\System32\sc.exe'
  $start.Arguments = 'config ' + (Quote-Word $name) + ' start= ' + $word
  $start.UseShellExecute = $false
  $start.CreateNoWindow = $true
  $start.RedirectStandardOutput = $true
  $process = [Diagnostics.Process]::Start($start)
  [void]$process.StandardOutput.ReadToEnd()
  $process.WaitForExit()
  $process.ExitCode
}
function Request-Start([string]$name) { (Get-Controller $name).Start() }
function Request-Stop([string]$name) {
  $controller = Get-Controller $name
  # Stop() would stop what depends on it first, which nobody planned and nobody would put back
  $running = @(foreach ($one in $controller.DependentServices) { if ([string]$one.Status -ne 'Stopped') { $one.ServiceName } })
  if ($running.Count -gt 0) { Stop-With 'error' ('1051: ' + (Get-SystemWords 1051) + ' (' + ($running -join ', ') + ')') }
  $controller.Stop()
}

function Quote-Word([string]$word) { '"' + [regex]::Replace([regex]::Replace($word, '(\\*)"', '$1$1\"'), '(\\+)$', '$1$1') + '"' }
function Get-SystemWords([int]$code) { (New-Of ([ComponentModel.Win32Exception]) $code).Message }
function Get-ServiceState([string]$name, $state) {
  $mode = Get-StartMode $name
  if (-not $state -and -not $mode) { return 'absent' }
  if (-not $mode) { Stop-With 'error' ('the registry does not tell the start mode of ' + $name) }
  [ordered]@{ start = $startNames[$mode.start]; delayed = [bool]$mode.delayed; running = [bool]($state -and $state -ne 'Stopped') }
}
function Test-Pending($state) { $state -and $state.EndsWith('Pending') }
function Look-Service([string]$name, $now, [long]$settle) {
  $state = $(if ($now) { Get-RunState $name } else { Get-ListedState $name })
  $clock = [Diagnostics.Stopwatch]::StartNew()
  while ((Test-Pending $state) -and $clock.ElapsedMilliseconds -lt $settle) {
    [Threading.Thread]::Sleep(200)
    $state = Get-RunState $name
  }
  Get-ServiceState $name $state
}
# one list serves many looks for a second
$listed = @{ at = $null; states = @{} }
function Get-ListedState([string]$name) {
  if (-not $listed.at -or $listed.at.ElapsedMilliseconds -gt 1000) {
    $listed.states = Get-AllRunStates
    $listed.at = [Diagnostics.Stopwatch]::StartNew()
  }
  $listed.states[$name]
}
function Set-StartMode([string]$name, [string]$start, $delayed) {
  $mode = Get-StartMode $name
  if (-not $mode) { return '1060: ' + (Get-SystemWords 1060) }
  if ($startNames[$mode.start] -ne $start -or ($start -eq 'auto' -and $mode.delayed -ne $delayed)) {
    $word = switch ($start) { 'manual' { 'demand' } 'auto' { if ($delayed) { 'delayed-auto' } else { 'auto' } } default { $start } }
    $code = Invoke-ScConfig $name $word
    if ($code -ne 0) { return 'sc.exe config: ' + $code + ': ' + (Get-SystemWords $code) }
  }
  $now = Get-StartMode $name
  if ($now -and $now.delayed -ne $delayed) { Set-DelayValue $name $delayed }
}
function Invoke-Control([string]$name, $run, $clock, [long]$limit) {
  $asked = $false
  while ($true) {
    $state = Get-RunState $name
    if (-not $state) { return '1060: ' + (Get-SystemWords 1060) }
    if ($state -eq $(if ($run) { 'Running' } else { 'Stopped' })) { return }
    if (-not (Test-Pending $state)) {
      if ($asked) { return $(if ($run) { 'it started and ended again at once' } else { 'it took the request to stop and its state is ' + $state }) }
      try { if ($run) { Request-Start $name } else { Request-Stop $name } } catch { return Get-Words $_ }
      $asked = $true
      continue
    }
    if ($clock.ElapsedMilliseconds -ge $limit) { return 'its state was still ' + $state + ' after ' + [Math]::Floor($limit / 1000) + ' s; it was not ended by force' }
    [Threading.Thread]::Sleep(200)
  }
}
# in the order of src/model/resource.ts
function Apply-Service([string]$name, $fields, $found, $to, $clock, [long]$limit) {
  $listed.at = $null
  $starts = $fields -contains 'running' -and $to.running
  $start = $(if ($fields -contains 'start') { $to.start } else { $found.start })
  $delayed = $(if ($fields -contains 'delayed') { $to.delayed } else { $found.delayed })
  $last = $starts -and $start -eq 'disabled'
  if ($fields -contains 'start' -or $fields -contains 'delayed' -or $last) {
    $why = Set-StartMode $name $(if ($last) { 'manual' } else { $start }) $delayed
    if ($why) { return $why }
  }
  if ($fields -notcontains 'running') { return }
  $why = Invoke-Control $name $to.running $clock $limit
  if ($last) {
    $then = Set-StartMode $name $start $delayed
    if (-not $why) { $why = $then }
  }
  $why
}
`;
