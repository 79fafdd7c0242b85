import { expect, it } from 'vitest';
import { anUpgrader } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { unattendedUpgrades } from './unattended-upgrades.js';

it.each([
  ['not there', {}, ['pass']],
  ['off', { unattended: { installed: true, enabled: false } }, ['pass']],
  ['on', { unattended: { installed: true, enabled: true } }, ['warn']],
  ['not known', { unattended: { installed: true, enabled: undefined } }, ['warn']],
] as const)('%s', (_, more, expected) =>
  expect(statesOf(unattendedUpgrades, { releaseUpgrader: anUpgrader(more) })).toEqual(expected),
);
