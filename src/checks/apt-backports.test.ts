import { expect, it } from 'vitest';
import { anApt, anAptSource } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { aptBackports } from './apt-backports.js';

it.each([
  ['none', {}, ['pass']],
  ['backports', { sources: [anAptSource({ suite: 'bookworm-backports' })] }, ['warn']],
  ['proposed, disabled', { sources: [anAptSource({ suite: 'bookworm-proposed-updates', enabled: false })] }, ['pass']],
  ['Ubuntu proposed', { sources: [anAptSource({ suite: 'jammy-proposed' })] }, ['warn']],
] as const)('%s', (_, more, expected) => expect(statesOf(aptBackports, { apt: anApt(more) })).toEqual(expected));
