import { expect, it } from 'vitest';
import { someSettings } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { pamUserEnvironment } from './pam-user-environment.js';

it.each([
  ['not read by anybody', {}, ['pass']],
  ['read', { pamUserEnvironment: true }, ['warn']],
  ['not known', { pamUserEnvironment: undefined }, ['unknown']],
] as const)('%s', (_, more, expected) =>
  expect(statesOf(pamUserEnvironment, { systemSettings: someSettings(more) })).toEqual(expected),
);
