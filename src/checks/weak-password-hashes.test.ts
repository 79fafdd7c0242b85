import { expect, it } from 'vitest';
import { someSettings } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { weakPasswordHashes } from './weak-password-hashes.js';

it.each([
  ['none', {}, ['pass']],
  ['one', { weakPasswordHashes: [{ account: 'ana', kind: 'md5' }] }, ['warn']],
  ['not root', { weakPasswordHashes: undefined }, ['unknown']],
] as const)('%s', (_, more, expected) =>
  expect(statesOf(weakPasswordHashes, { systemSettings: someSettings(more) })).toEqual(expected),
);
