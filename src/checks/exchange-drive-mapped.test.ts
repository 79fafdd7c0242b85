import { describe, expect, it } from 'vitest';
import { aSituation } from '../testing/facts.js';
import { runCheck } from '../testing/run-check.js';
import { exchangeDriveMapped } from './exchange-drive-mapped.js';

const judged = (installed: boolean, letter?: string) =>
  runCheck(
    exchangeDriveMapped,
    { exchangeDrive: { installed, letter, excludedFromBackup: undefined } },
    aSituation('sbs2000-sbs2003'),
  )[0];

describe('exchange-drive-mapped', () => {
  it.each([
    [true, 'M:', 'warn'],
    [true, 'x:', 'warn'],
    [true, undefined, 'pass'],
    [true, 'M:\\*', 'unknown'],
    [false, undefined, 'not-applicable'],
  ])('installed %s, letter %s: %s', (installed, letter, state) => expect(judged(installed, letter)?.state).toBe(state));

  it('names the letter the host names, whichever it is', () => {
    expect(judged(true, 'X:')?.text.es).toContain('X: es el almacén de Exchange');
    expect(judged(true, 'X:')?.evidence).toEqual({ letter: 'X:' });
  });

  it.each([
    ['sbs2000-sbs2003', true],
    ['sbs45-sbs2003', true],
    ['ws2008-ws2012', false],
    ['ws2016-ws2025', false],
  ])('concerns %s: %s', (id, expected) => {
    const { path, from, to } = aSituation(id);
    expect(exchangeDriveMapped.concerns?.(path, from, to)).toBe(expected);
  });
});
