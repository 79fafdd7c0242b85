import { known, reader } from '../model/fact.js';
import type { Hardware } from './hardware.js';
import {
  bios,
  firmwareType,
  processorAsked,
  processorKeys,
  processors,
  secureBootState,
  systemDescription,
  trustedPlatform,
} from './questions/windows-hardware.js';
import { computerSystem, currentVersion, operatingSystem } from './questions/windows.js';
import { virtualMachineOf } from './reading/virtual-machine.js';
import { couldNotRead } from './reading/why.js';
import { keyOf, numberCell, rowsOf, subKeysOf, textCell, textIn } from './reading/windows-answers.js';
import { firmwareOf, secureBootOf, tpmOf, uefiOf } from './reading/windows-firmware.js';
import { processorOf } from './reading/windows-processor.js';

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
    const kilobytes = numberCell(rowsOf(answers.system)?.[0]?.TotalVisibleMemorySize);
    return known({
      maker,
      model,
      virtual: virtualMachineOf(maker, model, firmware.vendor, firmware.version),
      processor: processorOf(answers, build, numberCell(computer?.NumberOfProcessors)),
      memoryBytes:
        numberCell(computer?.TotalPhysicalMemory) ?? (kilobytes === undefined ? undefined : kilobytes * 1024),
      firmware,
      uefi: uefiOf(answers.firmwareType, answers.secureBoot, build),
      secureBoot: secureBootOf(answers.secureBoot),
      tpm: tpmOf(answers.tpm),
    });
  },
});
