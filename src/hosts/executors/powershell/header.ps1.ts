/** The header line of the wire, without its mark. */
export const headerFunctions = String.raw`
function Get-CodePage([string]$name) {
  try { [int](Open-Key 'HKLM\SYSTEM\CurrentControlSet\Control\Nls\CodePage').GetValue($name) } catch { 0 }
}
function Test-Elevated {
  try {
    $principal = New-Of ([Security.Principal.WindowsPrincipal]) ([Security.Principal.WindowsIdentity]::GetCurrent())
    $principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
  } catch { [Environment]::UserName -eq 'root' }
}
function Get-Header {
  $head = '{"answers":1,"executor":"powershell","engine":' + (Json-Text ('PowerShell ' + $PSVersionTable.PSVersion + ', ' + [Environment]::OSVersion.VersionString))
  $head += ',"computer":' + (Json-Text ([Environment]::MachineName)) + ',"elevated":' + (Json-Cell ([bool](Test-Elevated)))
  $head += ',"clock":' + [Math]::Floor(([DateTime]::UtcNow - [DateTime]'1970-01-01').TotalSeconds).ToString('0', $invariant)
  foreach ($page in @('oem', 'OEMCP'), @('ansi', 'ACP')) {
    $number = Get-CodePage $page[1]
    if ($number -gt 0) { $head += ',"' + $page[0] + '":' + $number }
  }
  $head + '}'
}
`;
