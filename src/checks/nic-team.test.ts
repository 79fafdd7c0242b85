import { expect, it } from 'vitest';
import { concerns } from '../testing/concerns.js';
import { aNetwork, aSituation, anAdapter } from '../testing/facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { nicTeam } from './nic-team.js';

const path = aSituation('ws2012r2-ws2025');
const team = anAdapter({ name: 'LAN', team: ['Ethernet', 'Ethernet 2'] });

it.each([
  ['a card', [anAdapter()], ['pass']],
  ['none', [], ['pass']],
  ['a team', [anAdapter(), team], ['fail']],
  ['two', [team, { ...team, name: 'DMZ' }], ['fail', 'fail']],
  ['by its driver', [anAdapter({ description: 'Microsoft Network Adapter Multiplexor Driver #2' })], ['fail']],
  ['no description', [anAdapter({ description: undefined })], ['pass']],
])('%s', (_, adapters, expected) =>
  expect(statesOf(nicTeam, { network: aNetwork({ adapters }) }, path)).toEqual(expected),
);

it('names the members and keeps the addresses', () =>
  expect(runCheck(nicTeam, { network: aNetwork({ adapters: [team] }) }, path)[0]).toMatchObject({
    resource: 'LAN',
    text: { en: 'LAN is a team of Ethernet and Ethernet 2.' },
    evidence: { addresses: ['192.168.16.2/24'] },
  }));

it('says no members where none are known', () => {
  const adapters = [anAdapter({ name: 'LAN', team: [] })];
  const [outcome] = runCheck(nicTeam, { network: aNetwork({ adapters }) }, path);
  expect(outcome?.text).toEqual({ en: 'LAN is a team.', es: 'LAN es un equipo de tarjetas.' });
});

it.each([
  ['ws2012-ws2012r2', true],
  ['ws2008r2-ws2012', false],
  ['debian12-debian13', false],
])('%s: %s', (id, expected) => expect(concerns(nicTeam, id)).toBe(expected));
