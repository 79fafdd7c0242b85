import { describe, expect, it } from 'vitest';
import { aSituation, anIdentity } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { editionPath } from './edition-path.js';

describe('edition-path', () => {
  it.each([
    ['standard', 'pass', 'Standard or Datacenter'],
    ['datacenter', 'manual', 'only become Datacenter'],
    ['storage', 'fail', 'cannot be upgraded in place'],
    ['enterprise', 'manual', 'rules of its own'],
    [undefined, 'unknown', 'DISM /Online /Get-CurrentEdition'],
  ])('%s: %s', (edition, state, text) => {
    const [outcome] = runCheck(editionPath, { identity: anIdentity({ edition }) }, aSituation('ws2016-ws2025'));
    expect(outcome?.state).toBe(state);
    expect(outcome?.text.en).toContain(text);
  });

  it.each([
    ['ws2016-ws2025', true],
    ['sbs2000-sbs2003', false],
    ['sbs2011-ws2025', false],
  ])('concerns %s: %s', (path, expected) => {
    const { path: way, from, to } = aSituation(path);
    expect(editionPath.concerns?.(way, from, to)).toBe(expected);
  });
});
