import { expect, it } from 'vitest';
import { statesOf } from '../testing/run-check.js';
import { packageListsFresh } from './package-lists-fresh.js';

it.each([
  ['an hour ago', '2026-11-24T11:00:00Z', 'pass'],
  ['exactly a day ago', '2026-11-23T12:00:00Z', 'pass'],
  ['a second more', '2026-11-23T11:59:59Z', 'warn'],
  ['never', undefined, 'warn'],
])('%s', (_, lastChecked, expected) =>
  expect(statesOf(packageListsFresh, { updates: { lastChecked } })).toEqual([expected]),
);
