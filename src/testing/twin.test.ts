import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Happening } from '../hosts/simulated/options.js';
import type { Resource, ResourceState } from '../model/resource.js';
import { windowsWith } from './simulated.js';
import { type Course, type World, changesOf, live, wrongs } from './twin.js';
import { anyCourse, anyWorld, change, planOf } from './twin-worlds.js';

describe('whatever breaks and whoever else is at work', () => {
  it('putting back leaves what nobody else changed as it was, and tells the truth about the rest', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyWorld.chain(world => anyCourse(world).map(course => [world, course] as const)),
        async ([world, course]) => {
          expect(await wrongs(await live(world, course))).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  }, 120_000);
});

describe('what random lives have found', () => {
  const service: Resource = { kind: 'service', name: 'A' };
  const auto = { start: 'auto', delayed: false, running: true };
  const off = { start: 'disabled', delayed: false, running: false };
  const network: Resource = { kind: 'command', name: 'network', look: 'l', set: { up: 'u', down: 'd' } };

  function world(resource: Resource, from: ResourceState, to: ResourceState): World {
    const plan = planOf([[change('step/it', resource, from, to)]]);
    const assume = changesOf(plan).map(one => ({ resource: one.resource, state: one.from }));
    return { host: incidents => windowsWith([{ name: 'A' }], { incidents, assume }), executor: 'wsh', plan };
  }

  const changed = (resource: Resource, state: ResourceState): Happening => ({ kind: 'changed', resource, state });
  const brokenLink = { breakages: [{ at: 'instruction', n: 4, breaks: 'link', when: 'before' }] } as const;

  it.each<[string, World, Course, string, ResourceState, ResourceState]>([
    [
      'what somebody changes while the link is broken is not overwritten',
      world(service, auto, off),
      // the first of the trip that sets is the copy of the log; then the link breaks, and the next look finds it changed
      { prepares: [brokenLink], incidents: [{ when: 'after', n: 3, what: changed(service, { start: 'manual' }) }] },
      'service:A',
      { ...auto, start: 'manual' },
      { ...auto, start: 'manual' },
    ],
    [
      'what somebody sets between two runs of the preparation is what is put back',
      world(service, auto, off),
      { prepares: [{}, {}], incidents: [{ when: 'before', n: 5, what: changed(service, { start: 'manual' }) }] },
      'service:A',
      off,
      { ...auto, start: 'manual' },
    ],
    [
      'a command found with a value that no line brings about is left alone, since it could not be put back',
      world(network, { value: 'up' }, { value: 'down' }),
      { prepares: [{}], incidents: [{ when: 'before', n: 1, what: changed(network, { value: 'sideways' }) }] },
      'command:network',
      { value: 'sideways' },
      { value: 'sideways' },
    ],
  ])('%s', async (_, where, course, name, prepared, left) => {
    const life = await live(where, course);
    expect([life.afterPrepare.get(name), life.last.get(name)]).toEqual([prepared, left]);
    expect(await wrongs(life)).toEqual([]);
    expect(life.host.happened.length).toBeGreaterThan(0);
  });

  it('what starts again because something that was put back needs it is not told as stopped', async () => {
    const of = (name: string): Resource => ({ kind: 'service', name });
    const plan = planOf([[change('Agent', of('Agent'), auto, off), change('Base', of('Base'), auto, off, ['Agent'])]]);
    const services = [{ name: 'Base' }, { name: 'Agent', dependsOn: ['Base'] }];
    const where: World = { host: incidents => windowsWith(services, { incidents }), executor: 'wsh', plan };
    // the copy, Agent is seen running, then somebody stops both, and Base is seen stopped
    const what = changed(of('Base'), { running: false });
    const life = await live(where, { prepares: [{}], incidents: [{ when: 'before', n: 3, what }] });
    expect(life.rounds[0]?.map(({ item, outcome, left }) => [item, outcome, left])).toEqual([
      ['Agent', 'restored', auto],
      ['Base', 'drifted', auto],
    ]);
    expect(await wrongs(life)).toEqual([]);
  });
});
