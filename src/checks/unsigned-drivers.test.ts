import { expect, it } from 'vitest';
import { concerns } from '../testing/concerns.js';
import { aDriver, aSituation, anIdentity } from '../testing/facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { unsignedDrivers } from './unsigned-drivers.js';

const x64 = anIdentity();
const x86 = anIdentity({ architecture: 'x86' });
const unread = aDriver({ signed: undefined });

it.each([
  ['none', [], x64, ['pass']],
  ['signed', [aDriver()], x64, ['pass']],
  ['not signed', [aDriver({ signed: false })], x64, ['warn']],
  ['not signed, idle, of the system’s own package', [aDriver({ signed: false, inf: 'netacme.inf' })], x64, ['pass']],
  ['not signed but Microsoft’s', [aDriver({ signed: false, thirdParty: false })], x64, ['pass']],
  ['not signed, of a maker not read', [aDriver({ signed: false, thirdParty: undefined })], x64, ['warn']],
  ['not read, running on 64-bit Windows', [unread], x64, ['pass']],
  ['not read, running on 32-bit Windows', [unread], x86, ['unknown']],
  ['not read, not running', [{ ...unread, running: false }], x64, ['unknown']],
  ['both', [aDriver({ signed: false }), { ...unread, running: undefined }], x64, ['warn', 'unknown']],
])('%s', (_, drivers, identity, expected) =>
  expect(statesOf(unsignedDrivers, { drivers, identity }, aSituation('ws2016-ws2025'))).toEqual(expected),
);

it('before 2008, 64-bit Windows loaded unsigned drivers too', () =>
  expect(statesOf(unsignedDrivers, { drivers: [unread], identity: x64 }, aSituation('ws2003-ws2008'))).toEqual([
    'unknown',
  ]));

it.each([
  [{ startMode: 'boot' }, 'high'],
  [{ startMode: 'system' }, 'high'],
  [{ startMode: 'manual', kind: 'filter' }, 'high'],
  [{ startMode: 'manual' }, 'medium'],
  [{ startMode: 'auto' }, 'medium'],
] as const)('%o counts as %s', (more, severity) => {
  const drivers = [aDriver({ signed: false, ...more })];
  const [outcome] = runCheck(unsignedDrivers, { drivers, identity: x64 }, aSituation('ws2016-ws2025'));
  expect(outcome).toMatchObject({ severity, resource: 'acmenet' });
});

it.each([
  ['ws2003-ws2008', true],
  ['ws2016-ws2025', true],
  ['sbs2000-sbs2003', false],
  ['debian12-debian13', false],
])('%s: %s', (path, expected) => expect(concerns(unsignedDrivers, path)).toBe(expected));
