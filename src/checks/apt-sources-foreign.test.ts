import { expect, it } from 'vitest';
import { anApt, anAptSource } from '../testing/linux-facts.js';
import { statesOf } from '../testing/run-check.js';
import { aptSourcesForeign } from './apt-sources-foreign.js';

it.each([
  ['only the distribution', {}, ['pass']],
  ['a disabled one', { sources: [anAptSource({ official: false, enabled: false })] }, ['pass']],
  [
    'two lines of one archive and another',
    {
      sources: [
        anAptSource({ official: false }),
        anAptSource({ official: false }),
        anAptSource({ official: false, uri: 'https://x' }),
      ],
    },
    ['warn', 'warn'],
  ],
] as const)('%s', (_, more, expected) => expect(statesOf(aptSourcesForeign, { apt: anApt(more) })).toEqual(expected));
