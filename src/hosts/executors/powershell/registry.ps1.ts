/** Registry keys in the 64-bit view. A sub-key that may not be read is left out; the key asked for says why. */
export const registryFunctions = String.raw`
function Get-Hive([string]$key) {
  $hive = switch ($key.Split('\')[0].ToUpperInvariant()) { 'HKLM' { 'LocalMachine' } 'HKCU' { 'CurrentUser' } 'HKU' { 'Users' } }
  if (-not $hive) { throw ($key + ' is in no part of the registry that is read') }
  [Microsoft.Win32.RegistryKey]::OpenBaseKey([Microsoft.Win32.RegistryHive]$hive, [Microsoft.Win32.RegistryView]::Registry64)
}
function Open-Key([string]$key) {
  $parts = $key.Split([char[]]'\', 2)
  $base = Get-Hive $key
  if ($parts.Count -lt 2 -or $parts[1] -eq '') { return , $base }
  , $base.OpenSubKey($parts[1], $false)
}
function Json-Hex([byte[]]$bytes) { if ($bytes) { [BitConverter]::ToString($bytes).Replace('-', '').ToLowerInvariant() } else { '' } }
function Json-Value($key, [string]$name) {
  $value = $key.GetValue($name, $null, 'DoNotExpandEnvironmentNames')
  $kind = [string]$key.GetValueKind($name)
  # a number of the wrong length comes as bytes
  if ($value -is [byte[]]) { return '{"type":"' + $(if ($kind -eq 'None') { 'none' } else { 'binary' }) + '","value":"' + (Json-Hex $value) + '"}' }
  switch ($kind) {
    'String' { return '{"type":"sz","value":' + (Json-Text $value) + '}' }
    'ExpandString' { return '{"type":"expand","value":' + (Json-Text $value) + '}' }
    'MultiString' { return '{"type":"multi","value":[' + (@(foreach ($line in $value) { Json-Text $line }) -join ',') + ']}' }
    'DWord' { return '{"type":"dword","value":' + ([long]$value -band 4294967295).ToString($invariant) + '}' }
    'QWord' { return '{"type":"qword","value":"' + [BitConverter]::ToUInt64([BitConverter]::GetBytes([long]$value), 0).ToString($invariant) + '"}' }
  }
  '{"type":"none","value":""}'
}
function Add-Key($key, [string]$path, [int]$depth, $walk) {
  $values = @()
  foreach ($name in $key.GetValueNames()) {
    if ($null -ne $walk.only -and $walk.only -notcontains $name) { continue }
    $value = Json-Value $key $name
    $values += (Json-Text $name) + ':' + $value
    $walk.size += $name.Length + $value.Length
    if ($walk.kept -contains $name) { $text = $key.GetValue($name); if ($text -is [string]) { [void]$walk.texts.Add(@{ name = $name.ToLowerInvariant(); text = $text }) } }
  }
  if ($walk.size -gt $walk.max) { $walk.cut = $true; return }
  [void]$walk.found.Add((Json-Text $path) + ':{' + ($values -join ',') + '}')
  $walk.size += $path.Length + 8
  if ($depth -le 0) { return }
  foreach ($name in $key.GetSubKeyNames()) {
    if ($walk.cut) { return }
    try { $below = $key.OpenSubKey($name, $false) } catch { continue }
    if ($null -eq $below) { continue }
    try { Add-Key $below ($path + '\' + $name) ($depth - 1) $walk } finally { $below.Dispose() }
  }
}
function Ask-Registry($q) {
  $path = $q.key.TrimEnd('\')
  try {
    $key = Open-Key $path
    if ($null -eq $key) { return Answer-No 'missing' ($path + ' is not in the registry') }
    # by index: a table without such an entry would give all it holds for .values
    $walk = @{ found = New-Of ([Collections.ArrayList]); size = 0; max = $q.max; cut = $false; only = $q['values']; kept = $q.kept; texts = New-Of ([Collections.ArrayList]) }
    Add-Key $key $path ([int]$q.depth) $walk
    Answer-Yes ('"keys":{' + ($walk.found -join ',') + '}') $walk.cut
    $walk.texts
  } catch { Answer-Fault $_ $path }
}
function Get-AvoidedLetters($drives) {
  $letters = ''
  foreach ($drive in $drives) {
    try {
      $key = Open-Key $drive.key
      if ($null -eq $key) { continue }
      $m = [regex]::Match([string]$key.GetValue($drive.value), '^\s*([A-Za-z])')
      if ($m.Success) { $letters += $m.Groups[1].Value.ToUpperInvariant() }
    } catch { if ((Answer-Fault $_ '') -notmatch '"(missing|unsupported)"') { $letters += 'M' } }
  }
  $letters
}
`;
