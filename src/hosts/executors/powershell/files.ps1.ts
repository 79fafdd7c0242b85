/** Files and the makers of programs. Nothing on a drive to keep away from is touched; paths are cut out of command lines as wsh does. */
export const fileFunctions = String.raw`
function Test-Avoided([string]$path) {
  $m = [regex]::Match($path, '^(?:[\\/]{2}[.?][\\/]|\\\?\?\\)?(?:UNC[\\/]+)?(?:[\\/]*(?:localhost|127\.0\.0\.1|\.)[\\/]+)?([A-Za-z])[:$]', 'IgnoreCase')
  $m.Success -and $avoided.Contains($m.Groups[1].Value.ToUpperInvariant())
}
function Answer-Away([string]$path) { Answer-No 'denied' ($path + ' is on a drive that maps a mail store; reading it as files can damage the store, so it was not touched') }
function Ask-File($q) {
  $path = [Environment]::ExpandEnvironmentVariables($q.path)
  if (Test-Avoided $path) { return Answer-Away $path }
  if ([IO.Directory]::Exists($path)) { return Answer-No 'error' ($path + ' is a folder') }
  try {
    $file = [IO.File]::Open($path, 'Open', 'Read', 'ReadWrite, Delete')
    try {
      $cut = $false
      if ($q.tail -and $file.CanSeek -and $file.Length -gt $q.max) { $cut = $true; [void]$file.Seek(-[long]$q.max, 'End') }
      $bytes = [Array]::CreateInstance([byte], [int]$q.max + 1)
      $count = 0
      while ($count -lt $bytes.Length -and ($got = $file.Read($bytes, $count, $bytes.Length - $count)) -gt 0) { $count += $got }
      if ($count -gt $q.max) { $cut = $true; $count = [int]$q.max }
      Answer-Yes ('"out":' + (Json-Bytes $bytes $count)) $cut
    } finally { $file.Dispose() }
  } catch { Answer-Fault $_ $path }
}
function Get-FullPath([string]$path) {
  $plain = [Environment]::ExpandEnvironmentVariables($path).Replace('/', '\').Replace('"', '')
  $plain = $plain -replace '^\\\?\?\\', '' -replace '^\\\\\?\\([A-Za-z]:)', '$1' -replace '^\\SystemRoot\\', '%SystemRoot%\'
  if ($plain -match '^\\?(system32|syswow64)\\') { $plain = '%SystemRoot%\' + $plain.TrimStart('\') }
  elseif ($plain -match '^\\?drivers\\') { $plain = '%SystemRoot%\System32\' + $plain.TrimStart('\') }
  [Environment]::ExpandEnvironmentVariables($plain)
}
function Get-ProgramOf([string]$line) {
  $line = $line.Trim()
  $candidates = @()
  if ($line.StartsWith('"')) { $candidates = @($line.Substring(1).Split('"')[0]) }
  else {
    foreach ($m in [regex]::Matches($line, '\s')) { if ($candidates.Count -lt 40) { $candidates += $line.Substring(0, $m.Index) } }
    $candidates += $line
  }
  $likely = ''
  for ($i = 0; $i -lt $candidates.Count; $i++) {
    if ($candidates[$i] -eq '') { continue }
    $path = Get-FullPath $candidates[$i]
    if (-not $path.Contains('\')) { $path = Get-FullPath ('System32\' + $path) }
    $named = $path -match '\.(exe|com|sys|dll|bat|cmd|scr|ocx|cpl)$'
    if (Test-Avoided $path) { return $path }
    if ($path -match '^[A-Za-z]:\\') {
      if ([IO.File]::Exists($path)) { return $path }
      if (-not $named -and [IO.File]::Exists($path + '.exe')) { return $path + '.exe' }
    }
    if ($likely -eq '' -and ($named -or $i -eq $candidates.Count - 1)) { $likely = $path }
  }
  $likely
}
function Get-FileRow([string]$path) {
  $reachable = $path -match '^[A-Za-z]:\\' -and -not (Test-Avoided $path)
  $exists = $reachable -and [IO.File]::Exists($path)
  $company = $product = $description = $version = $size = $modified = $null
  if ($exists) {
    try {
      $info = [Diagnostics.FileVersionInfo]::GetVersionInfo($path)
      $company, $product, $description = foreach ($text in $info.CompanyName, $info.ProductName, $info.FileDescription) { , $(if ($text) { $text.Trim() } else { $null }) }
      $version = $info.FileMajorPart, $info.FileMinorPart, $info.FileBuildPart, $info.FilePrivatePart -join '.'
      if ($version -eq '0.0.0.0') { $version = $null }
    } catch { }
    try {
      $file = New-Of ([IO.FileInfo]) $path
      $size = [long]$file.Length
      $written = $file.LastWriteTime
      $zone = [int][TimeZoneInfo]::Local.GetUtcOffset($written).TotalMinutes
      $modified = $written.ToString('yyyyMMddHHmmss', $invariant) + '.000000' + $(if ($zone -lt 0) { '-' } else { '+' }) + [Math]::Abs($zone).ToString('000', $invariant)
    } catch { }
  }
  $cells = foreach ($cell in @('path', $path), @('exists', $(if ($reachable) { [bool]$exists } else { $null })), @('company', $company), @('product', $product), @('description', $description), @('version', $version), @('size', $size), @('modified', $modified)) {
    '"' + $cell[0] + '":' + (Json-Cell $cell[1])
  }
  '{' + ($cells -join ',') + '}'
}
function Ask-FileInfo($q) {
  $paths = @(foreach ($path in $q.paths) { if ($path) { Get-FullPath $path } }) + @(foreach ($line in $q.lines) { Get-ProgramOf $line })
  $seen = @{}
  $rows = @()
  $size = 0
  foreach ($path in $paths) {
    if (-not $path -or $seen.ContainsKey($path)) { continue }
    $seen[$path] = 1
    $row = Get-FileRow $path
    $size += $row.Length
    if ($size -gt $q.max) { return Answer-Yes ('"rows":[' + ($rows -join ',') + ']') $true }
    $rows += $row
  }
  if ($rows.Count -eq 1 -and (Test-Avoided (@($seen.Keys)[0]))) { return Answer-Away (@($seen.Keys)[0]) }
  Answer-Yes ('"rows":[' + ($rows -join ',') + ']') $false
}
`;
