import { describe, expect, it } from 'vitest';
import { aSituation, anIdentity } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { servicePackLevel } from './service-pack-level.js';

describe('service-pack-level', () => {
  it.each([
    ['sbs2000-sbs2003', 3, 'pass', 'Service Pack 3 is installed; 3 is needed'],
    ['sbs2000-sbs2003', 2, 'fail', 'has Service Pack 2; Service Pack 3'],
    ['ws2008r2-ws2012r2', 0, 'fail', 'has no service pack'],
    ['ws2008-ws2012', 2, 'pass', '2 is needed'],
    ['ws2003-ws2008', undefined, 'unknown', 'winver'],
  ])('%s with %s: %s', (path, servicePack, state, text) => {
    const [outcome] = runCheck(servicePackLevel, { identity: anIdentity({ servicePack }) }, aSituation(path));
    expect(outcome?.state).toBe(state);
    expect(outcome?.text.en).toContain(text);
  });

  it('says in Spanish too that there is none', () => {
    const identity = anIdentity({ servicePack: 0 });
    const [outcome] = runCheck(servicePackLevel, { identity }, aSituation('ws2008r2-ws2012r2'));
    expect(outcome?.text.es).toContain('no tiene ningún Service Pack');
  });

  it.each([
    ['ws2016-ws2025', false],
    ['ws2008-ws2012', true],
  ])('concerns %s: %s', (id, expected) => {
    const { path, from, to } = aSituation(id);
    expect(servicePackLevel.concerns?.(path, from, to)).toBe(expected);
  });
});
