import { expect, it } from 'vitest';
import { aPath } from '../testing/assessment.js';
import { anApt, anAptSource } from '../testing/linux-facts.js';
import { linuxSituation, statesOf } from '../testing/run-check.js';
import { nonFreeFirmware } from './non-free-firmware.js';

it.each([
  ['not used', {}, ['pass']],
  ['both', { sources: [anAptSource({ components: ['main', 'non-free', 'non-free-firmware'] })] }, ['pass']],
  ['only non-free', { sources: [anAptSource({ components: ['main', 'non-free'] })] }, ['warn']],
] as const)('%s', (_, more, expected) => expect(statesOf(nonFreeFirmware, { apt: anApt(more) })).toEqual(expected));

it('does not exist for Debian 11', () =>
  expect(
    statesOf(
      nonFreeFirmware,
      { apt: anApt({ sources: [anAptSource({ components: ['non-free'] })] }) },
      { ...linuxSituation, path: aPath({ from: 'debian10' }) },
    ),
  ).toEqual(['not-applicable']));
