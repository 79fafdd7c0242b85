/**
 * JSON of the log, read without ConvertFrom-Json, which takes members that differ in case alone for the same and changes dates and numbers.
 * Tables keep their order.
 */
export const kitJsonFunctions = String.raw`
$jsonToken = [regex]'\G\s*(?:(?<mark>[{}\[\]:,])|"(?<text>(?:[^"\\\x00-\x1f]|\\.)*)"|(?<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<word>true|false|null))'
$jsonEscape = [regex]'\\(u[0-9a-fA-F]{4}|.)'
$jsonPlain = [Text.RegularExpressions.MatchEvaluator] {
  param($m)
  $c = $m.Groups[1].Value
  switch -CaseSensitive ($c.Substring(0, 1)) {
    'u' { [string][char][Convert]::ToInt32($c.Substring(1), 16) }
    'n' { [string][char]10 }
    'r' { [string][char]13 }
    't' { [string][char]9 }
    'b' { [string][char]8 }
    'f' { [string][char]12 }
    default { $c }
  }
}
function Read-JsonToken($at) {
  $m = $jsonToken.Match($at.text, $at.index)
  if (-not $m.Success) { throw 'not JSON' }
  $at.index = $m.Index + $m.Length
  $m
}
function Read-JsonValue($at) {
  $m = Read-JsonToken $at
  if ($m.Groups['text'].Success) { return $jsonEscape.Replace($m.Groups['text'].Value, $jsonPlain) }
  if ($m.Groups['number'].Success) { return [double]::Parse($m.Groups['number'].Value, $invariant) }
  if ($m.Groups['word'].Success) { switch ($m.Groups['word'].Value) { 'true' { return $true } 'false' { return $false } default { return $null } } }
  $open = $m.Groups['mark'].Value
  if ($open -eq '{') {
    $table = New-Of ([Collections.Specialized.OrderedDictionary])
    while ($true) {
      $m = Read-JsonToken $at
      if ($m.Groups['mark'].Value -eq '}') { return , $table }
      if ($m.Groups['mark'].Value -eq ',') { $m = Read-JsonToken $at }
      if (-not $m.Groups['text'].Success) { throw 'not JSON' }
      $name = $jsonEscape.Replace($m.Groups['text'].Value, $jsonPlain)
      if ((Read-JsonToken $at).Groups['mark'].Value -ne ':') { throw 'not JSON' }
      $table[$name] = Read-JsonValue $at
    }
  }
  if ($open -ne '[') { throw 'not JSON' }
  $list = New-Of ([Collections.ArrayList])
  while ($true) {
    $before = $at.index
    $mark = (Read-JsonToken $at).Groups['mark'].Value
    if ($mark -eq ']') { return , $list.ToArray() }
    if ($mark -ne ',') { $at.index = $before }
    [void]$list.Add((Read-JsonValue $at))
  }
}
function Read-Json([string]$text) { , (Read-JsonValue @{ text = $text; index = 0 }) }
`;
