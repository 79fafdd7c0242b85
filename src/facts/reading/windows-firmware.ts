import type { Answer } from '../../model/answer.js';
import type { Hardware } from '../hardware.js';
import { firmwareType, secureBootState, systemDescription } from '../questions/windows-hardware.js';
import { keyOf, numberIn, rowsOf, textCell, textIn, wmiDay } from './windows-answers.js';
import { installedDay } from './windows-times.js';

/** Who made the firmware, its version and its day. */
export function firmwareOf(answer: Answer, description: Answer): Hardware['firmware'] {
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
export function uefiOf(type: Answer, secureBoot: Answer, build: number | undefined): boolean | undefined {
  const number = numberIn(keyOf(type, firmwareType.key), 'PEFirmwareType');
  if (number === 1 || number === 2) return number === 2;
  if (secureBootOf(secureBoot) === true) return true;
  return build !== undefined && build < 6001 ? false : undefined;
}

/** Undefined where it may not be read. */
export function secureBootOf(answer: Answer): boolean | undefined {
  const enabled = numberIn(keyOf(answer, secureBootState.key), 'UEFISecureBootEnabled');
  if (enabled !== undefined) return enabled === 1;
  return answer.state === 'missing' ? false : undefined;
}

/** No row in a class that is there means no TPM; a class that is not there says nothing. "2.0, 0, 1.38" starts with the version. */
export function tpmOf(answer: Answer): Hardware['tpm'] {
  const rows = rowsOf(answer);
  if (!rows) return undefined;
  const version = textCell(rows[0]?.SpecVersion)?.split(',')[0]?.trim();
  return { present: rows.length > 0, version: version === '' ? undefined : version };
}
