import { expect, it } from 'vitest';
import { isLegacyTimeZone } from './time-zones.js';

it.each([
  ['US/Eastern', true],
  ['Asia/Calcutta', true],
  ['Cuba', true],
  ['EST5EDT', true],
  ['Europe/Madrid', false],
  ['Atlantic/Canary', false],
  ['Etc/UTC', false],
  ['Europe/Nicosia', false],
  ['constructor', false],
])('%s is in tzdata-legacy: %s', (zone, legacy) => {
  expect(isLegacyTimeZone(zone)).toBe(legacy);
});
