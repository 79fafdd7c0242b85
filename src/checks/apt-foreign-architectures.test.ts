import { expect, it } from 'vitest';
import { anApt } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { aptForeignArchitectures } from './apt-foreign-architectures.js';

it.each([
  ['one architecture', {}, ['pass']],
  ['i386 beside it', { foreignArchitectures: ['i386'] }, ['warn']],
] as const)('%s', (_, more, expected) =>
  expect(statesOf(aptForeignArchitectures, { apt: anApt(more) })).toEqual(expected),
);
