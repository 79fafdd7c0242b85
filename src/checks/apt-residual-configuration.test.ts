import { expect, it } from 'vitest';
import { anApt } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { aptResidualConfiguration } from './apt-residual-configuration.js';

it.each([
  ['none', {}, ['pass']],
  ['some', { residualConfig: ['old'] }, ['warn']],
] as const)('%s', (_, more, expected) =>
  expect(statesOf(aptResidualConfiguration, { apt: anApt(more) })).toEqual(expected),
);
