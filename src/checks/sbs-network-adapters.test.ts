import { expect, it } from 'vitest';
import { aNetwork, aSituation, anAdapter } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { sbsNetworkAdapters } from './sbs-network-adapters.js';

const one = anAdapter({ name: 'LAN' });
const two = anAdapter({ name: 'WAN', addresses: ['203.0.113.7/29', '203.0.113.8/29'] });

it.each([
  [[one], 'pass', ['LAN: 192.168.16.2/24']],
  [[one, two], 'warn', ['LAN: 192.168.16.2/24', 'WAN: 203.0.113.7/29, 203.0.113.8/29']],
  [[one, anAdapter({ enabled: false })], 'pass', ['LAN: 192.168.16.2/24']],
  [[one, anAdapter({ virtual: true })], 'pass', ['LAN: 192.168.16.2/24']],
  [[anAdapter({ name: 'X', addresses: [], virtual: undefined })], 'pass', ['X']],
  [[], 'fail', []],
])('%#: %s', (adapters, state, evidence) => {
  const values = { network: aNetwork({ adapters }) };
  const [outcome] = runCheck(sbsNetworkAdapters, values, aSituation('sbs2000-sbs2003'));
  expect([outcome?.state, outcome?.evidence?.adapters]).toEqual([state, evidence]);
});
