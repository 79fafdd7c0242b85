import { describe, expect, it } from 'vitest';
import type { Instruction } from '../../model/instruction.js';
import { KillSwitch, Killed } from '../../model/kill-switch.js';
import { windowsWith } from '../../testing/simulated.js';
import { HostError } from '../host-error.js';
import { type Breakage, failingHost } from './failing-host.js';

const off = { start: 'disabled', delayed: false, running: false };
const names = ['A', 'B', 'C'];
const sets = names.map(
  (name): Instruction => ({
    id: name,
    kind: 'set',
    resource: { kind: 'service', name },
    from: [],
    to: off,
    force: true,
  }),
);

/** Trips of one instruction and of two; what was heard of each, what broke, and what the host has done in the end. */
async function run(...breakages: readonly Breakage[]): Promise<unknown> {
  const inner = windowsWith(names.map(name => ({ name })));
  const host = failingHost(inner, breakages, new KillSwitch());
  const heard: string[] = [];
  for (const trip of [sets.slice(0, 1), sets.slice(1)]) {
    try {
      const done = await host.carryOut('wsh', trip, { onResult: ({ id }) => heard.push(id) });
      if (done.broke) heard.push(done.broke.kind);
      expect(heard.filter(id => trip.some(one => one.id === id))).toEqual(done.results.map(({ id }) => id));
    } catch (error) {
      heard.push(error instanceof HostError ? error.kind : (error as Error).name);
    }
  }
  const done = names.filter(name => inner.states().get(`service:${name}`)?.running === false);
  return [heard.join(' '), done.join('')];
}

const at = (at: Breakage['at'], n: number, breaks: Breakage['breaks'], when: Breakage['when']): Breakage => ({
  at,
  n,
  breaks,
  when,
});

describe('failingHost', () => {
  it.each<[string, Breakage | undefined, string, string]>([
    ['nothing breaks', undefined, 'A B C', 'ABC'],
    ['the link before a trip', at('trip', 1, 'link', 'before'), 'unreachable B C', 'BC'],
    ['the link after a trip', at('trip', 2, 'link', 'after'), 'A cut-off', 'ABC'],
    ['the controller before a trip', at('trip', 1, 'controller', 'before'), 'Killed Killed', ''],
    ['the controller after a trip', at('trip', 1, 'controller', 'after'), 'Killed Killed', 'A'],
    ['the link before an instruction', at('instruction', 3, 'link', 'before'), 'A B cut-off', 'AB'],
    ['the link after an instruction', at('instruction', 2, 'link', 'after'), 'A cut-off', 'AB'],
    ['the controller before an instruction', at('instruction', 2, 'controller', 'before'), 'A Killed', 'A'],
    ['the controller after an instruction', at('instruction', 3, 'controller', 'after'), 'A B Killed', 'ABC'],
  ])('%s', async (_, breakage, heard, done) => {
    expect(await run(...(breakage ? [breakage] : []))).toEqual([heard, done]);
  });

  it('counts only instructions that were begun', async () => {
    expect(await run(at('instruction', 1, 'link', 'before'), at('instruction', 2, 'link', 'after'))).toEqual([
      'cut-off B cut-off',
      'BC',
    ]);
  });

  it('breaks a gathering, too', async () => {
    const batch = { questions: [], avoidDrives: [] };
    const gather = async (when: Breakage['when'], breaks: Breakage['breaks']) => {
      const inner = windowsWith([]);
      const host = failingHost(inner, [at('trip', 1, breaks, when)], new KillSwitch());
      const options = { now: () => new Date(0) };
      const error: unknown = await host
        .gather({ windows: batch, linux: batch }, options)
        .catch((thrown: unknown) => thrown);
      return [error instanceof HostError ? error.kind : error instanceof Killed, inner.trips];
    };
    expect(await gather('before', 'link')).toEqual(['unreachable', 0]);
    expect(await gather('after', 'link')).toEqual(['cut-off', 1]);
    expect(await gather('after', 'controller')).toEqual([true, 1]);
  });
});
