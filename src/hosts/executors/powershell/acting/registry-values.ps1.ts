/** Registry values with their types, in the 64-bit view. */
export const registryValueFunctions = String.raw`
$kindNames = @{ String = 'sz'; ExpandString = 'expand'; Binary = 'binary'; DWord = 'dword'; MultiString = 'multi'; QWord = 'qword'; None = 'none' }
function Look-Value($thing) {
  $key = Open-Key $thing.key.TrimEnd('\')
  if ($null -eq $key -or $key.GetValueNames() -notcontains $thing.value) { return [ordered]@{ present = $false } }
  $kind = [string]$key.GetValueKind($thing.value)
  $value = $key.GetValue($thing.value, $null, 'DoNotExpandEnvironmentNames')
  if (-not $kindNames[$kind]) { Stop-With 'unsupported' ($thing.key + ' has a value of the registry type ' + $kind) }
  $told = switch ($kind) {
    'DWord' { [long]$value -band 4294967295 }
    'QWord' { [BitConverter]::ToUInt64([BitConverter]::GetBytes([long]$value), 0).ToString($invariant) }
    'MultiString' { $value -join [string][char]10 }
    'Binary' { Json-Hex $value }
    'None' { Json-Hex $value }
    default { [string]$value }
  }
  [ordered]@{ present = $true; type = $kindNames[$kind]; value = $told }
}
function Get-HexBytes([string]$hex) {
  $bytes = [Array]::CreateInstance([byte], [int]($hex.Length / 2))
  for ($i = 0; $i -lt $bytes.Length; $i++) { $bytes[$i] = [Convert]::ToByte($hex.Substring(2 * $i, 2), 16) }
  , $bytes
}
function Apply-Value($thing, $found, $to) {
  $parts = $thing.key.TrimEnd('\').Split([char[]]'\', 2)
  $base = Get-Hive $parts[0]
  if (-not $to.present -and $to.Contains('present')) {
    $base.OpenSubKey($parts[1], $true).DeleteValue($thing.value, $false)
    return
  }
  $type = $(if ($to.Contains('type')) { $to.type } else { $found.type })
  $value = $(if ($to.Contains('value')) { $to['value'] } else { $found['value'] })
  $key = $base.CreateSubKey($parts[1])
  switch ($type) {
    'sz' { $key.SetValue($thing.value, [string]$value, 'String') }
    'expand' { $key.SetValue($thing.value, [string]$value, 'ExpandString') }
    'multi' { $key.SetValue($thing.value, [string[]]@($(if ($value -ne '') { ([string]$value).Split([char]10) })), 'MultiString') }
    'dword' { $key.SetValue($thing.value, [BitConverter]::ToInt32([BitConverter]::GetBytes([uint32]$value), 0), 'DWord') }
    'qword' { $key.SetValue($thing.value, [BitConverter]::ToInt64([BitConverter]::GetBytes([uint64]::Parse($value, $invariant)), 0), 'QWord') }
    'binary' { $key.SetValue($thing.value, (Get-HexBytes $value), 'Binary') }
    'none' { $key.SetValue($thing.value, (Get-HexBytes $value), 'None') }
    default { 'there is no registry type ' + $type }
  }
}
`;
