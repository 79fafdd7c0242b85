/** Puts back what the log says was touched, as `src/engine/put-back.ts`: one that fails never stops the rest. */
export const kitPutBackFunctions = String.raw`
function Get-PutBackEvent($known, [string]$outcome, $found, $left, $forced, [string]$why) {
  '"type":"put-back","item":' + (Json-Text $known.item) + ',"outcome":"' + $outcome + '","found":' + (Json-Any $found) + ',"left":' + (Json-Any $left) + ',"was":' + (Json-State $known.was) + ',"forced":' + $(if ($forced) { 'true' } else { 'false' }) + ',"why":' + (Json-Why $why)
}
function Invoke-PutBack($kit, $log, $force) {
  Write-Events $log @('"type":"run-started","run":"kit-put-back","plan":"' + $kit.plan + '"')
  $ended = New-Of ([Collections.Specialized.OrderedDictionary])
  $end = {
    param($known, $outcome, $found, $left, $why)
    $ended[$known.item] = @{ outcome = $outcome; found = $found }
    Get-PutBackEvent $known $outcome $found $left ($force -ccontains $known.item) $why
  }
  $all = @(foreach ($item in $log.known.Keys) { $log.known[$item] })
  $due = @()
  $events = @(foreach ($known in $all) {
    $seen = Get-Seen $known.item $known.resource
    if ($null -eq $seen.found) { & $end $known 'failed' 'unknown' 'unknown' $seen.why; continue }
    $judged = Get-PutBack $known $seen.found ($force -ccontains $known.item)
    if ($judged.outcome) { & $end $known $judged.outcome $seen.found $seen.found '' }
    else { $due += @{ item = $known.item; limit = 60; known = $known; resource = $known.resource; found = $seen.found; to = $judged.to; forced = $force -ccontains $known.item } }
  })
  Write-Events $log $events
  # what was waited for waits now
  foreach ($one in $due) { $one.after = @(foreach ($other in $due) { if (@($other.known.after) -ccontains $one.item) { $other.item } }) }
  foreach ($layer in (Get-Layers $due)) {
    Write-Events $log @(foreach ($one in $layer) { '"type":"put-back-intent","item":' + (Json-Text $one.item) + ',"to":' + (Json-State $one.to) })
    Set-All $layer {
      param($thing, $said, $took)
      $known = $thing.known
      $left = $(if ($said.left) { $said.left } else { 'absent' })
      $why = $(if ($said.why) { [string]$said.why } else { 'the server gave no answer' })
      $event = switch ($said.did) {
        { 'set', 'nothing' -contains $_ } {
          if ($left -is [string]) { & $end $known 'gone' $thing.found $left '' }
          else { & $end $known $(if (Test-SameState $left $known.was) { 'restored' } else { 'drifted' }) $thing.found $left '' }
        }
        'differs' { & $end $known 'drifted' $said.found $left ([string]$said.why) }
        'absent' { & $end $known 'gone' $thing.found 'absent' '' }
        'failed' { & $end $known 'failed' $thing.found $left $why }
        default { & $end $known 'failed' $thing.found 'unknown' $why }
      }
      Write-Events $log @($event)
    }
  }
  if ($due.Count -gt 0) {
    # what starts may start what was to stay stopped, and what was stopped may be started by what guards it
    $events = @(foreach ($known in $all) {
      $before = $ended[$known.item]
      if ('kept', 'restored' -notcontains $before.outcome) { continue }
      $seen = Get-Seen $known.item $known.resource
      if ($null -eq $seen.found) { & $end $known 'failed' $before.found 'unknown' $seen.why }
      elseif ($seen.found -is [string]) { & $end $known 'gone' $before.found 'absent' '' }
      elseif (-not (Test-SameState $seen.found $known.was)) { & $end $known 'drifted' $before.found $seen.found 'it was as before, and is not any more now that the rest is put back' }
    })
    Write-Events $log $events
  }
  $well = $true
  foreach ($known in $all) {
    $outcome = $ended[$known.item].outcome
    Show-Item $outcome (Get-NameOf $known.resource) $(if ($outcome -eq 'drifted') { $known.item } else { '' })
    if ('kept', 'restored' -notcontains $outcome) { $well = $false }
  }
  Write-Events $log @('"type":"run-ended","run":"kit-put-back","outcome":"' + $(if ($well) { 'done' } else { 'incomplete' }) + '"')
  $well
}
`;
