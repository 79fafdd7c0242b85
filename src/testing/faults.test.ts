import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../hosts/simulated/kind.js';
import type { Happening } from '../hosts/simulated/options.js';
import type { Resource, ResourceState } from '../model/resource.js';
import { type ServiceLine, windowsWith } from './simulated.js';
import { type Course, type World, live, wrongs } from './twin.js';
import { change, planOf } from './twin-worlds.js';

/** What may befall a server on its evening, one by one and by name; random lives mix the same in twin.test.ts. */
const auto = { start: 'auto', delayed: false, running: true };
const off = { start: 'disabled', delayed: false, running: false };
const named = (name: string): Resource => ({ kind: 'service', name });

/** Two services of another maker, Agent needing Base, both to be stopped and disabled; and one that nobody touches. */
function world(behaviours: Readonly<Record<string, Behaviour>> = {}, agent: Partial<ServiceLine> = {}): World {
  const services = [{ name: 'Base' }, { name: 'Agent', dependsOn: ['Base'], ...agent }, { name: 'Other' }];
  const plan = planOf([
    [change('Agent', named('Agent'), auto, off), change('Base', named('Base'), auto, off, ['Agent'])],
  ]);
  return { host: incidents => windowsWith(services, { incidents, behaviours }), executor: 'wsh', plan };
}
const changed = (name: string, state: ResourceState): Happening => ({
  kind: 'changed',
  resource: named(name),
  state,
});
const vanished = (name: string): Happening => ({ kind: 'vanished', resource: named(name) });
const whole: Course = { prepares: [{}] };
const twice: Course = { prepares: [{}, {}] };
const manual = { ...auto, start: 'manual' };

interface Told {
  readonly Agent: string;
  readonly Base: string;
}
const restored: Told = { Agent: 'restored', Base: 'restored' };

describe('survived, and told as it is', () => {
  it.each<[string, World, Course, Told, Readonly<Record<string, ResourceState | undefined>>]>([
    ['nothing', world(), whole, restored, { Agent: auto, Base: auto }],
    [
      'a service that vanished',
      world(),
      { ...whole, between: [vanished('Agent')] },
      { Agent: 'gone', Base: 'restored' },
      { Agent: undefined, Base: auto },
    ],
    [
      'a service that vanished and came back by another name',
      world(),
      { ...whole, between: [vanished('Agent'), changed('Other', { start: 'disabled', running: false })] },
      { Agent: 'gone', Base: 'restored' },
      // of a name that the log does not know nothing is touched
      { Other: off, Base: auto },
    ],
    [
      'a service marked for deletion',
      world(),
      { ...whole, between: [{ kind: 'marked-for-deletion', service: 'Agent' }] },
      { Agent: 'gone', Base: 'restored' },
      // stopped, it was deleted
      { Agent: undefined, Base: auto },
    ],
    [
      'a service that refuses to stop',
      world({ Agent: { refusesToStop: true } }),
      whole,
      restored,
      { Agent: auto, Base: auto },
    ],
    [
      'a service that is slow to stop',
      world({ Agent: { stopSeconds: 400 } }),
      { ...twice, between: [{ kind: 'passes', seconds: 400 }] },
      restored,
      { Agent: auto, Base: auto },
    ],
    [
      'a service that its recovery action starts again',
      world({ Agent: { restartsAfterSeconds: 20 } }),
      { ...whole, between: [{ kind: 'passes', seconds: 60 }] },
      restored,
      { Agent: auto, Base: auto },
    ],
    [
      'a service that guards itself and undoes what was done',
      world({ Agent: { resistsAfterSeconds: 20 } }),
      { ...whole, between: [{ kind: 'passes', seconds: 60 }] },
      { Agent: 'kept', Base: 'restored' },
      { Agent: auto, Base: auto },
    ],
    [
      'a start mode that somebody changed meanwhile',
      world(),
      { ...whole, between: [changed('Base', { start: 'manual' })] },
      { Agent: 'restored', Base: 'drifted' },
      { Agent: auto, Base: manual },
    ],
    [
      'a restart of the server half way through the preparation',
      world(),
      { ...twice, incidents: [{ when: 'during', n: 5, what: { kind: 'reboot' } }] },
      restored,
      { Agent: auto, Base: auto },
    ],
    [
      'a restart of the server half way through putting back',
      world(),
      {
        ...whole,
        between: [{ kind: 'reboot' }],
        putBacks: [{ breakages: [{ at: 'trip', n: 3, breaks: 'link', when: 'after' }] }],
      },
      // all of it was done by the run that broke off
      { Agent: 'kept', Base: 'kept' },
      { Agent: auto, Base: auto },
    ],
    [
      'an upgrade that was done half way through the preparation, and took a service away',
      world(),
      {
        ...twice,
        incidents: [{ when: 'after', n: 5, what: { kind: 'upgrade', upgrade: { gone: [named('Agent')] } } }],
      },
      { Agent: 'gone', Base: 'restored' },
      { Agent: undefined, Base: auto },
    ],
  ])('%s', async (_, where, course, told, states) => {
    const life = await live(where, course);
    // each was not told another way before it was settled
    const outcomes = Object.fromEntries(
      ['Agent', 'Base'].map(name => {
        const all = life.rounds.map(round => round.find(({ item }) => item === name)?.outcome);
        return [name, all.find(outcome => outcome !== 'kept') ?? 'kept'];
      }),
    );
    expect(outcomes).toEqual(told);
    for (const [name, state] of Object.entries(states)) {
      const is = life.last.get(`service:${name}`);
      expect([name, is]).toEqual([name, state]);
    }
    expect(await wrongs(life)).toEqual([]);
  });

  it('a service that was disabled on purpose before stays disabled', async () => {
    const life = await live(world({}, { start: 'disabled', running: false }), whole);
    expect(life.items.find(({ item }) => item === 'Agent')?.outcome ?? 'untouched').toBe('untouched');
    expect(life.last.get('service:Agent')).toEqual(off);
  });
});
