/**
 * WMI through System.Management, whose values are raw: dates in WMI's form, 64-bit integers whole. A property that this version of the
 * class lacks is null, as in wsh.
 */
export const wmiFunctions = String.raw`
function Ask-Wmi($q) {
  $namespace = $(if ($q.namespace) { $q.namespace } else { 'root\cimv2' })
  try {
    [void][Reflection.Assembly]::LoadWithPartialName('System.Management')
    $scope = New-Of ([Management.ManagementScope]) ('\\.\' + $namespace)
    $scope.Options.Timeout = [TimeSpan]::FromSeconds($q.limit)
    $class = New-Of ([Management.ManagementClass]) @($scope, (New-Of ([Management.ManagementPath]) $q.class), $null)
    $class.PSBase.Get()
    $there = @(foreach ($property in $class.PSBase.Properties) { $property.Name })
    $known = @(foreach ($name in $q.properties) { if ($there -contains $name) { $name } })
    if ($known.Count -eq 0) { return Answer-No 'missing' ($q.class + ' has none of the properties ' + ($q.properties -join ', ')) }
    $query = 'SELECT ' + ($known -join ',') + ' FROM ' + $q.class + $(if ($q['where']) { ' WHERE ' + $q['where'] } else { '' })
    $options = New-Of ([Management.EnumerationOptions])
    $options.Timeout = [TimeSpan]::FromSeconds($q.limit)
    $options.ReturnImmediately = $true
    $options.Rewindable = $false
    $searcher = New-Of ([Management.ManagementObjectSearcher]) @($scope, (New-Of ([Management.ObjectQuery]) $query), $options)
    $rows = New-Of ([Collections.ArrayList])
    $texts = @()
    $size = 0
    $cut = $false
    foreach ($instance in $searcher.Get()) {
      $cells = @(foreach ($name in $q.properties) {
        $value = $null
        if ($known -contains $name) { try { $value = $instance.PSBase.Properties[$name].Value } catch { } }
        if ($q.kept -contains $name -and $value -is [string]) { $texts += @{ name = $name.ToLowerInvariant(); text = $value } }
        (Json-Text $name) + ':' + (Json-Cell $value)
      })
      $row = '{' + ($cells -join ',') + '}'
      $size += $row.Length
      if ($size -gt $q.max) { $cut = $true; break }
      [void]$rows.Add($row)
    }
    Answer-Yes ('"rows":[' + ($rows -join ',') + ']') $cut
    $texts
  } catch { Answer-Fault $_ ($namespace + ' ' + $q.class) }
}
function Get-Answer($q) {
  switch ($q.kind) {
    'command' { Ask-Command $q }
    'file' { Ask-File $q }
    'registry' { Ask-Registry $q }
    'wmi' { Ask-Wmi $q }
    'file-info' { Ask-FileInfo $q }
  }
}
`;
