import { expect, it } from 'vitest';
import { aPath } from '../testing/assessment.js';
import { someSettings } from '../testing/linux-facts.js';
import { linuxSituation, statesOf } from '../testing/run-check.js';
import { mergedUsr } from './merged-usr.js';

it.each([
  ['merged', {}, ['pass']],
  ['not merged', { mergedUsr: false }, ['fail']],
  ['not seen', { mergedUsr: undefined }, ['unknown']],
] as const)('%s', (_, more, expected) =>
  expect(statesOf(mergedUsr, { systemSettings: someSettings(more) })).toEqual(expected),
);

it('Debian 12 converts by itself', () =>
  expect(
    statesOf(
      mergedUsr,
      { systemSettings: someSettings({ mergedUsr: false }) },
      { ...linuxSituation, path: aPath({ to: 'debian12' }) },
    ),
  ).toEqual(['warn']));
