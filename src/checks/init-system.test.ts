import { expect, it } from 'vitest';
import { someSettings } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { initSystem } from './init-system.js';

it.each([
  ['today’s', {}, ['pass']],
  ['another init', { init: 'sysvinit' }, ['warn']],
  ['cgroup v1', { cgroup: 'v1' }, ['warn']],
  ['cgroup not known', { cgroup: undefined }, ['pass']],
] as const)('%s', (_, more, expected) =>
  expect(statesOf(initSystem, { systemSettings: someSettings(more) })).toEqual(expected),
);
