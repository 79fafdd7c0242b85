import { describe, expect, it } from 'vitest';
import { aSituation, anIdentity } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { editionPath } from './edition-path.js';

describe('edition-path', () => {
  it.each([
    ['ws2016-ws2025', 'standard', 'pass', 'Standard or Datacenter'],
    ['ws2016-ws2025', 'datacenter', 'manual', 'only become Datacenter'],
    ['ws2016-ws2025', 'storage', 'fail', 'cannot be upgraded in place'],
    ['ws2016-ws2025', 'enterprise', 'manual', 'rules of its own'],
    ['ws2016-ws2025', 'essentials', 'manual', 'rules of its own'],
    ['wse2012r2-wse2016', 'essentials', 'pass', 'Essentials can become Windows Server 2016 Essentials'],
    ['ws2016-ws2025', undefined, 'unknown', 'DISM /Online /Get-CurrentEdition'],
  ])('%s, %s: %s', (path, edition, state, text) => {
    const [outcome] = runCheck(editionPath, { identity: anIdentity({ edition }) }, aSituation(path));
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
