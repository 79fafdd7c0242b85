import { expect, it } from 'vitest';
import { concerns } from '../testing/concerns.js';
import { aSituation, aVolume, someHardware } from '../testing/facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { partitionFirmwareMismatch } from './partition-firmware-mismatch.js';

const path = aSituation('ws2016-ws2025');
const efi = aVolume({ name: '\\\\?\\Volume{1}\\', system: false, boot: true, fileSystem: 'FAT32' });
const active = aVolume({ boot: true });

it.each([
  ['UEFI from an EFI partition', true, [aVolume(), efi], ['pass']],
  ['BIOS from C:', false, [active], ['pass']],
  ['BIOS from System Reserved', false, [aVolume(), { ...efi, fileSystem: 'NTFS' }], ['pass']],
  ['UEFI from NTFS', true, [active], ['warn']],
  ['BIOS from FAT32', false, [aVolume(), efi], ['warn']],
  ['UEFI, EFI partition not shown', true, [aVolume()], ['manual']],
  ['BIOS, nothing shown', false, [aVolume()], ['manual']],
  ['firmware not read', undefined, [active], ['manual']],
  ['file system not read', true, [{ ...efi, fileSystem: undefined }], ['manual']],
])('%s', (_, uefi, volumes, expected) =>
  expect(statesOf(partitionFirmwareMismatch, { hardware: someHardware({ uefi }), volumes }, path)).toEqual(expected),
);

it.each([
  [true, 'hyper-v', 'medium', 'Gpt'],
  [true, false, 'low', 'System'],
  [false, false, 'low', 'no asterisk'],
  [undefined, false, 'low', 'msinfo32'],
] as const)('UEFI %s on %s asks as %s', (uefi, virtual, severity, words) => {
  const values = { hardware: someHardware({ uefi, virtual }), volumes: [] };
  const [outcome] = runCheck(partitionFirmwareMismatch, values, path);
  expect(outcome?.severity).toBe(severity);
  expect(outcome?.question?.en).toContain(words);
});

it.each([
  ['ws2016-ws2025', true],
  ['sbs2000-sbs2003', false],
])('%s: %s', (id, expected) => expect(concerns(partitionFirmwareMismatch, id)).toBe(expected));
