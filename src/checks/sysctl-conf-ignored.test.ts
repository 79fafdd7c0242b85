import { expect, it } from 'vitest';
import { someSettings } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { sysctlConfIgnored } from './sysctl-conf-ignored.js';

it.each([
  ['empty', {}, ['pass']],
  ['forwarding', { sysctlConf: ['net.ipv4.ip_forward=1'] }, ['warn']],
  ['not read', { sysctlConf: undefined }, ['unknown']],
] as const)('%s', (_, more, expected) =>
  expect(statesOf(sysctlConfIgnored, { systemSettings: someSettings(more) })).toEqual(expected),
);
