import { expect, it } from 'vitest';
import { someSettings } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { legacyTimeZone } from './legacy-time-zone.js';

it.each([
  ['of today', {}, ['pass']],
  ['old', { legacyTimeZone: 'US/Pacific' }, ['warn']],
] as const)('%s', (_, more, expected) =>
  expect(statesOf(legacyTimeZone, { systemSettings: someSettings(more) })).toEqual(expected),
);
