import { describe, expect, it } from 'vitest';
import { aSituation, anIdentity } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { sbs2000ServicePack } from './sbs2000-service-pack.js';

describe('sbs2000-service-pack', () => {
  it.each([
    [1, 'pass', undefined],
    [0, 'fail', 'inhibitor'],
    [undefined, 'manual', 'high'],
  ])('%s: %s', (smallBusinessServicePack, state, severity) => {
    const identity = anIdentity({ smallBusinessServicePack });
    const [outcome] = runCheck(sbs2000ServicePack, { identity }, aSituation('sbs2000-sbs2003'));
    expect([outcome?.state, outcome?.severity]).toEqual([state, severity]);
  });

  it('asks for the words that the console shows', () => {
    const [outcome] = runCheck(sbs2000ServicePack, { identity: anIdentity() }, aSituation('sbs2000-sbs2003'));
    expect(outcome?.question?.en).toContain('2000 with Service Pack 1');
  });
});

it.each([
  ['sbs2000-sbs2003', true],
  ['ws2000-sbs2003', false],
  ['sbs2003-ws2025', false],
])('concerns %s: %s', (id, expected) => {
  const { path, from, to } = aSituation(id);
  expect(sbs2000ServicePack.concerns?.(path, from, to)).toBe(expected);
});
