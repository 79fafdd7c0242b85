import { expect, it } from 'vitest';
import { aBoot } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { bootPartitionSpace } from './boot-partition-space.js';

it.each([
  ['part of the root', {}, ['not-applicable']],
  ['exactly enough', { separate: true, freeBytes: 300_000_000 }, ['pass']],
  ['one byte short', { separate: true, freeBytes: 299_999_999 }, ['fail']],
  ['large kernels need more', { separate: true, freeBytes: 300_000_000, kernelBytes: 250_000_000 }, ['fail']],
  ['not read', { separate: true, freeBytes: undefined }, ['unknown']],
] as const)('%s', (_, more, expected) => expect(statesOf(bootPartitionSpace, { boot: aBoot(more) })).toEqual(expected));
