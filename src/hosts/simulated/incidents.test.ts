import { describe, expect, it } from 'vitest';
import type { Instruction, Set } from '../../model/instruction.js';
import type { Resource } from '../../model/resource.js';
import { type ServiceLine, told, windowsWith } from '../../testing/simulated.js';
import type { SimulatedHost } from './host.js';
import type { Incident } from './options.js';

const service = (name: string): Resource => ({ kind: 'service', name });
const off = { start: 'disabled', delayed: false, running: false };
const auto = { start: 'auto', delayed: false, running: true };
const look = (id: string, resource: Resource): Instruction => ({ id, kind: 'look', resource });
const disable = (name: string): Set => ({
  id: name,
  kind: 'set',
  resource: service(name),
  from: [auto],
  to: off,
});

describe('incidents', () => {
  const two: readonly ServiceLine[] = [{ name: 'A' }, { name: 'B' }];
  const states = (host: SimulatedHost) => ['A', 'B'].map(name => host.stateOf(service(name)));
  const reboot = (when: Incident['when'], n: number) =>
    ({ incidents: [{ when, n, what: { kind: 'reboot' } }] }) as const;

  it.each<[Incident['when'], number, number, unknown[]]>([
    ['before', 1, 0, [auto, auto]],
    ['during', 1, 0, [off, auto]],
    ['after', 1, 0, [off, auto]],
    ['before', 2, 1, [off, auto]],
    ['after', 2, 1, [off, off]],
  ])('the host restarts %s instruction %i: %i results', async (when, n, results, left) => {
    const host = windowsWith(two, reboot(when, n));
    const done = await host.carryOut('wsh', [disable('A'), disable('B')], {});
    expect([done.results.length, done.broke?.kind, states(host)]).toEqual([results, 'cut-off', left]);
    expect((await host.carryOut('wsh', [look('x', service('A'))], {})).broke).toBeUndefined();
  });

  it('inside a set leaves a mixture, which a set of the same goes on from', async () => {
    const what = { kind: 'changed', resource: service('A'), state: {} } as const;
    const stopsThere = { kind: 'behaves', name: 'A', behaviour: { refusesToStop: true } } as const;
    const host = windowsWith(two, {
      incidents: [
        { when: 'during', n: 1, what: stopsThere },
        { when: 'before', n: 2, what: { ...stopsThere, behaviour: {} } },
        { when: 'before', n: 2, what },
      ],
    });
    expect(await told(host, disable('A'), disable('A'))).toMatchObject([
      { did: 'failed', left: { ...auto, start: 'disabled' } },
      { did: 'set', found: { ...auto, start: 'disabled' }, left: off },
    ]);
  });

  it('somebody changes it meanwhile: it is left alone', async () => {
    const what = { kind: 'changed', resource: service('A'), state: { start: 'manual' } } as const;
    const host = windowsWith(two, { incidents: [{ when: 'before', n: 1, what }] });
    expect(await told(host, disable('A'), disable('B'))).toMatchObject([
      { did: 'differs', left: { ...auto, start: 'manual' } },
      { did: 'set' },
    ]);
    expect([...host.changedByOthers]).toEqual(['service:A']);
  });

  it('vanished while it is set', async () => {
    const host = windowsWith(two, {
      incidents: [{ when: 'during', n: 1, what: { kind: 'vanished', resource: service('A') } }],
    });
    expect(await told(host, disable('A'))).toMatchObject([
      { did: 'failed', left: 'absent', why: expect.stringMatching(/^1060/) },
    ]);
  });

  it('a service that is gone took the values of its key with it', () => {
    const failure: Resource = {
      kind: 'registry-value',
      key: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\A',
      value: 'FailureActions',
    };
    const state = { present: true, type: 'binary', value: '00' };
    const host = windowsWith(two, { assume: [{ resource: failure, state }] });
    expect(host.stateOf(failure)).toEqual(state);
    host.happen({ kind: 'vanished', resource: service('A') });
    expect(host.stateOf(failure)).toEqual({ present: false });
  });

  it('an upgrade leaves disabled what is disabled, takes some away and changes others', async () => {
    const host = windowsWith([...two, { name: 'C', start: 'manual', running: false }]);
    await told(host, disable('A'));
    host.happen({
      kind: 'upgrade',
      upgrade: { gone: [service('B')], changed: [{ resource: service('C'), state: { start: 'auto' } }] },
    });
    expect(['A', 'B', 'C'].map(name => host.stateOf(service(name)))).toEqual([off, 'absent', auto]);
  });
});
