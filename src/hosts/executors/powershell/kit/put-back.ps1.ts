/** Puts back what the log says was touched, as `src/engine/put-back.ts`: one that fails never stops the rest. */
export const kitPutBackFunctions = String.raw`
function Get-PutBackEvent($known, [string]$outcome, $found, $left, $forced, [string]$why) {
  '"type":"put-back","item":' + (Json-Text $known.item) + ',"outcome":"' + $outcome + '","found":' + (Json-Any $found) + ',"left":' + (Json-Any $left) + ',"was":' + (Json-State $known.was) + ',"forced":' + $(if ($forced) { 'true' } else { 'false' }) + ',"why":' + (Json-Why $why)
}
function Get-Due($known, $found, $to, $forced) { @{ item = $known.item; limit = 60; known = $known; resource = $known.resource; found = $found; to = $to; forced = $forced } }
function Invoke-PutBack($kit, $log, $force) {
  Write-Events $log @('"type":"run-started","run":"kit-put-back","plan":"' + $kit.plan + '"')
  $ended = New-Of ([Collections.Specialized.OrderedDictionary])
  $end = {
    param($known, $outcome, $found, $left, $why)
    $ended[$known.item] = @{ outcome = $outcome; found = $found }
    Get-PutBackEvent $known $outcome $found $left ($force -ccontains $known.item) $why
  }
  $restore = {
    param($layer)
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
  $all = @(foreach ($item in $log.known.Keys) { $log.known[$item] })
  $looked = New-Of ([Collections.Specialized.OrderedDictionary])
  foreach ($known in $all) { $looked[$known.item] = Get-Seen $known.item $known.resource }
  $gone = @(foreach ($known in $all) { if ($looked[$known.item].found -is [string]) { $known.item } })
  $due = @()
  $events = @(foreach ($known in $all) {
    $seen = $looked[$known.item]
    if ($null -eq $seen.found) { & $end $known 'failed' 'unknown' 'unknown' $seen.why; continue }
    if (Test-GuardsNothing $known $seen.found $gone) { & $end $known 'gone' $seen.found $seen.found ''; continue }
    $judged = Get-PutBack $known $seen.found ($force -ccontains $known.item)
    if ($judged.outcome) { & $end $known $judged.outcome $seen.found $seen.found '' }
    else { $due += Get-Due $known $seen.found $judged.to ($force -ccontains $known.item) }
  })
  Write-Events $log $events
  # what was waited for waits now
  foreach ($one in $due) { $one.after = @(foreach ($other in $due) { if (@($other.known.after) -ccontains $one.item) { $other.item } }) }
  foreach ($layer in (Get-Layers $due)) { & $restore $layer }
  if ($due.Count -gt 0) {
    # what starts may start what was to stay stopped, and what was stopped may be started by what guards it; what was only watched over
    # may be lost once more when its service is set: that is set again, once
    foreach ($turn in 0, 1) {
      $seen = New-Of ([Collections.Specialized.OrderedDictionary])
      foreach ($known in $all) { if ('kept', 'restored' -contains $ended[$known.item].outcome) { $seen[$known.item] = Get-Seen $known.item $known.resource } }
      $gone = @(foreach ($known in $all) { if ($(if ($seen[$known.item]) { $seen[$known.item].found -is [string] } else { $ended[$known.item].outcome -eq 'gone' })) { $known.item } })
      $lost = @()
      $events = @(foreach ($known in $all) {
        $now = $seen[$known.item]
        if (-not $now) { continue }
        $before = $ended[$known.item].found
        if ($null -eq $now.found) { , @($known, 'failed', $before, 'unknown', $now.why) }
        elseif (Test-GuardsNothing $known $now.found $gone) { , @($known, 'gone', $before, $now.found, '') }
        elseif ($now.found -is [string]) { , @($known, 'gone', $before, 'absent', '') }
        elseif (-not (Test-SameState $now.found $known.was)) {
          if ($known.lost -and (Test-SameState $now.found $known.lost)) { $lost += Get-Due $known $now.found $known.was $false }
          , @($known, 'drifted', $before, $now.found, 'it was as before, and is not any more now that the rest is put back')
        }
      })
      if ($turn -eq 1 -or $lost.Count -eq 0) {
        Write-Events $log @(foreach ($one in $events) { & $end $one[0] $one[1] $one[2] $one[3] $one[4] })
        break
      }
      & $restore $lost
    }
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
