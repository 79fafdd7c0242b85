import type { RegistryQuestion, WmiQuestion } from '../../model/question.js';

/** "R2" of Windows Server 2003 R2; the property came with XP, so that Windows 2000 may refuse the query. */
export const otherType = {
  id: 'windows-other-type',
  kind: 'wmi',
  class: 'Win32_OperatingSystem',
  properties: ['OtherTypeDescription'],
} as const satisfies WmiQuestion;

/** Edition as a number, Windows Server 2008 and later: tells Server Core where InstallationType is not written yet. */
export const editionNumber = {
  id: 'windows-edition-number',
  kind: 'wmi',
  class: 'Win32_OperatingSystem',
  properties: ['OperatingSystemSKU'],
} as const satisfies WmiQuestion;

/** PROCESSOR_ARCHITECTURE of the system, not of a 32-bit script engine. */
export const systemEnvironment = {
  id: 'registry-system-environment',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment',
  values: ['PROCESSOR_ARCHITECTURE'],
} as const satisfies RegistryQuestion;

/** Language the system was installed in: an upgrade must be in the same. */
export const installLanguage = {
  id: 'registry-install-language',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\Language',
  values: ['InstallLanguage', 'Default'],
} as const satisfies RegistryQuestion;

/** CSDVersion as a number: the service pack in its upper byte (0x400 is Service Pack 4). */
export const servicePackNumber = {
  id: 'registry-service-pack',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Windows',
  values: ['CSDVersion'],
} as const satisfies RegistryQuestion;

/** ServicePackNumber is there once Small Business Server 2003 SP1 is installed (Microsoft's SBS blog). */
export const smallBusinessServer = {
  id: 'registry-small-business-server',
  kind: 'registry',
  key: 'HKLM\\SOFTWARE\\Microsoft\\SmallBusinessServer',
  values: ['ServicePackNumber'],
} as const satisfies RegistryQuestion;

/** DNS domain of the computer, for hosts that do not tell it through WMI. */
export const tcpipDomain = {
  id: 'registry-tcpip-domain',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters',
  values: ['Hostname', 'NV Hostname', 'Domain', 'NV Domain'],
} as const satisfies RegistryQuestion;
