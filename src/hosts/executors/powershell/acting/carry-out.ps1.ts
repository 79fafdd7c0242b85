/** One instruction and what it comes to. A service that was stopped is told only when it has been looked at once more, two seconds later. */
export const carryOutFunctions = String.raw`
function Look-Thing($told, $now, [long]$settle) {
  switch ($told.resource.kind) {
    'service' {
      if (-not $env:ComSpec) { Stop-With 'unsupported' 'this system has no services of Windows' }
      Look-Service $told.resource.name $now $settle
    }
    'registry-value' { Look-Value $told.resource }
    'file' { Look-File $told.resource }
    'command' { Look-Command $told.resource $settle }
    default { Stop-With 'unsupported' ('this system has no ' + $told.resource.kind) }
  }
}
function Apply-Thing($told, $fields, $found, $to, $clock) {
  $limit = 1000 * $told.limit
  switch ($told.resource.kind) {
    'service' { Apply-Service $told.resource.name $fields $found $to $clock $limit }
    'registry-value' { Apply-Value $told.resource $found $to }
    'file' { Apply-File $told.resource $found $to }
    'command' { Apply-Command $told.resource $to ([Math]::Max(1, $limit - $clock.ElapsedMilliseconds)) }
  }
}
function Get-SetFields([string]$did, $found, $left, [string]$why) {
  '"did":"' + $did + '","found":' + (Json-State $found) + ',"left":' + (Json-State $left) + $(if ($why) { ',"why":' + (Json-Text $why) })
}
function Invoke-Set($told, [string]$script) {
  $clock = [Diagnostics.Stopwatch]::StartNew()
  # a service that is on its way is waited for, but time must be left to set it
  $found = Look-Thing $told $true $(if ($told.resource.kind -eq 'service') { 500 * $told.limit } else { 1000 * $told.limit })
  $decision = Get-Decision $found $told.from $told.to $told.force
  if ($decision.act -ne 'set') { return @{ fields = Get-SetFields $decision.act $found $found '' } }
  if ($told.deadMan) { Start-Timer $told $script }
  $why = ''
  try { $why = [string](Apply-Thing $told $decision.fields $found $told.to $clock) } catch { $why = Get-Words $_ }
  # what cannot be looked at now has no result: nobody knows what was done
  try { $left = Look-Thing $told $true 5000 } catch { return @{ fields = '' } }
  if (-not (Test-Reached $left $told.to)) {
    return @{ fields = Get-SetFields 'failed' $found $left $(if ($why) { $why } else { 'it was set and is not so' }) }
  }
  $said = @{ fields = Get-SetFields 'set' $found $left '' }
  if ($told.resource.kind -eq 'service' -and $decision.fields -contains 'running' -and -not $told.to.running) { $said.stopped = $found }
  $said
}
function Invoke-Told($told, [string]$script) {
  try {
    switch ($told.kind) {
      'look' { @{ fields = '"did":"looked","found":' + (Json-State (Look-Thing $told $false ([Math]::Min(10000, 1000 * $told.limit)))) } }
      'set' { Invoke-Set $told $script }
      'run' { @{ fields = Invoke-Run $told } }
      'keep-copy' { @{ fields = Invoke-KeepCopy $told } }
      'disarm' { @{ fields = Invoke-Disarm $told } }
    }
  } catch { @{ fields = '"did":"not-done",' + (Get-None $_ $told.id) } }
}
function Get-Settled($told, $said) {
  try { $left = Look-Service $told.resource.name $true 0 } catch { return $said.fields }
  if (Test-Reached $left $told.to) { return $said.fields }
  Get-SetFields 'failed' $said.stopped $left 'it was stopped, and something started it or set it again at once'
}
`;
