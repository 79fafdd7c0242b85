import { expect, it } from 'vitest';
import { aPath } from '../testing/assessment.js';
import { linuxSituation, statesOf } from '../testing/run-check.js';
import { componentStore } from './component-store.js';

it('asks, since looking takes minutes', () =>
  expect(statesOf(componentStore, { identity: { computer: 'SRV' } })).toEqual(['manual']));

it.each([
  ['ws2016', true],
  ['ws2003', false],
])('%s: %s', (from, expected) =>
  expect(componentStore.concerns?.(aPath({ from }), linuxSituation.from, linuxSituation.to)).toBe(expected),
);
