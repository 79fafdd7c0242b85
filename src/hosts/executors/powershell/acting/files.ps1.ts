/** Small files with all their bytes. What is replaced keeps its rights: File.Replace takes them over, and changes the file in one step. */
export const fileStateFunctions = String.raw`
function Get-FilePath($thing) {
  $path = [Environment]::ExpandEnvironmentVariables($thing.path)
  if (Test-Avoided $path) { Stop-With 'denied' ($path + ' is on a drive that maps a mail store; touching it as files can damage the store, so it was not touched') }
  $path
}
function Look-File($thing) {
  $path = Get-FilePath $thing
  if ([IO.Directory]::Exists($path)) { Stop-With 'error' ($path + ' is a folder') }
  if (-not [IO.File]::Exists($path)) { return [ordered]@{ present = $false } }
  $file = [IO.File]::Open($path, 'Open', 'Read', 'ReadWrite, Delete')
  try {
    if ($file.Length -gt 262144) { Stop-With 'error' ($path + ' is larger than 256 KiB') }
    $bytes = New-Of ([IO.MemoryStream])
    $file.CopyTo($bytes)
    [ordered]@{ present = $true; base64 = [Convert]::ToBase64String($bytes.ToArray()) }
  } finally { $file.Dispose() }
}
function Write-Flushed([string]$path, [byte[]]$bytes) {
  $file = [IO.File]::Open($path, 'Create', 'Write', 'None')
  try { $file.Write($bytes, 0, $bytes.Length); $file.Flush($true) } finally { $file.Dispose() }
}
function Apply-File($thing, $found, $to) {
  $path = Get-FilePath $thing
  $there = [IO.File]::Exists($path)
  $attributes = $(if ($there) { [IO.File]::GetAttributes($path) })
  $locked = $there -and ($attributes -band [IO.FileAttributes]::ReadOnly)
  if ($locked) { [IO.File]::SetAttributes($path, $attributes -band -bnot [int][IO.FileAttributes]::ReadOnly) }
  if ($to.Contains('present') -and -not $to.present) { [IO.File]::Delete($path); return }
  $draft = $path + '.antesala-new'
  try {
    Write-Flushed $draft ([Convert]::FromBase64String($(if ($to.Contains('base64')) { $to.base64 } else { [string]$found['base64'] })))
    if ($there) { [IO.File]::Replace($draft, $path, [NullString]::Value) } else { [IO.File]::Move($draft, $path) }
  } finally {
    [IO.File]::Delete($draft)
    if ($locked) { [IO.File]::SetAttributes($path, $attributes) }
  }
}
`;
