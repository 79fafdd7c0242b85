import { expect, it } from 'vitest';
import { anApt } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { aptLock } from './apt-lock.js';

it.each([
  ['free', {}, ['pass']],
  ['held', { lock: 'apt-get (pid 42)' }, ['fail']],
] as const)('%s', (_, more, expected) => expect(statesOf(aptLock, { apt: anApt(more) })).toEqual(expected));
