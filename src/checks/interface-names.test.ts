import { expect, it } from 'vitest';
import { someSettings } from '../testing/linux-facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { interfaceNames } from './interface-names.js';

it.each([
  [
    'named by udev',
    { interfaces: [{ name: 'ens3', predictable: 'ens3' }], configuredInterfaces: [{ name: 'ens3', file: 'f' }] },
    ['pass'],
  ],
  [
    'an old name that nothing fixes',
    {
      interfaces: [{ name: 'eth0', predictable: 'ens3' }],
      configuredInterfaces: [{ name: 'eth0', file: '/etc/network/interfaces' }],
    },
    ['warn'],
  ],
  ['an old name that is not configured', { interfaces: [{ name: 'eth0', predictable: 'ens3' }] }, ['pass']],
  [
    'udev says nothing',
    { interfaces: [{ name: 'eth0', predictable: undefined }], configuredInterfaces: [{ name: 'eth0', file: 'f' }] },
    ['pass'],
  ],
] as const)('%s', (_, more, expected) =>
  expect(statesOf(interfaceNames, { systemSettings: someSettings(more) })).toEqual(expected),
);

it.each([
  [[], 'high'],
  [['net.ifnames=0'], 'low'],
])('fixed by %j is %s', (namesFixedBy, severity) => {
  const settings = someSettings({
    namesFixedBy,
    interfaces: [{ name: 'eth0', predictable: 'ens3' }],
    configuredInterfaces: [{ name: 'eth0', file: 'f' }],
  });
  expect(runCheck(interfaceNames, { systemSettings: settings })[0]?.severity).toBe(severity);
});
