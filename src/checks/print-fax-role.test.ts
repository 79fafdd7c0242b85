import { expect, it } from 'vitest';
import { aSituation, someRoles } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { printFaxRole } from './print-fax-role.js';

const fax = { product: 'fax', name: 'Fax', version: undefined, seen: 'Fax' };

it.each([
  ['a print server', ['Print-Services', 'Print-Server'], [], 'warn', ['Print-Services', 'Print-Server']],
  ['a fax service', [], [fax], 'warn', ['Fax']],
  ['neither', ['File-Services'], [], 'pass', undefined],
])('%s', (_, names, found, state, roles) => {
  const values = { roles: someRoles(...names), serverProducts: { found } };
  const [outcome] = runCheck(printFaxRole, values, aSituation('ws2016-ws2025'));
  expect([outcome?.state, outcome?.evidence?.roles]).toEqual([state, roles]);
});
