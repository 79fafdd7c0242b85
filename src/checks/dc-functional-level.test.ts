import { describe, expect, it } from 'vitest';
import { aDomainController, aSituation } from '../testing/facts.js';
import { runCheck, statesOf } from '../testing/run-check.js';
import { dcFunctionalLevel } from './dc-functional-level.js';

const levels = (forestLevel: number | undefined, domainLevel: number | undefined) => ({
  domainController: aDomainController({ forestLevel, domainLevel }),
});

describe('dc-functional-level', () => {
  it.each([
    ['ws2016-ws2025', 7, 7, ['pass', 'pass']],
    ['ws2016-ws2025', 6, 7, ['fail', 'pass']],
    ['ws2016-ws2025', 7, 6, ['pass', 'fail']],
    ['ws2016-ws2022', 3, 3, ['pass', 'pass']],
    ['ws2016-ws2022', 2, 10, ['fail', 'pass']],
    ['ws2012r2-ws2016', 2, 2, ['pass', 'pass']],
    ['ws2012r2-ws2016', 0, 1, ['fail', 'fail']],
    ['ws2016-ws2025', undefined, undefined, ['unknown', 'unknown']],
  ])('%s at forest %s and domain %s', (path, forest, domain, states) =>
    expect(statesOf(dcFunctionalLevel, levels(forest, domain), aSituation(path))).toEqual(states),
  );

  it('names the levels as people know them', () => {
    const [forest] = runCheck(dcFunctionalLevel, levels(4, 99), aSituation('ws2016-ws2025'));
    expect(forest?.text.es).toBe(
      'El bosque está en el nivel 2008 R2; un controlador con Windows Server 2025 necesita al menos 2016.',
    );
  });

  it('concerns controllers only', () =>
    expect(
      statesOf(
        dcFunctionalLevel,
        { domainController: aDomainController({ isController: false }) },
        aSituation('ws2016-ws2025'),
      ),
    ).toEqual(['not-applicable']));
});

it.each([
  ['ws2016-ws2025', true],
  ['ws2008-ws2012', false],
  ['sbs2011-ws2025', false],
])('concerns %s: %s', (id, expected) => {
  const { path, from, to } = aSituation(id);
  expect(dcFunctionalLevel.concerns?.(path, from, to)).toBe(expected);
});
