import { describe, expect, it } from 'vitest';
import { concerns } from '../testing/concerns.js';
import { aDriver, aSituation, someHardware } from '../testing/facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { thirdPartyDrivers } from './third-party-drivers.js';

const windows = aSituation('ws2016-ws2025');

describe('on Windows', () => {
  it.each([
    ['none', [], ['pass']],
    ['Microsoft’s own', [aDriver({ thirdParty: false })], ['pass']],
    ['one in use', [aDriver()], ['manual']],
    ['two of one maker', [aDriver(), aDriver({ name: 'acmeraid' })], ['manual']],
    ['of two makers', [aDriver(), aDriver({ maker: 'LSI' })], ['manual', 'manual']],
    ['idle, of the system’s own package', [aDriver({ inf: 'netacme.inf' })], ['pass']],
    ['stopped and without a package', [aDriver({ inf: undefined, kind: 'kernel', running: false })], ['pass']],
    ['running and without a package', [aDriver({ inf: undefined, kind: 'filter' })], ['manual']],
    ['maker not read', [aDriver({ thirdParty: undefined, maker: undefined })], ['unknown']],
  ])('%s', (_, drivers, expected) => expect(statesOf(thirdPartyDrivers, { drivers }, windows)).toEqual(expected));

  it.each([
    ['vmware', ['Acme Ltd']],
    ['kvm', ['VMware, Inc.', 'Acme Ltd']],
    [false, ['VMware, Inc.', 'Acme Ltd']],
  ] as const)('those of the hypervisor it runs on (%s) are asked about elsewhere', (virtual, asked) => {
    const drivers = [aDriver({ maker: 'VMware, Inc.' }), aDriver()];
    const outcomes = runCheck(thirdPartyDrivers, { drivers, hardware: someHardware({ virtual }) }, windows);
    expect(outcomes.map(({ resource }) => resource)).toEqual(asked);
  });

  it('tells which are signed', () => {
    const drivers = [aDriver(), aDriver({ name: 'acmeraid', signed: false })];
    expect(runCheck(thirdPartyDrivers, { drivers }, windows)[0]?.evidence?.signed).toEqual(['acmenet']);
  });

  it('names maker, version and day, and asks about the target', () => {
    const [outcome] = runCheck(thirdPartyDrivers, { drivers: [aDriver()] }, windows);
    expect(outcome?.resource).toBe('Acme Ltd');
    expect(outcome?.text.en).toBe('From Acme Ltd: Acme Gigabit Adapter 1.2.3.4 (2024-03-01).');
    expect(outcome?.question?.es).toContain('en Windows Server 2025');
  });
});

describe('on Linux', () => {
  const module = aDriver({
    name: 'acmefs',
    displayName: undefined,
    kind: 'module',
    maker: undefined,
    inf: undefined,
    program: '/lib/modules/6.1.0-37-amd64/extra/acmefs.ko',
  });

  it.each([
    ['none', [], ['pass']],
    ['a module of its own', [module], ['manual']],
    [
      'one that DKMS builds has another check',
      [{ ...module, program: '/lib/modules/6.1/updates/dkms/zfs.ko' }],
      ['pass'],
    ],
  ])('%s', (_, drivers, expected) => expect(statesOf(thirdPartyDrivers, { drivers })).toEqual(expected));
});

it.each([
  ['sbs2000-sbs2003', true],
  ['debian12-debian13', true],
  ['sbs2003-ws2025', false],
])('%s: %s', (path, expected) => expect(concerns(thirdPartyDrivers, path)).toBe(expected));
