import { expect, it } from 'vitest';
import { aSituation, someRoles } from '../testing/facts.js';
import { statesOf } from '../testing/run-check.js';
import { adfsRole } from './adfs-role.js';

const service = { product: 'adfs', name: 'AD FS', version: undefined, seen: 'adfssrv' };

it.each([
  ['the role', ['ADFS-Federation'], [], 'fail'],
  ['the service', [], [service], 'fail'],
  ['neither', ['Web-Server'], [], 'pass'],
])('%s', (_, names, found, state) =>
  expect(
    statesOf(adfsRole, { roles: someRoles(...names), serverProducts: { found } }, aSituation('ws2016-ws2025')),
  ).toEqual([state]),
);
