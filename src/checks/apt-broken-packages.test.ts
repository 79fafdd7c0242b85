import { expect, it } from 'vitest';
import { anApt } from '../testing/linux-facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { aptBrokenPackages } from './apt-broken-packages.js';

it.each([
  ['nothing broken', {}, ['pass']],
  ['one half configured', { broken: [{ name: 'x', state: 'half-configured' }] }, ['fail']],
] as const)('%s', (_, more, expected) => expect(statesOf(aptBrokenPackages, { apt: anApt(more) })).toEqual(expected));

it('names them', () =>
  expect(runCheck(aptBrokenPackages, { apt: anApt({ broken: [{ name: 'x', state: 'unpacked' }] }) })[0]).toMatchObject({
    severity: 'inhibitor',
    evidence: { packages: ['x (unpacked)'] },
  }));
