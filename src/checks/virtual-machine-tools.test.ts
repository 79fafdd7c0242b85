import { expect, it } from 'vitest';
import { concerns } from '../testing/concerns.js';
import { aDriver, aSituation, anApplication, someHardware } from '../testing/facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { virtualMachineTools } from './virtual-machine-tools.js';

const path = aSituation('ws2016-ws2025');

it.each([
  [false, ['not-applicable']],
  ['container', ['not-applicable']],
  [undefined, ['unknown']],
  ['vmware', ['manual']],
  ['hyper-v', ['manual']],
  ['other', ['manual']],
] as const)('%s', (virtual, expected) =>
  expect(statesOf(virtualMachineTools, { hardware: someHardware({ virtual }) }, path)).toEqual(expected),
);

it.each([
  ['vmware', 'VMware Tools', 'Installed: VMware Tools 7.1.'],
  ['kvm', 'Virtio-win-driver-installer', 'Installed: Virtio-win-driver-installer 7.1.'],
  ['vmware', 'VMware vSphere Client', 'None were seen among the applications.'],
  ['kvm', 'VMware Tools', 'None were seen among the applications.'],
  ['toString', 'VMware Tools', 'None were seen among the applications.'],
  [
    'hyper-v',
    'Acme',
    'Hyper-V: its integration services are part of Windows and, on an older host, come from the host.',
  ],
])('%s with %s: %s', (virtual, name, text) => {
  const values = { hardware: someHardware({ virtual }), applications: [anApplication({ name })] };
  expect(runCheck(virtualMachineTools, values, path)[0]?.text.en).toBe(text);
});

it('asks too when the applications could not be read', () =>
  expect(statesOf(virtualMachineTools, { hardware: someHardware({ virtual: 'vmware' }) }, path)).toEqual(['manual']));

it('is of no interest when the server is left as it is', () =>
  expect(concerns(virtualMachineTools, 'sbs2003-ws2025')).toBe(false));

it('names the drivers that come with them', () => {
  const drivers = [aDriver({ name: 'vmxnet3', displayName: 'vmxnet3', maker: 'VMware, Inc.' }), aDriver()];
  const values = { hardware: someHardware({ virtual: 'vmware' }), drivers };
  expect(runCheck(virtualMachineTools, values, path)[0]?.evidence?.drivers).toEqual(['vmxnet3 1.2.3.4 (2024-03-01)']);
});
