import { expect, it } from 'vitest';
import { aKernel } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { dkmsModules } from './dkms-modules.js';

it.each([
  ['none', {}, ['pass']],
  ['one', { dkms: [{ name: 'zfs', version: '2.1', kernels: ['6.1'] }] }, ['manual']],
  ['not read', { dkms: undefined }, ['unknown']],
] as const)('%s', (_, more, expected) => expect(statesOf(dkmsModules, { kernel: aKernel(more) })).toEqual(expected));
