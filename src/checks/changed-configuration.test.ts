import { expect, it } from 'vitest';
import { anApt } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { changedConfiguration } from './changed-configuration.js';

it.each([
  ['none', {}, ['pass']],
  ['one', { changedConfiguration: ['/etc/ssh/sshd_config'] }, ['warn']],
] as const)('%s', (_, more, expected) =>
  expect(statesOf(changedConfiguration, { apt: anApt(more) })).toEqual(expected),
);
