import type { RegistryQuestion, WmiQuestion } from '../../model/question.js';

/**
 * Questions whose answers several Windows facts need. Properties are those that Windows 2000 has already: what came later is asked
 * for apart, so that a system that refuses a query for an unknown property still answers the rest.
 */

/** Name, times and memory. Never ProductType, DomainRole or suites alone: the registry (`productOptions`) says those. */
export const operatingSystem = {
  id: 'windows-operating-system',
  kind: 'wmi',
  class: 'Win32_OperatingSystem',
  properties: [
    'Caption',
    'Version',
    'BuildNumber',
    'CSDVersion',
    'ServicePackMajorVersion',
    'OSLanguage',
    'InstallDate',
    'LastBootUpTime',
    'LocalDateTime',
    'CurrentTimeZone',
    'WindowsDirectory',
    'TotalVisibleMemorySize',
  ],
} as const satisfies WmiQuestion;

/** The machine as it presents itself; UserName is who sits at the console. */
export const computerSystem = {
  id: 'windows-computer-system',
  kind: 'wmi',
  class: 'Win32_ComputerSystem',
  properties: [
    'Name',
    'Domain',
    'DomainRole',
    'UserName',
    'Manufacturer',
    'Model',
    'TotalPhysicalMemory',
    'NumberOfProcessors',
  ],
} as const satisfies WmiQuestion;

/** Product, edition and build. Values are named: the key also holds the product key. */
export const currentVersion = {
  id: 'registry-current-version',
  kind: 'registry',
  key: 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion',
  values: [
    'CurrentVersion',
    'CurrentBuildNumber',
    'CurrentMajorVersionNumber',
    'CurrentMinorVersionNumber',
    'UBR',
    'ProductName',
    'EditionID',
    'InstallationType',
    'CSDVersion',
    'BuildLab',
    'BuildLabEx',
    'InstallDate',
    'SystemRoot',
  ],
} as const satisfies RegistryQuestion;

/** Workstation, server or domain controller (KB Q152078) and the suites licensed, Small Business among them. */
export const productOptions = {
  id: 'registry-product-options',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions',
  values: ['ProductType', 'ProductSuite'],
} as const satisfies RegistryQuestion;

/** The name in force (ActiveComputerName) and the one after the next restart (ComputerName). */
export const computerNames = {
  id: 'registry-computer-name',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName',
  depth: 1,
  values: ['ComputerName'],
} as const satisfies RegistryQuestion;

/** Where Exchange 2000 maps its store to a drive letter (KB Q304016, Q317061). */
export const exchangeFileSystem = {
  id: 'registry-exifs',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\EXIFS',
  depth: 1,
  values: ['DriveLetter', 'Start'],
} as const satisfies RegistryQuestion;

/** Time zone and the minutes to add to local time to get UTC (ActiveTimeBias, a signed number in a DWORD). */
export const timeZoneInformation = {
  id: 'registry-time-zone',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\TimeZoneInformation',
  values: ['TimeZoneKeyName', 'StandardName', 'ActiveTimeBias', 'Bias'],
} as const satisfies RegistryQuestion;
