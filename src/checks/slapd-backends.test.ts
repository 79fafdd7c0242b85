import { expect, it } from 'vitest';
import { aPath } from '../testing/assessment.js';
import { someDatabases } from '../testing/linux-facts.js';
import { linuxSituation, statesOf } from '../testing/run-check.js';
import { slapdBackends } from './slapd-backends.js';

it.each([
  ['not installed', {}, ['not-applicable']],
  ['hdb', { slapd: { version: '2.4', running: true, backends: ['hdb', 'config'] } }, ['fail']],
  ['mdb, TLS changes', { slapd: { version: '2.5', running: true, backends: ['mdb'] } }, ['warn']],
  ['not read', { slapd: { version: '2.5', running: true, backends: undefined } }, ['unknown']],
] as const)('%s', (_, more, expected) =>
  expect(statesOf(slapdBackends, { databases: someDatabases(more) })).toEqual(expected),
);

it('mdb stays on other paths', () =>
  expect(
    statesOf(
      slapdBackends,
      { databases: someDatabases({ slapd: { version: '2.4', running: true, backends: ['mdb'] } }) },
      { ...linuxSituation, path: aPath({ to: 'debian12' }) },
    ),
  ).toEqual(['pass']));
