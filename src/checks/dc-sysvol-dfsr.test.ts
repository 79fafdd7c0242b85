import { describe, expect, it } from 'vitest';
import { aDomainController, aSituation } from '../testing/facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { dcSysvolDfsr } from './dc-sysvol-dfsr.js';

describe('dc-sysvol-dfsr', () => {
  it.each([
    ['frs', 'SYSVOL is still replicated with FRS.'],
    ['migrating', 'The migration of SYSVOL from FRS to DFSR was begun but has not reached its last state.'],
  ] as const)('says what it found: %s', (sysvol, text) => {
    const values = { domainController: aDomainController({ sysvol }) };
    expect(runCheck(dcSysvolDfsr, values, aSituation('ws2016-ws2019'))[0]?.text.en).toBe(text);
  });

  it.each([
    [{ sysvol: 'dfsr' }, 'pass'],
    [{ sysvol: 'migrating' }, 'fail'],
    [{ sysvol: 'frs' }, 'fail'],
    [{ sysvol: undefined }, 'unknown'],
    [{ isController: false, sysvol: undefined }, 'not-applicable'],
  ] as const)('%o: %s', (more, state) =>
    expect(statesOf(dcSysvolDfsr, { domainController: aDomainController(more) }, aSituation('ws2016-ws2019'))).toEqual([
      state,
    ]),
  );

  it.each([
    ['ws2012r2-ws2016', false],
    ['ws2016-ws2019', true],
  ])('concerns %s: %s', (id, expected) => {
    const { path, from, to } = aSituation(id);
    expect(dcSysvolDfsr.concerns?.(path, from, to)).toBe(expected);
  });
});
