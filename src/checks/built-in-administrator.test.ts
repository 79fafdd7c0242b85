import { expect, it } from 'vitest';
import { aPath } from '../testing/assessment.js';
import { linuxSituation, statesOf } from '../testing/run-check.js';
import { builtInAdministrator } from './built-in-administrator.js';

it('asks, since no fact can tell', () => expect(statesOf(builtInAdministrator, {})).toEqual(['manual']));

it.each([
  [{ to: 'sbs2003', kind: 'in-place' }, true],
  [{ to: 'sbs2003', kind: 'migrate' }, false],
  [{ to: 'ws2025', kind: 'in-place' }, false],
] as const)('%j: %s', (more, expected) =>
  expect(builtInAdministrator.concerns?.(aPath(more), linuxSituation.from, linuxSituation.to)).toBe(expected),
);
