import { expect, it } from 'vitest';
import { concerns } from '../testing/concerns.js';
import { aDomainController, aSituation, anIdentity } from '../testing/facts.js';
import { statesOf } from '../testing/run-check.js';
import { coreControllerHang } from './core-controller-hang.js';

it.each([
  ['core', true, 'fail'],
  ['desktop', true, 'pass'],
  ['core', false, 'pass'],
  [undefined, true, 'unknown'],
  [undefined, false, 'pass'],
] as const)('%s, controller %s: %s', (installation, isController, state) => {
  const values = { identity: anIdentity({ installation }), domainController: aDomainController({ isController }) };
  expect(statesOf(coreControllerHang, values, aSituation('ws2008r2-ws2012'))).toEqual([state]);
});

it.each([
  ['ws2008r2-ws2012', true],
  ['ws2008r2-ws2012r2', false],
  ['ws2012-ws2016', false],
])('%s: %s', (path, expected) => expect(concerns(coreControllerHang, path)).toBe(expected));
