import { expect, it } from 'vitest';
import { anApt } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { aptPinning } from './apt-pinning.js';

it.each([
  ['none', {}, ['pass']],
  ['one', { pins: ['nginx 1001'] }, ['warn']],
] as const)('%s', (_, more, expected) => expect(statesOf(aptPinning, { apt: anApt(more) })).toEqual(expected));
