import { describe, expect, it } from 'vitest';
import { aService, aSituation, someRoles } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { clusterMember } from './cluster-member.js';

const judged = (path: string, values: Readonly<Record<string, unknown>>) => {
  const [outcome] = runCheck(clusterMember, values, aSituation(path));
  return [outcome?.state, outcome?.severity];
};
const service = aService({ name: 'ClusSvc', startMode: 'auto', state: 'running' });

describe('cluster-member', () => {
  it.each([
    ['ws2019-ws2022', [service], 'warn', 'high'],
    ['ws2016-ws2025', [service], 'fail', 'inhibitor'],
    ['ws2012r2-ws2016', [service], 'warn', 'high'],
    ['ws2016-ws2025', [{ ...service, startMode: 'disabled', state: 'stopped' }], 'pass', undefined],
    ['ws2016-ws2025', [aService()], 'pass', undefined],
  ])('%s: %s', (path, services, state, severity) => expect(judged(path, { services })).toEqual([state, severity]));

  it('does not pass when the feature is there without its service', () =>
    expect(judged('ws2016-ws2025', { services: [], roles: someRoles('Failover-Clustering') })).toEqual([
      'unknown',
      'medium',
    ]));
});
