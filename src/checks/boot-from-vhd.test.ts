import { expect, it } from 'vitest';
import { concerns } from '../testing/concerns.js';
import { aSituation, aVolume, someHardware } from '../testing/facts.js';
import { statesOf } from '../testing/run-check.js';
import { bootFromVhd } from './boot-from-vhd.js';

const path = aSituation('ws2016-ws2025');
const on = (device: string | undefined) => [aVolume({ device })];
const physical = someHardware();
const virtual = someHardware({ virtual: 'hyper-v' });

it.each([
  ['a disk', on('Disk #0, Partition #1'), physical, ['manual']],
  ['no device named', on(undefined), physical, ['manual']],
  ['a VHD file', on('D:\\boot\\server.VHDX'), physical, ['fail']],
  ['a virtual disk on a physical machine', on('Msft Virtual Disk SCSI Disk Device'), physical, ['fail']],
  ['on a virtual one', on('Msft Virtual Disk SCSI Disk Device'), virtual, ['not-applicable']],
  ['on one not known', on('Msft Virtual Disk'), someHardware({ virtual: undefined }), ['manual']],
  ['no system volume', [], physical, ['unknown']],
])('%s', (_, volumes, hardware, expected) =>
  expect(statesOf(bootFromVhd, { volumes, hardware }, path)).toEqual(expected),
);

it('asks when the hardware could not be read', () =>
  expect(statesOf(bootFromVhd, { volumes: on('Msft Virtual Disk') }, path)).toEqual(['manual']));

it.each([
  ['ws2008r2-ws2012', true],
  ['ws2003-ws2008', false],
  ['sbs2000-sbs2003', false],
])('%s: %s', (id, expected) => expect(concerns(bootFromVhd, id)).toBe(expected));
