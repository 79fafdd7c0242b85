import { expect, it } from 'vitest';
import { aSituation, anIdentity, someRoles } from '../testing/facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { rdsFarm } from './rds-farm.js';

it.each([
  ['no role', ['Web-Server'], {}, 'ws2016-ws2025', 'pass'],
  ['a session host', ['RDS-RD-Server'], {}, 'ws2016-ws2025', 'manual'],
  ['a lone gateway', ['RDS-Gateway'], {}, 'ws2016-ws2025', 'manual'],
  ['a broker', ['RDS-Connection-Broker', 'RDS-RD-Server'], {}, 'ws2016-ws2025', 'warn'],
  ['a broker on a controller', ['RDS-Connection-Broker'], { role: 'domain-controller' }, 'ws2016-ws2025', 'fail'],
  ['a session host on a controller', ['RDS-RD-Server'], { role: 'domain-controller' }, 'ws2016-ws2025', 'manual'],
  ['a broker on Core', ['RDS-Connection-Broker'], { installation: 'core' }, 'ws2012r2-ws2019', 'fail'],
  ['a broker on Core to 2016', ['RDS-Connection-Broker'], { installation: 'core' }, 'ws2012r2-ws2016', 'warn'],
] as const)('%s', (_, names, more, path, state) => {
  const values = { roles: someRoles(...names), identity: anIdentity(more) };
  expect(statesOf(rdsFarm, values, aSituation(path))).toEqual([state]);
});

it('asks about licences only where a server hands out or needs some', () => {
  const asked = (name: string) =>
    runCheck(rdsFarm, { roles: someRoles(name), identity: anIdentity() }, aSituation('ws2016-ws2025'))[0];
  expect(asked('RDS-RD-Server')?.question?.es).toContain('licencias');
  expect(asked('RDS-Gateway')?.question?.es).not.toContain('licencias');
  expect(asked('RDS-Gateway')?.severity).toBe('low');
});
