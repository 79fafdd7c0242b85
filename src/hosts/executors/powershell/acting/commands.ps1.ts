/** What only a command tells and sets, and lines that are run. Consoles of Windows print the OEM code page. */
export const commandStateFunctions = String.raw`
function Get-ConsoleText([byte[]]$bytes) {
  $encoding = [Text.Encoding]::UTF8
  if ($env:ComSpec) { try { $encoding = [Text.Encoding]::GetEncoding([int](Get-CodePage 'OEMCP')) } catch { } }
  $encoding.GetString($bytes).Trim()
}
function Look-Command($thing, [long]$limit) {
  $ran = Invoke-Line $thing.look $limit 65536 $true
  if ($ran.late) { Stop-With 'timeout' 'the command that looks was ended when its time was over' }
  $value = Get-ConsoleText $ran.out
  # a line that has no result to show must at least say that it worked; 9009 is no such program, as are 126 and 127 elsewhere
  if (126, 127, 9009 -contains $ran.exit -or ($ran.exit -ne 0 -and $value -eq '')) { Stop-With 'error' ('the command that looks ended with ' + $ran.exit + ': ' + (Get-ConsoleText $ran.err)) }
  [ordered]@{ value = $value }
}
function Apply-Command($thing, $to, [long]$limit) {
  $line = $null
  foreach ($one in $thing.set) { if (Test-Same $one.value $to['value']) { $line = $one.line } }
  if ($null -eq $line) { return 'no line sets ' + $thing.name + ' to ' + $to['value'] }
  $ran = Invoke-Line $line $limit 65536 $false
  if ($ran.late) { return 'the command was ended when its time was over' }
  if ($ran.exit -eq 0) { return }
  $said = Get-ConsoleText $ran.err
  if ($said -eq '') { $said = Get-ConsoleText $ran.out }
  'exit code ' + $ran.exit + $(if ($said -ne '') { ': ' + $said.Substring(0, [Math]::Min(500, $said.Length)) })
}
function Invoke-Run($told) {
  $ran = Invoke-Line $told.line (1000 * $told.limit) $told.max $false
  if ($ran.late) { Stop-With 'timeout' ('the command was ended after ' + $told.limit + ' s') }
  '"did":"ran",' + (Json-Ran $ran) + $(if ($ran.cut) { ',"cut":true' })
}
`;
