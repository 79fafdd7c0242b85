import { describe, expect, it } from 'vitest';
import { aSituation, anIdentity } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { architecture64Bit } from './architecture-64-bit.js';

describe('architecture-64-bit', () => {
  it.each([
    ['x64', 'ws2016-ws2025', 'pass', 'Windows is 64-bit, which'],
    ['x86', 'ws2008-ws2012', 'fail', 'Windows is 32-bit; Windows Server 2012 exists only for 64-bit'],
    ['x86', 'sbs2000-sbs2003', 'pass', 'Windows is 32-bit, which'],
    ['x64', 'ws2003-sbs2003', 'fail', 'exists only for 32-bit'],
    ['other', 'ws2016-ws2025', 'fail', 'Windows is other'],
  ] as const)('%s on %s: %s', (architecture, path, state, text) => {
    const [outcome] = runCheck(architecture64Bit, { identity: anIdentity({ architecture }) }, aSituation(path));
    expect(outcome?.state).toBe(state);
    expect(outcome?.text.en).toContain(text);
  });

  it.each([
    ['ws2003-ws2008', false],
    ['sbs2003-ws2025', false],
    ['ws2016-ws2025', true],
  ])('concerns %s: %s', (id, expected) => {
    const { path, from, to } = aSituation(id);
    expect(architecture64Bit.concerns?.(path, from, to)).toBe(expected);
  });
});
