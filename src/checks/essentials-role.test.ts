import { expect, it } from 'vitest';
import { aSituation, someRoles } from '../testing/facts.js';
import { statesOf } from '../testing/run-check.js';
import { essentialsRole } from './essentials-role.js';

it.each([
  ['ServerEssentialsRole', 'fail'],
  ['Web-Server', 'pass'],
])('%s: %s', (name, state) =>
  expect(statesOf(essentialsRole, { roles: someRoles(name) }, aSituation('ws2016-ws2019'))).toEqual([state]),
);

it.each([
  ['ws2012r2-ws2016', false],
  ['ws2012r2-ws2019', true],
])('concerns %s: %s', (id, expected) => {
  const { path, from, to } = aSituation(id);
  expect(essentialsRole.concerns?.(path, from, to)).toBe(expected);
});
