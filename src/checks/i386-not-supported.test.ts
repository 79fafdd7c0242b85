import { expect, it } from 'vitest';
import { statesOf } from '../testing/run-check.js';
import { i386NotSupported } from './i386-not-supported.js';

it.each([
  ['x86', 'fail'],
  ['x64', 'pass'],
  ['arm64', 'pass'],
])('%s: %s', (architecture, expected) =>
  expect(statesOf(i386NotSupported, { identity: { architecture } })).toEqual([expected]),
);
