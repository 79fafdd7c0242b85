import { describe, expect, it } from 'vitest';
import type { Set, SetResult } from '../../model/instruction.js';
import type { ResourceState } from '../../model/resource.js';
import { type ServiceLine, told, windowsWith } from '../../testing/simulated.js';
import type { Behaviour } from './kind.js';
import type { SimulatedHost } from './host.js';
import type { Happening } from './options.js';

const running = { start: 'auto', delayed: false, running: true };
const off = { start: 'disabled', delayed: false, running: false };
const stopped = { ...running, running: false };

const set = (name: string, to: ResourceState, more: Partial<Set> = {}): Set => ({
  id: name,
  kind: 'set',
  resource: { kind: 'service', name },
  from: [],
  to,
  force: true,
  ...more,
});

async function outcome(
  host: SimulatedHost,
  instruction: Set,
): Promise<[SetResult['did'], unknown, string | undefined]> {
  const [result] = (await told(host, instruction)) as [SetResult];
  return [result.did, result.left, result.why?.slice(0, 4)];
}

const pair: readonly ServiceLine[] = [{ name: 'Base' }, { name: 'Agent', dependsOn: ['BASE'] }];

interface Row {
  readonly name: string;
  readonly services: readonly ServiceLine[];
  readonly behaviours?: Readonly<Record<string, Behaviour>>;
  readonly before?: readonly Happening[];
  readonly does: Set;
  readonly outcome: readonly [SetResult['did'], ResourceState | 'absent', string | undefined];
}

const rows: readonly Row[] = [
  { name: 'stops and disables', services: pair, does: set('Agent', off), outcome: ['set', off, undefined] },
  {
    name: 'does not stop what others that run depend on (disabled all the same)',
    services: pair,
    does: set('Base', off),
    outcome: ['failed', { ...running, start: 'disabled' }, '1051'],
  },
  {
    name: 'stops it when they are stopped',
    services: [{ name: 'Base' }, { name: 'Agent', dependsOn: ['Base'], running: false }],
    does: set('base', off),
    outcome: ['set', off, undefined],
  },
  {
    name: 'starts what is disabled and not told otherwise, and leaves it disabled',
    services: [{ name: 'A', start: 'disabled', running: false }],
    does: set('A', { running: true }),
    outcome: ['set', { ...off, running: true }, undefined],
  },
  {
    name: 'starts what is to run although it is disabled',
    services: [{ name: 'A', running: false }],
    does: set('A', { ...running, start: 'disabled' }),
    outcome: ['set', { ...running, start: 'disabled' }, undefined],
  },
  {
    name: 'does not start it when what it depends on is disabled',
    services: [
      { name: 'Base', start: 'disabled', running: false },
      { name: 'Agent', dependsOn: ['Base'], running: false },
    ],
    does: set('Agent', running),
    outcome: ['failed', stopped, '1068'],
  },
  {
    name: 'nor when that is gone',
    services: pair,
    before: [
      { kind: 'changed', resource: { kind: 'service', name: 'Agent' }, state: { running: false } },
      { kind: 'vanished', resource: { kind: 'service', name: 'Base' } },
    ],
    does: set('Agent', running),
    outcome: ['failed', stopped, '1075'],
  },
  {
    name: 'nor in a circle',
    services: [
      { name: 'A', dependsOn: ['B'], running: false },
      { name: 'B', dependsOn: ['A'], running: false },
    ],
    does: set('A', running),
    outcome: ['failed', stopped, '1068'],
  },
  {
    name: 'one that refuses to stop',
    services: [{ name: 'AV' }],
    behaviours: { av: { refusesToStop: true } },
    does: set('AV', off),
    outcome: ['failed', { ...running, start: 'disabled' }, '1052'],
  },
  {
    name: 'one that does not start any more',
    services: [{ name: 'AV', start: 'disabled', running: false }],
    behaviours: { av: { refusesToStart: true } },
    does: set('AV', running),
    outcome: ['failed', stopped, '1053'],
  },
  {
    name: 'one that stops slowly, within the time',
    services: [{ name: 'SQL' }],
    behaviours: { sql: { stopSeconds: 59 } },
    does: set('SQL', off),
    outcome: ['set', off, undefined],
  },
  {
    name: 'one that stops too slowly is still running',
    services: [{ name: 'SQL' }],
    behaviours: { sql: { stopSeconds: 90 } },
    does: set('SQL', off),
    outcome: ['failed', { ...running, start: 'disabled' }, 'stop'],
  },
  {
    name: 'one marked for deletion can no longer be changed',
    services: [{ name: 'Old' }],
    before: [{ kind: 'marked-for-deletion', service: 'Old' }],
    does: set('Old', off),
    outcome: ['failed', running, '1072'],
  },
  {
    name: 'one marked for deletion vanishes when it stops',
    services: [{ name: 'Old' }],
    before: [{ kind: 'marked-for-deletion', service: 'Old' }],
    does: set('Old', { ...running, running: false }),
    outcome: ['failed', 'absent', undefined],
  },
  {
    name: 'one that does not run is deleted at once',
    services: [{ name: 'Old', running: false }, { name: 'New' }],
    before: [{ kind: 'marked-for-deletion', service: 'Old' }],
    does: set('Old', off),
    outcome: ['absent', 'absent', undefined],
  },
];

describe('the service manager', () => {
  it.each(rows)('$name', async row => {
    const host = windowsWith(row.services, row.behaviours ? { behaviours: row.behaviours } : {});
    for (const what of row.before ?? []) host.happen(what);
    expect(await outcome(host, row.does)).toEqual(row.outcome);
  });

  it('starts what a service depends on with it', async () => {
    const host = windowsWith([
      { name: 'Base', start: 'manual', running: false },
      { name: 'Agent', dependsOn: ['Base'], running: false },
    ]);
    await told(host, set('Agent', running));
    expect(host.stateOf({ kind: 'service', name: 'Base' })).toEqual({ ...running, start: 'manual' });
  });

  it('waits for what is stopping, and does not say of it that it runs for good', async () => {
    const host = windowsWith([{ name: 'SQL' }], { behaviours: { SQL: { stopSeconds: 150 } } });
    await told(host, set('SQL', off));
    const disabled = { ...running, start: 'disabled' };
    expect(await outcome(host, set('SQL', running))).toEqual(['failed', disabled, 'stil']);
    expect(await outcome(host, set('SQL', running))).toEqual(['set', running, undefined]);
  });

  it('ends a slow stop later, when time has passed', async () => {
    const host = windowsWith([{ name: 'SQL' }], { behaviours: { SQL: { stopSeconds: 90 } } });
    await told(host, set('SQL', off));
    host.pass(60);
    expect(await outcome(host, set('SQL', off))).toEqual(['nothing', off, undefined]);
  });

  it('has a recovery action start a stopped service again, but not a disabled one', async () => {
    const options = { behaviours: { A: { restartsAfterSeconds: 60 } } };
    const merelyStopped = windowsWith([{ name: 'A' }], options);
    await told(merelyStopped, set('A', stopped));
    merelyStopped.pass(61);
    expect(merelyStopped.stateOf({ kind: 'service', name: 'A' })).toEqual(running);
    const disabled = windowsWith([{ name: 'A' }], options);
    await told(disabled, set('A', off));
    disabled.pass(61);
    expect(disabled.stateOf({ kind: 'service', name: 'A' })).toEqual(off);
  });

  it('has a product that guards itself come back as it was', async () => {
    const host = windowsWith([{ name: 'AV' }], { behaviours: { AV: { resistsAfterSeconds: 5 } } });
    expect(await outcome(host, set('AV', off))).toEqual(['set', off, undefined]);
    host.pass(6);
    expect(host.stateOf({ kind: 'service', name: 'AV' })).toEqual(running);
  });

  it('starts at boot what starts at boot, with what it needs, and no more', () => {
    const host = windowsWith([
      { name: 'Auto', running: false, dependsOn: ['Needed'] },
      { name: 'Needed', start: 'manual', running: false },
      { name: 'ByHand', start: 'manual' },
      { name: 'Triggered', start: 'manual', triggered: true },
      { name: 'DisabledThough', start: 'disabled' },
      { name: 'Blocked', dependsOn: ['DisabledThough'] },
      { name: 'Plug', driver: true, start: 'manual' },
    ]);
    host.happen({ kind: 'marked-for-deletion', service: 'ByHand' });
    host.happen({ kind: 'reboot' });
    const up = [...host.states()].map(([name, state]) => [name.slice(8), state.running]);
    expect(Object.fromEntries(up)).toEqual({
      Auto: true,
      Needed: true,
      Triggered: true,
      DisabledThough: false,
      Blocked: false,
      Plug: true,
    });
  });
});
