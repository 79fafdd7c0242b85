/**
 * What a `set` comes to, by the rule of `src/hosts/set-decision.ts`. States are tables. Values are compared by kind: PowerShell's own
 * comparison takes any text for true.
 */
export const decisionFunctions = String.raw`
function Test-Number($value) { $value -is [int] -or $value -is [long] -or $value -is [double] -or $value -is [uint32] }
function Test-Same($a, $b) {
  if ($null -eq $a -or $null -eq $b) { return $null -eq $a -and $null -eq $b }
  if ($a -is [string] -and $b -is [string]) { return [string]::Equals($a, $b, [StringComparison]::Ordinal) }
  if ($a -is [bool] -and $b -is [bool]) { return $a -eq $b }
  (Test-Number $a) -and (Test-Number $b) -and [double]$a -eq [double]$b
}
function Test-Mixture($found, $from, $to) {
  foreach ($name in @($from.Keys) + @($to.Keys)) {
    if (-not (Test-Same $found[$name] $from[$name]) -and -not (Test-Same $found[$name] $to[$name])) { return $false }
  }
  $true
}
function Get-Decision($found, $from, $to, $force) {
  if ($found -is [string]) { return @{ act = 'absent'; fields = @() } }
  $fields = @(foreach ($name in $to.Keys) { if (-not (Test-Same $found[$name] $to[$name])) { $name } })
  if ($fields.Count -eq 0) { return @{ act = 'nothing'; fields = @() } }
  $ours = [bool]$force
  foreach ($state in @($from)) { if ($null -ne $state -and -not $ours) { $ours = Test-Mixture $found $state $to } }
  if ($ours) { @{ act = 'set'; fields = $fields } } else { @{ act = 'differs'; fields = @() } }
}
function Test-Reached($left, $to) {
  if ($left -is [string]) { return $false }
  foreach ($name in $to.Keys) { if (-not (Test-Same $left[$name] $to[$name])) { return $false } }
  $true
}
function Json-State($state) {
  if ($state -is [string]) { return '"absent"' }
  '{' + (@(foreach ($name in $state.Keys) { (Json-Text $name) + ':' + $(if (Test-Number $state[$name]) { ([double]$state[$name]).ToString('R', $invariant) } else { Json-Cell $state[$name] }) }) -join ',') + '}'
}
function Stop-With([string]$state, [string]$why) { throw @{ none = $state; why = $why } }
function Get-None($fault, [string]$what) {
  $thrown = $fault.TargetObject
  if ($thrown -is [Collections.IDictionary] -and $thrown['none']) { return Answer-No $thrown.none $thrown.why }
  Answer-Fault $fault $what
}
function Get-Words($fault) {
  $thrown = $fault.TargetObject
  if ($thrown -is [Collections.IDictionary] -and $thrown['none']) { return $thrown.why }
  $e = $fault.Exception
  while ($e.InnerException) { $e = $e.InnerException }
  $code = $(if ($e -is [ComponentModel.Win32Exception]) { [string]$e.NativeErrorCode + ': ' } else { '' })
  $code + ([string]$e.Message).Trim()
}
`;
