import { describe, expect, it } from 'vitest';
import { aSituation, anIdentity } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { w2003Sp2MustGo } from './w2003-sp2-must-go.js';

describe('w2003-sp2-must-go', () => {
  it.each([
    [2, 'fail', 'inhibitor'],
    [1, 'pass', undefined],
    [0, 'pass', undefined],
    [undefined, 'unknown', undefined],
  ])('Service Pack %s: %s', (servicePack, state, severity) => {
    const [outcome] = runCheck(w2003Sp2MustGo, { identity: anIdentity({ servicePack }) }, aSituation('ws2003-sbs2003'));
    expect([outcome?.state, outcome?.severity]).toEqual([state, severity]);
  });

  it.each([
    ['ws2003-sbs2003', true],
    ['ws2003r2-sbs2003', true],
    ['sbs2003-sbs2003r2', true],
    ['sbs2000-sbs2003', false],
    ['ws2003-ws2008', false],
    ['sbs2003-ws2025', false],
  ])('concerns %s: %s', (id, expected) => {
    const { path, from, to } = aSituation(id);
    expect(w2003Sp2MustGo.concerns?.(path, from, to)).toBe(expected);
  });
});
