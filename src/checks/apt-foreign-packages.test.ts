import { expect, it } from 'vitest';
import { anApt } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { aptForeignPackages } from './apt-foreign-packages.js';

it.each([
  ['none', {}, ['pass']],
  [
    'of two makers',
    {
      foreign: [
        { name: 'a', version: '1', origin: 'X' },
        { name: 'b', version: '2', origin: 'X' },
        { name: 'c', version: '3', origin: undefined },
      ],
    },
    ['manual', 'manual'],
  ],
  ['nobody can tell', { foreign: undefined }, ['unknown']],
] as const)('%s', (_, more, expected) => expect(statesOf(aptForeignPackages, { apt: anApt(more) })).toEqual(expected));
