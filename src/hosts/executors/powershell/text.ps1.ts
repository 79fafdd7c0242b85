/** Answers and JSON as text: PowerShell's own ConvertTo-Json changes dates and large numbers, differently in each version. */
export const textFunctions = String.raw`
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$invariant = [Globalization.CultureInfo]::InvariantCulture
$plain = [regex]'^[ !#-\[\]-~]*$'
$odd = [regex]'[^ !#-\[\]-~]'
$escape = [Text.RegularExpressions.MatchEvaluator] { param($m) '\u' + ([int][char]$m.Value).ToString('x4') }
function Json-Text([string]$text) {
  if ($plain.IsMatch($text)) { return '"' + $text + '"' }
  '"' + $odd.Replace($text, $escape) + '"'
}
function Json-Cell($value) {
  if ($null -eq $value -or $value -is [DBNull]) { return 'null' }
  if ($value -is [string] -or $value -is [char]) { return Json-Text ([string]$value) }
  if ($value -is [bool]) { if ($value) { return 'true' } else { return 'false' } }
  if ($value -is [uint64] -or $value -is [int64]) { return '"' + $value.ToString($invariant) + '"' }
  if ($value -is [byte] -or $value -is [sbyte] -or $value -is [int16] -or $value -is [uint16] -or $value -is [int] -or $value -is [uint32]) { return $value.ToString($invariant) }
  if ($value -is [double] -or $value -is [single]) {
    if ([double]::IsNaN($value) -or [double]::IsInfinity($value)) { return 'null' }
    return $value.ToString('R', $invariant)
  }
  if ($value -is [Array]) { return '[' + (@(foreach ($one in $value) { if ($one -is [Array]) { 'null' } else { Json-Cell $one } }) -join ',') + ']' }
  'null'
}
function Json-Bytes([byte[]]$bytes, [int]$count) { '{"b64":"' + [Convert]::ToBase64String($bytes, 0, $count) + '"}' }
function Answer-No([string]$state, [string]$why) { '"state":"' + $state + '","why":' + (Json-Text $why) }
function Answer-Yes([string]$fields, $cut) { '"state":"ok",' + $fields + $(if ($cut) { ',"cut":true' } else { '' }) }
function New-Of([type]$type, $arguments) {
  if ($PSBoundParameters.ContainsKey('arguments')) { return , [Activator]::CreateInstance($type, [object[]]@($arguments)) }
  , [Activator]::CreateInstance($type)
}
function Answer-Fault($fault, [string]$what) {
  $e = $fault.Exception
  while ($e.InnerException -and $e -is [Management.Automation.RuntimeException]) { $e = $e.InnerException }
  $state = 'error'
  switch ($e.GetType().Name) {
    { 'FileNotFoundException', 'DirectoryNotFoundException', 'DriveNotFoundException' -contains $_ } { $state = 'missing' }
    { 'UnauthorizedAccessException', 'SecurityException' -contains $_ } { $state = 'denied' }
    'PlatformNotSupportedException' { $state = 'unsupported' }
    'IOException' { if (($e.HResult -band 0xffff) -eq 32) { $state = 'denied' } }
    'ManagementException' {
      switch ([string]$e.ErrorCode) {
        { 'NotFound', 'InvalidClass', 'InvalidNamespace' -contains $_ } { $state = 'missing' }
        { 'AccessDenied', 'PrivilegeNotHeld' -contains $_ } { $state = 'denied' }
        'Timedout' { $state = 'timeout' }
      }
    }
  }
  $words = ([string]$e.Message).Trim()
  Answer-No $state $(if ($words.Contains($what)) { $words } else { $what + ': ' + $words })
}
`;
