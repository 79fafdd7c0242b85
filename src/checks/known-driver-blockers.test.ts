import { expect, it } from 'vitest';
import { concerns } from '../testing/concerns.js';
import { aDriver, aSituation, someHardware } from '../testing/facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { knownDriverBlockers } from './known-driver-blockers.js';

const path = aSituation('ws2012r2-ws2019');
const physical = someHardware();
const vmware = someHardware({ virtual: 'vmware' });
const svga = aDriver({ name: 'vm3dmp', displayName: 'vm3dmp', maker: 'VMware, Inc.' });

it.each([
  ['another driver', [aDriver()], physical, ['pass']],
  ['the display driver by its service', [svga], physical, ['warn']],
  ['by its device', [aDriver({ name: 'oem9.inf', displayName: 'VMware SVGA 3D' })], physical, ['warn']],
  ['another driver of VMware', [aDriver({ name: 'vmxnet3', displayName: 'vmxnet3' })], physical, ['pass']],
  ['the printer', [aDriver({ displayName: 'Microsoft XPS Document Writer' })], physical, ['warn']],
  ['printers are asked about on VMware', [], vmware, ['manual']],
  ['both there', [svga], vmware, ['warn', 'manual']],
  ['not on Hyper-V', [], someHardware({ virtual: 'hyper-v' }), ['pass']],
  ['nobody knows what it runs on', [], someHardware({ virtual: undefined }), ['manual']],
])('%s', (_, drivers, hardware, expected) =>
  expect(statesOf(knownDriverBlockers, { drivers, hardware }, path)).toEqual(expected),
);

it('asks about the printer when the hardware could not be read', () =>
  expect(runCheck(knownDriverBlockers, { drivers: [] }, path)).toMatchObject([
    { state: 'manual', resource: 'Microsoft XPS Document Writer' },
  ]));

it.each([
  ['ws2012r2-ws2019', true],
  ['ws2012-ws2012r2', false],
  ['sbs2000-sbs2003', false],
])('%s: %s', (id, expected) => expect(concerns(knownDriverBlockers, id)).toBe(expected));
