import type { Answer, Row } from '../model/answer.js';
import { known, reader } from '../model/fact.js';
import type { PowerShellQuestion, RegistryQuestion, WmiQuestion } from '../model/question.js';
import type { Hardware } from './hardware.js';
import { computerSystem, currentVersion, operatingSystem } from './questions/windows.js';
import { jsonObject } from './reading/json-text.js';
import { processorFeatures } from './reading/processor-features.js';
import { virtualMachineOf } from './reading/virtual-machine.js';
import { couldNotRead } from './reading/why.js';
import {
  flagCell,
  keyOf,
  numberCell,
  numberIn,
  rowsOf,
  subKeysOf,
  textCell,
  textIn,
  textOf,
  wmiDay,
} from './reading/windows-answers.js';
import { installedDay } from './reading/windows-times.js';

/** NumberOfCores and what follows came with Windows Server 2008; on 2000 and 2003 each row may be a logical processor. */
const processors = {
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

const bios = {
  id: 'windows-bios',
  kind: 'wmi',
  class: 'Win32_BIOS',
  properties: ['Manufacturer', 'SMBIOSBIOSVersion', 'Version', 'ReleaseDate'],
} as const satisfies WmiQuestion;

/** Processors as the kernel found them: a sub-key for each logical one. */
const processorKeys = {
  id: 'registry-processors',
  kind: 'registry',
  key: 'HKLM\\HARDWARE\\DESCRIPTION\\System\\CentralProcessor',
  depth: 1,
  values: ['ProcessorNameString', 'Identifier', 'VendorIdentifier', '~MHz'],
} as const satisfies RegistryQuestion;

/** Firmware and machine without WMI; the sub-key BIOS is there from Windows Server 2008 on. */
const systemDescription = {
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
const firmwareType = {
  id: 'registry-firmware-type',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control',
  values: ['PEFirmwareType'],
} as const satisfies RegistryQuestion;

const secureBootState = {
  id: 'registry-secure-boot',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecureBoot\\State',
  values: ['UEFISecureBootEnabled'],
} as const satisfies RegistryQuestion;

const trustedPlatform = {
  id: 'windows-tpm',
  kind: 'wmi',
  namespace: 'root\\cimv2\\Security\\MicrosoftTpm',
  class: 'Win32_Tpm',
  properties: ['SpecVersion'],
} as const satisfies WmiQuestion;

/** No class nor key says what a processor can do; the system's own question does. */
const processorAsked = {
  id: 'powershell-processor-features',
  kind: 'powershell',
  script: `
$native = Add-Type -PassThru -Name Processor -Namespace Antesala -MemberDefinition '[DllImport("kernel32.dll")] public static extern bool IsProcessorFeaturePresent(uint feature);'
ConvertTo-Json -Compress @{ present = @(12, 14, 20, 38 | Where-Object { $native::IsProcessorFeaturePresent($_) }) }
`,
} as const satisfies PowerShellQuestion;

const questions = {
  computer: computerSystem,
  system: operatingSystem,
  version: currentVersion,
  processors,
  bios,
  processorKeys,
  description: systemDescription,
  firmwareType,
  secureBoot: secureBootState,
  tpm: trustedPlatform,
  asked: processorAsked,
} as const;

export const hardwareOnWindows = reader<Hardware, typeof questions>({
  questions,
  parse(answers) {
    const computer = rowsOf(answers.computer)?.[0];
    const rows = rowsOf(answers.processors);
    const keys = subKeysOf(answers.processorKeys, processorKeys.key);
    if (!computer && !rows?.length && keys.length === 0) return couldNotRead('Win32_ComputerSystem', answers.computer);
    const described = keyOf(answers.description, `${systemDescription.key}\\BIOS`);
    const maker = textCell(computer?.Manufacturer) ?? textIn(described, 'SystemManufacturer');
    const model = textCell(computer?.Model) ?? textIn(described, 'SystemProductName');
    const firmware = firmwareOf(answers.bios, answers.description);
    const build =
      Number(textIn(keyOf(answers.version, currentVersion.key), 'CurrentBuildNumber') ?? Number.NaN) || undefined;
    const first = keys[0]?.[1];
    const present = jsonObject(textOf(answers.asked))?.present;
    const kilobytes = numberCell(rowsOf(answers.system)?.[0]?.TotalVisibleMemorySize);
    return known({
      maker,
      model,
      virtual: virtualMachineOf(maker, model, firmware.vendor, firmware.version),
      processor: {
        model: (textCell(rows?.[0]?.Name) ?? textIn(first, 'ProcessorNameString'))?.replace(/\s+/g, ' '),
        ...countsOf(rows ?? [], keys.length, numberCell(computer?.NumberOfProcessors)),
        megahertz: numberCell(rows?.[0]?.MaxClockSpeed) ?? numberIn(first, '~MHz'),
        features: processorFeatures({
          identifier: textIn(first, 'Identifier') ?? textCell(rows?.[0]?.Description),
          vendor: textIn(first, 'VendorIdentifier') ?? textCell(rows?.[0]?.Manufacturer),
          build,
          wide: isWide(textIn(first, 'Identifier') ?? textCell(rows?.[0]?.Description)),
          present: Array.isArray(present) ? new Set(present.filter(one => typeof one === 'number')) : undefined,
          slat: rows?.some(row => flagCell(row.SecondLevelAddressTranslationExtensions) === true),
        }),
      },
      memoryBytes:
        numberCell(computer?.TotalPhysicalMemory) ?? (kilobytes === undefined ? undefined : kilobytes * 1024),
      firmware,
      uefi: uefiOf(answers.firmwareType, answers.secureBoot, build),
      secureBoot: secureBootOf(answers.secureBoot),
      tpm: tpmOf(answers.tpm),
    });
  },
});

type Counts = Pick<Hardware['processor'], 'sockets' | 'cores' | 'logical'>;

/** Where cores are told, a row is a socket; before that a row may be a core, and only its socket's name tells them apart. */
function countsOf(rows: readonly Row[], keys: number, processors: number | undefined): Counts {
  const cores = rows.map(row => numberCell(row.NumberOfCores));
  const told = rows.length > 0 && cores.every(count => count !== undefined);
  const logical = sum(rows.map(row => numberCell(row.NumberOfLogicalProcessors))) ?? (keys || processors);
  if (told) return { sockets: rows.length, cores: sum(cores), logical };
  const sockets = new Set(rows.map(row => textCell(row.SocketDesignation)?.toLowerCase()));
  return { sockets: sockets.has(undefined) ? undefined : sockets.size || undefined, cores: undefined, logical };
}

function sum(counts: readonly (number | undefined)[]): number | undefined {
  let total = 0;
  for (const count of counts) {
    if (count === undefined) return undefined;
    total += count;
  }
  return total || undefined;
}

/** "Intel64 Family…" and "AMD64 Family…" are said by 64-bit systems, "x86 Family…" by 32-bit ones. */
function isWide(identifier: string | undefined): boolean {
  return /^(intel64|amd64|em64t)/i.test(identifier ?? '');
}

function firmwareOf(answer: Answer, description: Answer): Hardware['firmware'] {
  const row = rowsOf(answer)?.[0];
  const root = keyOf(description, systemDescription.key);
  const below = keyOf(description, `${systemDescription.key}\\BIOS`);
  return {
    vendor: textCell(row?.Manufacturer) ?? textIn(below, 'BIOSVendor'),
    version: textCell(row?.SMBIOSBIOSVersion) ?? textIn(below, 'BIOSVersion') ?? textCell(row?.Version),
    // the registry's dates are in US order in every language ("06/21/06")
    date:
      wmiDay(row?.ReleaseDate) ??
      installedDay(textIn(below, 'BIOSReleaseDate')) ??
      installedDay(textIn(root, 'SystemBiosDate')),
  };
}

/** The state of Secure Boot is there on UEFI machines alone; Windows before 2008 starts from a BIOS only. */
function uefiOf(type: Answer, secureBoot: Answer, build: number | undefined): boolean | undefined {
  const number = numberIn(keyOf(type, firmwareType.key), 'PEFirmwareType');
  if (number === 1 || number === 2) return number === 2;
  if (secureBootOf(secureBoot) === true) return true;
  return build !== undefined && build < 6001 ? false : undefined;
}

function secureBootOf(answer: Answer): boolean | undefined {
  const enabled = numberIn(keyOf(answer, secureBootState.key), 'UEFISecureBootEnabled');
  if (enabled !== undefined) return enabled === 1;
  return answer.state === 'missing' ? false : undefined;
}

/** No row in a class that is there means no TPM; a class that is not there says nothing. "2.0, 0, 1.38" starts with the version. */
function tpmOf(answer: Answer): Hardware['tpm'] {
  const rows = rowsOf(answer);
  if (!rows) return undefined;
  const version = textCell(rows[0]?.SpecVersion)?.split(',')[0]?.trim();
  return { present: rows.length > 0, version: version === '' ? undefined : version };
}
