/** The copy of the case's log on the server, which is the log while the kit works. Written through to the disk before anything is touched. */
export const kitLogFunctions = String.raw`
$stampShape = [regex]'^\{"seq":(\d+),"at":"([^"\\]+)","actor":"((?:[^"\\]|\\.)*)","prev":"([0-9a-f]{64})","type":"([a-z-]+)"'
$sha = [Security.Cryptography.SHA256]::Create()
function Get-Sha256([string]$line) { [BitConverter]::ToString($sha.ComputeHash([Text.Encoding]::ASCII.GetBytes($line))).Replace('-', '').ToLowerInvariant() }
function Stop-Kit([string]$name, $more) { throw @{ stop = $name; more = @($more) } }
function Get-LogText([string]$path) {
  if (-not [IO.File]::Exists($path) -and [IO.File]::Exists($path + '.whole')) { [IO.File]::Move($path + '.whole', $path) }
  if ([IO.File]::Exists($path)) { [Text.Encoding]::GetEncoding(28591).GetString([IO.File]::ReadAllBytes($path)) } else { '' }
}
function Add-LogBytes($log, [string]$text) {
  $bytes = [Text.Encoding]::ASCII.GetBytes($text)
  $file = [IO.File]::Open($log.path, 'OpenOrCreate', 'ReadWrite', 'Read')
  try {
    $length = $file.Seek(0, 'End')
    try { $file.Write($bytes, 0, $bytes.Length); $file.Flush($true) } catch { $file.SetLength($length); throw }
  } catch { Stop-Kit 'notWritten' @($log.path) } finally { $file.Dispose() }
}
function Add-LogLine($log, [string]$line, [string]$hash) {
  $m = $stampShape.Match($line)
  $log.seq = [int]$m.Groups[1].Value
  $log.at = $m.Groups[2].Value
  if ($hash) { $log.hash = $hash }
  if ('intent', 'outcome', 'put-back', 'put-back-intent', 'act-intent', 'act-outcome' -contains $m.Groups[5].Value) { Add-Event $log (Read-Json $line) }
}
function Open-Log($kit, [string]$folder, $kitOnly) {
  $log = @{ path = [IO.Path]::Combine($folder, 'case.jsonl'); actor = 'kit@' + [Environment]::MachineName; seq = 0; hash = '0' * 64; at = ''; added = New-Of ([Collections.ArrayList]); known = New-Of ([Collections.Specialized.OrderedDictionary]); acts = New-Of ([Collections.Specialized.OrderedDictionary]) }
  $carried = ($kit.lines -join [string][char]10) + [char]10
  $there = Get-LogText $log.path
  if (-not $carried.StartsWith($there, [StringComparison]::Ordinal) -and -not $there.StartsWith($carried, [StringComparison]::Ordinal)) { Stop-Kit 'otherLog' @($log.path) }
  foreach ($line in $kit.lines) { Add-LogLine $log $line '' }
  $log.hash = Get-Sha256 $kit.lines[-1]
  if ($there.Length -lt $carried.Length) { Add-LogBytes $log $carried.Substring($there.Length); return $log }
  $lines = $there.Substring($carried.Length).Split([char]10)
  for ($i = 0; $i -lt $lines.Length - 1; $i++) {
    $m = $stampShape.Match($lines[$i])
    $fits = $m.Success -and $m.Groups[1].Value -eq [string]($log.seq + 1) -and $m.Groups[4].Value -eq $log.hash -and $m.Groups[5].Value -ne 'case-created'
    if ($fits) { try { [void](Read-Json $lines[$i]) } catch { $fits = $false } }
    if (-not $fits) { Stop-Kit 'damagedLog' @($log.path, [string]($log.seq + 1)) }
    if ($kitOnly -and -not $m.Groups[3].Value.StartsWith('kit@')) { Stop-Kit 'workedOn' @($log.path, $m.Groups[1].Value) }
    Add-LogLine $log $lines[$i] (Get-Sha256 $lines[$i])
    [void]$log.added.Add($lines[$i])
  }
  $torn = $lines[$lines.Length - 1]
  if ($torn -ne '') {
    $name = 'torn-' + ($log.seq + 1) + '.txt'
    Write-Flushed ([IO.Path]::Combine($folder, $name)) ([Text.Encoding]::GetEncoding(28591).GetBytes($torn))
    $file = [IO.File]::Open($log.path, 'Open', 'Write', 'Read')
    try { $file.SetLength($there.Length - $torn.Length); $file.Flush($true) } finally { $file.Dispose() }
    Write-Events $log @('"type":"torn-line-set-aside","file":' + (Json-Text $name) + ',"bytes":' + $torn.Length)
  }
  $log
}
function Write-Events($log, $events) {
  if (@($events).Count -eq 0) { return }
  $at = [DateTime]::UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", $invariant)
  if ([string]::CompareOrdinal($at, $log.at) -lt 0) {
    $behind = ([DateTime]::Parse($log.at, $invariant) - [DateTime]::Parse($at, $invariant)).TotalSeconds
    $events = @('"type":"clock-went-back","seconds":' + $behind.ToString('R', $invariant)) + @($events)
  }
  $seq = $log.seq
  $hash = $log.hash
  $lines = @(foreach ($event in $events) {
    $seq++
    $line = '{"seq":' + $seq + ',"at":"' + $at + '","actor":' + (Json-Text $log.actor) + ',"prev":"' + $hash + '",' + $event + '}'
    $hash = Get-Sha256 $line
    $line
  })
  Add-LogBytes $log (($lines -join [string][char]10) + [char]10)
  foreach ($line in $lines) { Add-LogLine $log $line ''; [void]$log.added.Add($line) }
  $log.hash = $hash
}
`;
