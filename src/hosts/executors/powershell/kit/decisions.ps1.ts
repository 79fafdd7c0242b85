/** What is found decides what a change and its putting back come to: `src/engine/target.ts`, `put-back.ts`, `src/caselog/state-changes.ts`. */
export const kitDecisionFunctions = String.raw`
function Get-Names($states) {
  $names = New-Of ([Collections.ArrayList])
  foreach ($state in $states) { if ($null -ne $state) { foreach ($name in $state.Keys) { if (-not $names.Contains($name)) { [void]$names.Add($name) } } } }
  , $names.ToArray()
}
function Test-SameState($a, $b) {
  if ($a -is [string] -or $b -is [string]) { return $false }
  foreach ($name in (Get-Names @($a, $b))) { if (-not (Test-Same $a[$name] $b[$name])) { return $false } }
  $true
}
function Get-Changed($from, $to) { , @(foreach ($name in (Get-Names @($from, $to))) { if (-not (Test-Same $from[$name] $to[$name])) { $name } }) }
function Get-Target([string]$kind, $found, $from, $to) {
  if ($kind -ne 'service') { return , $to }
  $changed = Get-Changed $from $to
  $target = New-Of ([Collections.Specialized.OrderedDictionary])
  foreach ($name in $found.Keys) { if ($changed -notcontains $name) { $target[$name] = $found[$name] } }
  foreach ($name in $changed) { if ($null -ne $to[$name]) { $target[$name] = $to[$name] } }
  , $target
}
function Test-Ours($found, $was, $to) {
  foreach ($name in (Get-Names @($found, $was, $to))) { if (-not (Test-Same $found[$name] $was[$name]) -and -not (Test-Same $found[$name] $to[$name])) { return $false } }
  $true
}
function Get-PutBack($known, $found, $forced) {
  if ($found -is [string]) { return @{ outcome = 'gone' } }
  if (Test-SameState $found $known.was) { return @{ outcome = 'kept' } }
  if ($forced -or ($known.lost -and (Test-SameState $found $known.lost))) { return @{ to = $known.was } }
  $changed = Get-Changed $known.was $known.to
  if ($changed.Count -eq 0) { return @{ outcome = 'drifted' } }
  if ($known.resource.kind -eq 'service') {
    foreach ($name in $changed) { if (-not (Test-Same $found[$name] $known.was[$name]) -and -not (Test-Same $found[$name] $known.to[$name])) { return @{ outcome = 'drifted' } } }
  } elseif (-not (Test-Ours $found $known.was $known.to)) { return @{ outcome = 'drifted' } }
  $target = Get-Target $known.resource.kind $found $known.to $known.was
  if (Test-SameState $target $found) { return @{ outcome = 'drifted' } }
  @{ to = $target }
}
# what was only watched over is not written again for something that is no longer there: that would leave half a thing behind
function Test-GuardsNothing($known, $found, $gone) {
  if ($found -is [string] -or (Test-SameState $found $known.was) -or (Get-Changed $known.was $known.to).Count -gt 0) { return $false }
  @(@($known.after) | Where-Object { $gone -ccontains $_ }).Count -gt 0
}
function Get-WasBeforeUs($before, $found) {
  if ($before.resource.kind -ne 'service') { if (Test-Ours $found $before.was $before.to) { return , $before.was }; return , $found }
  $was = New-Of ([Collections.Specialized.OrderedDictionary])
  foreach ($name in (Get-Names @($before.was, $before.to, $found))) {
    $value = $(if (Test-Same $found[$name] $before.to[$name]) { $before.was[$name] } else { $found[$name] })
    if ($null -ne $value) { $was[$name] = $value }
  }
  , $was
}
function Add-Event($log, $event) {
  $before = $log.known[$event.item]
  switch ($event.type) {
    'intent' {
      $ours = $before -and $before.touched -and 'kept', 'restored', 'drifted', 'gone' -notcontains $before.putBack
      $was = $(if ($ours) { Get-WasBeforeUs $before $event.found } else { $event.found })
      $log.known[$event.item] = @{ item = $event.item; resource = Get-Thing $event.resource; was = $was; to = $event.to; lost = $event.lost; after = @($event.after); touched = $true; earlier = [bool]$ours; putBack = '' }
    }
    'act-intent' { $log.acts[$event.item] = 'open' }
    'act-outcome' { $log.acts[$event.item] = $event.outcome }
    'outcome' { if ($before) { $before.touched = $before.earlier -or 'changed', 'failed', 'unknown' -contains $event.outcome } }
    'put-back-intent' { if ($before) { $before.putBack = 'open' } }
    'put-back' { if ($before) { $before.putBack = $event.outcome } }
  }
}
# what sets a value is a list: names of a table may differ in case alone
function Get-Thing($resource) {
  if ($resource.kind -ne 'command') { return $resource }
  @{ kind = 'command'; name = $resource.name; look = $resource.look; set = @(foreach ($value in $resource.set.Keys) { @{ value = $value; line = $resource.set[$value] } }) }
}
function Test-WayBack($thing, $found) {
  if ($thing.kind -ne 'command') { return $true }
  foreach ($one in $thing.set) { if (Test-Same $one.value $found['value']) { return $true } }
  $false
}
function Get-Layers($due) {
  $layers = New-Of ([Collections.ArrayList])
  $open = @($due)
  while ($open.Count -gt 0) {
    $ids = @(foreach ($one in $open) { $one.item })
    $free = @(foreach ($one in $open) { if (@($one.after | Where-Object { $_ -cne $one.item -and $ids -ccontains $_ }).Count -eq 0) { $one } })
    if ($free.Count -eq 0) { $free = $open }
    [void]$layers.Add($free)
    $gone = @(foreach ($one in $free) { $one.item })
    $open = @(foreach ($one in $open) { if ($gone -cnotcontains $one.item) { $one } })
  }
  , $layers
}
`;
