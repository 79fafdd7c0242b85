import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { live, wrongs } from './twin.js';
import { anyCourse, anyWorld } from './twin-worlds.js';

describe('whatever breaks and whoever else is at work', () => {
  it('putting back leaves what nobody else changed as it was, and tells the truth about the rest', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyWorld.chain(world => anyCourse(world).map(course => [world, course] as const)),
        async ([world, course]) => {
          expect(await wrongs(await live(world, course))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
