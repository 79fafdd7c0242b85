import { expect, it } from 'vitest';
import { aProduct } from '../testing/assessment.js';
import { anApt, anAptSource } from '../testing/linux-facts.js';
import { linuxSituation, statesOf } from '../testing/run-check.js';
import { aptSourcesRelease } from './apt-sources-release.js';

it.each([
  [
    'of this release',
    {
      sources: [anAptSource(), anAptSource({ suite: 'bookworm-security' }), anAptSource({ suite: 'bookworm/updates' })],
    },
    ['pass'],
  ],
  ['stable moves', { sources: [anAptSource({ suite: 'stable' })] }, ['fail']],
  ['of the next release', { sources: [anAptSource(), anAptSource({ suite: 'trixie' })] }, ['fail']],
  ['none at all', { sources: [] }, ['fail']],
  [
    'a foreign one does not count',
    { sources: [anAptSource(), anAptSource({ official: false, suite: 'anything' })] },
    ['pass'],
  ],
] as const)('%s', (_, more, expected) => expect(statesOf(aptSourcesRelease, { apt: anApt(more) })).toEqual(expected));

it('a release whose name is not known is unknown', () =>
  expect(statesOf(aptSourcesRelease, { apt: anApt() }, { ...linuxSituation, from: aProduct('debian99') })).toEqual([
    'unknown',
  ]));
