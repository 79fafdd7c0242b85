import { expect, it } from 'vitest';
import { aSituation, someRoles } from '../testing/facts.js';
import { statesOf } from '../testing/run-check.js';
import { multipointRole } from './multipoint-role.js';

it.each([
  ['MultiPointServerRole', 'fail'],
  ['MultiPoint-Connector-Services', 'fail'],
  ['Web-Server', 'pass'],
])('%s: %s', (name, state) =>
  expect(statesOf(multipointRole, { roles: someRoles(name) }, aSituation('ws2016-ws2019'))).toEqual([state]),
);

it('rests on nobody’s word alone', () =>
  expect(multipointRole.sources.map(source => source.proof)).toContain('unverified'));
