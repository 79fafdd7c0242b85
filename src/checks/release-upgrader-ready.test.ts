import { expect, it } from 'vitest';
import { anUpgrader } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { releaseUpgraderReady } from './release-upgrader-ready.js';

it.each([
  ['ready', {}, ['pass']],
  ['missing', { installed: false }, ['fail']],
  ['never', { prompt: 'never' }, ['warn']],
  ['not set', { prompt: undefined }, ['warn']],
] as const)('%s', (_, more, expected) =>
  expect(statesOf(releaseUpgraderReady, { releaseUpgrader: anUpgrader(more) })).toEqual(expected),
);
