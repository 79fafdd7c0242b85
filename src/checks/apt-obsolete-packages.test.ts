import { expect, it } from 'vitest';
import { anApt } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { aptObsoletePackages } from './apt-obsolete-packages.js';

it.each([
  ['none', {}, ['pass']],
  ['some', { obsolete: ['old'] }, ['warn']],
  ['nobody can tell', { obsolete: undefined }, ['unknown']],
] as const)('%s', (_, more, expected) => expect(statesOf(aptObsoletePackages, { apt: anApt(more) })).toEqual(expected));
