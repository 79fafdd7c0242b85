import { expect, it } from 'vitest';
import { aSituation, anIdentity } from '../testing/facts.js';
import { statesOf } from '../testing/run-check.js';
import { backofficeInstalled } from './backoffice-installed.js';

const backOffice = { product: 'backoffice', name: 'BackOffice Server', version: undefined, seen: 'ProductSuite' };

it.each([
  [[], 'none', 'pass'],
  [[backOffice], 'none', 'fail'],
  [[backOffice], 'converted', 'fail'],
  [[backOffice], 'live', 'pass'],
] as const)('%o on a server whose Small Business licence is %s: %s', (found, smallBusiness, state) => {
  const values = { serverProducts: { found }, identity: anIdentity({ smallBusiness }) };
  expect(statesOf(backofficeInstalled, values, aSituation('ws2000-sbs2003'))).toEqual([state]);
});

it.each([
  ['ws2000-ws2003', true],
  ['sbs2000-sbs2003', true],
  ['ws2016-ws2025', false],
])('concerns %s: %s', (id, expected) => {
  const { path, from, to } = aSituation(id);
  expect(backofficeInstalled.concerns?.(path, from, to)).toBe(expected);
});
