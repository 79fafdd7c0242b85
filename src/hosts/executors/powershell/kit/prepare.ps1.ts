/** Carries out the plan, as `src/engine/prepare.ts`: all of a step's changes are looked at and written down before any of them is set. */
export const kitPrepareFunctions = String.raw`
function Json-Why([string]$why) { if ($why) { Json-Text $why } else { 'null' } }
function Json-Any($value) { if ($value -is [string]) { Json-Text $value } else { Json-State $value } }
function Json-Tenths([long]$ms) { ([Math]::Floor($ms / 100 + 0.5) / 10).ToString('R', $invariant) }
function Get-NameOf($thing) {
  switch ($thing.kind) { 'file' { 'file:' + $thing.path } 'registry-value' { 'registry-value:' + $thing.key + '\' + $thing.value } default { $thing.kind + ':' + $thing.name } }
}
function Get-Said($said) { if ($said.fields) { return , (Read-Json ('{' + $said.fields + '}')) }; , @{ did = '' } }
function Get-Seen([string]$id, $thing) {
  $said = Get-Said (Invoke-Told @{ kind = 'look'; id = $id; limit = 60; resource = $thing } '')
  if ($said.did -eq 'looked') { return @{ found = $said.found } }
  @{ found = $null; why = $(if ($said.why) { $said.why } else { 'the server gave no answer' }) }
}
# one after the other; what was stopped is looked at again two seconds later, while the next is set
function Set-All($things, $tell) {
  $open = New-Of ([Collections.ArrayList])
  foreach ($thing in @($things) + @($null)) {
    if ($thing) {
      $told = @{ kind = 'set'; id = $thing.item; limit = $thing.limit; resource = $thing.resource; from = @($thing.found); to = $thing.to; force = $thing.forced }
      $clock = [Diagnostics.Stopwatch]::StartNew()
      $said = Invoke-Told $told ''
      [void]$open.Add(@{ thing = $thing; told = $told; said = $said; took = $clock.ElapsedMilliseconds; since = [Diagnostics.Stopwatch]::StartNew() })
    }
    foreach ($one in $open.ToArray()) {
      if ($one.said['stopped']) {
        $left = 2000 - $one.since.ElapsedMilliseconds
        if ($left -gt 0) { if ($thing) { continue }; [Threading.Thread]::Sleep([int]$left) }
        $one.said = @{ fields = Get-Settled $one.told $one.said }
      }
      $open.Remove($one)
      & $tell $one.thing (Get-Said $one.said) $one.took
    }
  }
}
function Get-IntentEvent([string]$step, $item, $found, $to) {
  '"type":"intent","item":' + (Json-Text $item.id) + ',"step":' + (Json-Text $step) + ',"resource":' + $item.resourceJson + ',"found":' + (Json-State $found) + ',"to":' + (Json-State $to) + $item.lostJson + ',"after":' + $item.afterJson
}
function Get-OutcomeEvent([string]$item, [string]$outcome, $left, [string]$why, [long]$took) {
  '"type":"outcome","item":' + (Json-Text $item) + ',"outcome":"' + $outcome + '","left":' + (Json-Any $left) + ',"why":' + (Json-Why $why) + ',"seconds":' + (Json-Tenths $took)
}
function Invoke-Changes($log, [string]$step, $items) {
  $state = @{ well = $true }
  $due = @()
  $events = @()
  foreach ($item in $items) {
    $seen = Get-Seen $item.id $item.resource
    $known = $log.known[$item.id]
    $outcome = $null
    $why = ''
    $left = $seen.found
    if ($null -eq $seen.found) { $outcome = 'unknown'; $left = 'unknown'; $why = $seen.why }
    elseif ($seen.found -is [string]) { $outcome = 'absent' }
    else {
      $to = Get-Target $item.resource.kind $seen.found $item.from $item.to
      if (Test-SameState $item.from $item.to) {
        # a guard: nothing is set, what is there is written down so that it can be missed
        if (-not $known) { $events += Get-IntentEvent $step $item $seen.found $seen.found; $outcome = 'already' }
      }
      elseif (Test-SameState $seen.found $to) { $outcome = $(if ($known -and $known.touched -and $known.putBack -eq '') { 'changed' } else { 'already' }) }
      elseif (Test-WayBack $item.resource $seen.found) {
        $events += Get-IntentEvent $step $item $seen.found $to
        $due += @{ item = $item.id; limit = $item.limit; resource = $item.resource; found = $seen.found; to = $to; forced = $false }
      }
      else { $outcome = 'left-alone'; $why = 'no command is known that would set it back to what was found' }
    }
    if ($outcome) {
      $events += Get-OutcomeEvent $item.id $outcome $left $why 0
      Show-Item $outcome (Get-NameOf $item.resource) $why
      if ('unknown', 'left-alone' -contains $outcome) { $state.well = $false }
    }
  }
  Write-Events $log $events
  Set-All $due {
    param($thing, $said, $took)
    $outcome = switch ($said.did) { 'set' { 'changed' } 'nothing' { 'changed' } 'differs' { 'left-alone' } 'absent' { 'absent' } 'failed' { 'failed' } default { 'unknown' } }
    $left = $(if ('absent', 'unknown' -contains $outcome) { $outcome } else { $said.left })
    $why = $(if ('changed', 'absent' -contains $outcome) { '' } elseif ($said.why) { [string]$said.why } elseif ($outcome -eq 'unknown') { 'the server gave no answer' })
    Write-Events $log @(Get-OutcomeEvent $thing.item $outcome $left $why $took)
    Show-Item $outcome (Get-NameOf $thing.resource) $why
    if ('changed', 'absent' -notcontains $outcome) { $state.well = $false }
  }
  if ($state.well) { 'done' } else { 'failed' }
}
function Get-ActIntent([string]$id, [string]$step, [string]$what) { '"type":"act-intent","item":' + (Json-Text $id) + ',"step":' + (Json-Text $step) + ',"what":' + (Json-Text $what) }
function Get-ActOutcome([string]$id, [string]$outcome, [string]$why, [string]$data, [long]$took) {
  '"type":"act-outcome","item":' + (Json-Text $id) + ',"outcome":"' + $outcome + '","why":' + (Json-Why $why) + $data + ',"seconds":' + (Json-Tenths $took)
}
function Invoke-Act($log, [string]$step, $item, $repeat) {
  $before = $log.acts[$item.id]
  $brokeOff = 'the run broke off before its end was known'
  if ($before -eq 'done') { return 'done' }
  if ('open', 'unknown' -contains $before -and -not $repeat) {
    if ($before -eq 'open') { Write-Events $log @(Get-ActOutcome $item.id 'unknown' $brokeOff '' 0) }
    Show-Words 'mayBeDone' @($item.text.en) @($item.text.es)
    return 'waiting'
  }
  Write-Events $log @(Get-ActIntent $item.id $step $item.text.en)
  $clock = [Diagnostics.Stopwatch]::StartNew()
  $said = Get-Said (Invoke-Told @{ kind = 'run'; id = $item.id; limit = $item.limit; line = $item.line; max = 65536 } '')
  $ended = 'unknown'
  $why = $(if ($said.why) { [string]$said.why } else { $brokeOff })
  $data = ''
  if ($said.did -eq 'ran') {
    $ended = $(if (@($item.goodExits) -contains $said.exit) { 'done' } else { 'failed' })
    $text = $(if ($said.err) { $said.err.b64 } else { $said.out.b64 })
    $text = Get-ConsoleText ([Convert]::FromBase64String($text))
    $why = $(if ($ended -eq 'done') { '' } else { $text.Substring(0, [Math]::Min(500, $text.Length)) })
    $data = ',"data":{"exit":' + ([double]$said.exit).ToString('R', $invariant) + '}'
  }
  Write-Events $log @(Get-ActOutcome $item.id $ended $why $data $clock.ElapsedMilliseconds)
  Show-Item $ended $item.id $why
  if ($ended -eq 'unknown') { 'waiting' } else { $ended }
}
function Invoke-Group($log, [string]$step, $group, $repeat) {
  switch ($group.kind) {
    'changes' { Invoke-Changes $log $step $group.items }
    'run' { Invoke-Act $log $step $group.item $repeat }
    'by-hand' {
      Show-Words 'byHand' @($group.text.en) @($group.text.es)
      $left = Get-Words2 'leftToPerson' @($group.text.en) @($group.text.es)
      Write-Events $log @('"type":"noted","text":{"en":' + (Json-Text $left.en) + ',"es":' + (Json-Text $left.es) + '},"by":' + (Json-Text $log.actor))
      'done'
    }
    'hand-over' {
      if ($log.acts[$group.id] -ne 'done') { Write-Events $log @((Get-ActIntent $group.id $step $group.text.en), (Get-ActOutcome $group.id 'done' '' '' 0), '"type":"handed-over"') }
      'done'
    }
  }
}
function Invoke-Prepare($kit, $log, $repeat) {
  Write-Events $log @('"type":"run-started","run":"kit-prepare","plan":"' + $kit.plan + '"')
  $outcome = 'done'
  $at = 0
  foreach ($step in $kit.steps) {
    $at++
    if ($outcome -ne 'done') { break }
    Write-Events $log @('"type":"step-started","step":' + (Json-Text $step.step))
    if ($step.state -eq 'do') {
      $number = '[' + $at + '/' + @($kit.steps).Count + '] '
      Show-Line ($number + $step.title.en)
      if ($step.title.es -cne $step.title.en) { Show-Line ($number + $step.title.es) }
      foreach ($group in $step.groups) { if ($outcome -eq 'done') { $outcome = Invoke-Group $log $step.step $group $repeat } }
    }
    Write-Events $log @('"type":"step-ended","step":' + (Json-Text $step.step) + ',"outcome":"' + $(if ($step.state -eq 'do') { $outcome } else { $step.state }) + '"')
  }
  Write-Events $log @('"type":"run-ended","run":"kit-prepare","outcome":"' + $(if ($outcome -eq 'done') { 'done' } else { 'incomplete' }) + '"')
  $outcome
}
`;
