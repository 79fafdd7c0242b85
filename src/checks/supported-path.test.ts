import { describe, expect, it } from 'vitest';
import { aSituation, anIdentity } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { supportedPath } from './supported-path.js';

const judged = (product: string | undefined, path: string) =>
  runCheck(supportedPath, { identity: anIdentity({ product, name: 'This server' }) }, aSituation(path))[0];

describe('supported-path', () => {
  it.each([
    ['ws2016', 'ws2016-ws2025', 'pass', undefined, 'can be upgraded in place to Windows Server 2025. The nodes'],
    ['debian12', 'debian12-debian13', 'pass', undefined, 'none can be skipped'],
    ['ws2008', 'ws2008-ws2012', 'warn', 'high', 'No word of the maker'],
    ['ws2003', 'ws2003-ws2008', 'warn', 'high', 'No word of the maker'],
    [
      'sbs2011',
      'sbs2011-ws2025',
      'fail',
      'inhibitor',
      'cannot be upgraded in place to Windows Server 2025. There is no',
    ],
    [
      'ws2019',
      'ws2016-ws2025',
      'fail',
      'inhibitor',
      'This server is This server, and the path asked for starts at Windows',
    ],
    [undefined, 'ws2016-ws2025', 'unknown', undefined, 'Name the path yourself'],
  ])('%s on %s: %s %s', (product, path, state, severity, text) => {
    const outcome = judged(product, path);
    expect(outcome?.state).toBe(state);
    expect(outcome?.severity).toBe(severity);
    expect(outcome?.text.en).toContain(text);
  });
});
