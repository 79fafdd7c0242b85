import type { PowerShellQuestion, RegistryQuestion, WmiQuestion } from '../../model/question.js';

/** NumberOfCores and what follows came with Windows Server 2008; on 2000 and 2003 each row may be a logical processor. */
export const processors = {
  id: 'windows-processors',
  kind: 'wmi',
  class: 'Win32_Processor',
  properties: [
    'DeviceID',
    'Name',
    'Manufacturer',
    'Description',
    'MaxClockSpeed',
    'SocketDesignation',
    'NumberOfCores',
    'NumberOfLogicalProcessors',
    'SecondLevelAddressTranslationExtensions',
  ],
  timeoutSeconds: 60,
} as const satisfies WmiQuestion;

export const bios = {
  id: 'windows-bios',
  kind: 'wmi',
  class: 'Win32_BIOS',
  properties: ['Manufacturer', 'SMBIOSBIOSVersion', 'Version', 'ReleaseDate'],
} as const satisfies WmiQuestion;

/** Processors as the kernel found them: a sub-key for each logical one. */
export const processorKeys = {
  id: 'registry-processors',
  kind: 'registry',
  key: 'HKLM\\HARDWARE\\DESCRIPTION\\System\\CentralProcessor',
  depth: 1,
  values: ['ProcessorNameString', 'Identifier', 'VendorIdentifier', '~MHz'],
} as const satisfies RegistryQuestion;

/** Firmware and machine without WMI; the sub-key BIOS is there from Windows Server 2008 on. */
export const systemDescription = {
  id: 'registry-system-description',
  kind: 'registry',
  key: 'HKLM\\HARDWARE\\DESCRIPTION\\System',
  depth: 1,
  values: [
    'SystemBiosDate',
    'SystemBiosVersion',
    'BIOSVendor',
    'BIOSVersion',
    'BIOSReleaseDate',
    'SystemManufacturer',
    'SystemProductName',
  ],
} as const satisfies RegistryQuestion;

/** PEFirmwareType 1 is BIOS, 2 UEFI: Windows Server 2012 and later (GetFirmwareType). */
export const firmwareType = {
  id: 'registry-firmware-type',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control',
  values: ['PEFirmwareType'],
} as const satisfies RegistryQuestion;

export const secureBootState = {
  id: 'registry-secure-boot',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecureBoot\\State',
  values: ['UEFISecureBootEnabled'],
} as const satisfies RegistryQuestion;

export const trustedPlatform = {
  id: 'windows-tpm',
  kind: 'wmi',
  namespace: 'root\\cimv2\\Security\\MicrosoftTpm',
  class: 'Win32_Tpm',
  properties: ['SpecVersion'],
} as const satisfies WmiQuestion;

/** No class nor key says what a processor can do; the system's own question does. */
export const processorAsked = {
  id: 'powershell-processor-features',
  kind: 'powershell',
  script: `
$native = Add-Type -PassThru -Name Processor -Namespace Antesala -MemberDefinition '[DllImport("kernel32.dll")] public static extern bool IsProcessorFeaturePresent(uint feature);'
ConvertTo-Json -Compress @{ present = @(12, 14, 20, 38 | Where-Object { $native::IsProcessorFeaturePresent($_) }) }
`,
} as const satisfies PowerShellQuestion;
