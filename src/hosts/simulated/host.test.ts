import { describe, expect, it } from 'vitest';
import type { Instruction, Set } from '../../model/instruction.js';
import type { FileResource, RegistryValueResource, Resource, ResourceState } from '../../model/resource.js';
import { absentSets, fileSets, registrySets, serviceSets, type SetCase } from '../../testing/set-decisions.js';
import { emptyRecording, linuxWith, told, windowsWith } from '../../testing/simulated.js';
import { HostError } from '../host-error.js';
import { type SimulatedHost, simulatedHost } from './host.js';

const service = (name: string): Resource => ({ kind: 'service', name });
const off = { start: 'disabled', delayed: false, running: false };
const auto = { start: 'auto', delayed: false, running: true };
const file: FileResource = { kind: 'file', path: '/etc/motd' };
const value: RegistryValueResource = { kind: 'registry-value', key: 'HKLM\\SOFTWARE\\Acme', value: 'Mode' };
const look = (id: string, resource: Resource): Instruction => ({ id, kind: 'look', resource });
const disable = (name: string, more: Partial<Set> = {}): Set => ({
  id: name,
  kind: 'set',
  resource: service(name),
  from: [auto],
  to: off,
  ...more,
});

async function tried(
  host: SimulatedHost,
  resource: Resource,
  { from, to, force }: SetCase,
): Promise<object | undefined> {
  const [result] = await told(host, { id: 'x', kind: 'set', resource, from, to, ...(force ? { force } : {}) });
  return result;
}

function expected({ found, to, decision }: SetCase): object {
  if (decision.do === 'set') return { id: 'x', did: 'set', found, left: expect.objectContaining(to) };
  return { id: 'x', did: decision.do === 'nothing' ? 'nothing' : decision.as, found, left: found };
}

describe('set', () => {
  it.each(serviceSets)('a service: $name', async row => {
    expect(await tried(windowsWith([{ ...(row.found as object), name: 'A' }]), service('A'), row)).toEqual(
      expected(row),
    );
  });
  it.each(absentSets)('a service: $name', async row => {
    expect(await tried(windowsWith([{ name: 'B' }]), service('A'), row)).toEqual(expected(row));
  });
  it.each(fileSets)('a file: $name', async row => {
    const assume = [{ resource: file, state: row.found as ResourceState }];
    expect(await tried(simulatedHost(emptyRecording('windows'), { assume }), file, row)).toEqual(expected(row));
  });
  it.each(registrySets)('a value: $name', async row => {
    expect(
      await tried(windowsWith([], { assume: [{ resource: value, state: row.found as ResourceState }] }), value, row),
    ).toEqual(expected(row));
  });
  it('a command: only values that have a line', async () => {
    const resource: Resource = { kind: 'command', name: 'net', look: 'x', set: { down: 'x down' } };
    const host = windowsWith([], { assume: [{ resource, state: { value: 'up' } }] });
    const set = (to: string): Instruction => ({
      id: 'x',
      kind: 'set',
      resource,
      from: [{ value: 'up' }],
      to: { value: to },
    });
    expect(await told(host, set('sideways'), set('down'), look('y', resource))).toEqual([
      { id: 'x', did: 'failed', found: { value: 'up' }, left: { value: 'up' }, why: 'no line sets net to sideways' },
      { id: 'x', did: 'set', found: { value: 'up' }, left: { value: 'down' } },
      { id: 'y', did: 'looked', found: { value: 'down' } },
    ]);
  });
});

describe('what this server cannot do', () => {
  it.each<[string, Instruction, object]>([
    [
      'units on Windows',
      look('x', { kind: 'unit', name: 'a.service' }),
      { state: 'unsupported', why: 'windows has no unit' },
    ],
    ['a file nobody knows', look('x', file), { state: 'error', why: 'the recording does not hold the file /etc/motd' }],
    [
      'a value nobody knows',
      look('x', value),
      { state: 'error', why: expect.stringMatching(/does not hold the value Mode/) },
    ],
    [
      'a command nobody knows',
      look('x', { kind: 'command', name: 'n', look: 'l', set: {} }),
      { state: 'error', why: expect.stringMatching(/does not tell what this command prints: l/) },
    ],
  ])('%s', async (_, instruction, result) => {
    expect(await told(windowsWith([{ name: 'A' }]), instruction)).toEqual([{ id: 'x', did: 'not-done', ...result }]);
  });

  it('services and the registry on Linux', async () => {
    const host = linuxWith([{ name: 'a.service' }]);
    expect(await told(host, look('x', service('A')), look('y', value))).toEqual([
      { id: 'x', did: 'not-done', state: 'unsupported', why: 'linux has no service' },
      { id: 'y', did: 'not-done', state: 'unsupported', why: 'linux has no registry-value' },
    ]);
  });

  it('set anything without rights; it may look', async () => {
    const host = simulatedHost(
      { ...emptyRecording('windows'), elevated: false },
      { assume: [{ resource: file, state: { present: false } }] },
    );
    const [looked, copied] = await told(host, look('x', file), {
      id: 'y',
      kind: 'keep-copy',
      caseId: 'c',
      offset: 0,
      text: '',
    });
    expect([looked, copied]).toMatchObject([{ did: 'looked' }, { did: 'not-done', state: 'denied' }]);
  });

  it('run another system’s program', async () => {
    await expect(windowsWith([]).carryOut('sh', [], {})).rejects.toMatchObject({ kind: 'no-executor' });
  });
});

describe('the dead man', () => {
  const deadMan = { seconds: 600, id: 'd' };
  const disarm: Instruction = { id: 'z', kind: 'disarm', deadManId: 'd' };

  it('sets back the first of from when nobody comes', async () => {
    const host = windowsWith([{ name: 'Net' }]);
    await told(host, disable('Net', { from: [auto, { ...auto, start: 'manual' }], deadMan }));
    host.pass(601);
    expect(host.stateOf(service('Net'))).toEqual(auto);
    expect(await told(host, disarm, disarm)).toMatchObject([{ did: 'fired' }, { did: 'none' }]);
  });

  it('does nothing once disarmed', async () => {
    const host = windowsWith([{ name: 'Net' }]);
    expect(await told(host, disable('Net', { deadMan }), disarm, disarm)).toMatchObject([
      { did: 'set' },
      { did: 'disarmed' },
      { did: 'none' },
    ]);
    host.pass(3600);
    expect(host.stateOf(service('Net'))).toEqual(off);
  });

  it('starts anew when armed again', async () => {
    const host = windowsWith([{ name: 'Net' }]);
    await told(host, disable('Net', { deadMan }));
    host.pass(500);
    await told(host, { ...disable('Net', { deadMan }), from: [off], to: { ...off, delayed: true } });
    host.pass(500);
    expect(host.stateOf(service('Net'))).toEqual({ ...off, delayed: true });
    host.pass(101);
    expect(host.stateOf(service('Net'))).toEqual(off);
  });

  it('is not armed where nothing is to be set, and not without a state to go back to', async () => {
    const host = windowsWith([{ name: 'Off', start: 'disabled', running: false }, { name: 'Net' }]);
    const noWay = disable('Net', { from: [], force: true, deadMan });
    expect(await told(host, disable('Off', { deadMan }), noWay, disarm)).toMatchObject([
      { did: 'nothing' },
      { did: 'not-done', state: 'error' },
      { did: 'none' },
    ]);
    expect(host.stateOf(service('Net'))).toEqual(auto);
  });

  it('ends with the power', async () => {
    const host = windowsWith([{ name: 'Net' }]);
    await told(host, disable('Net', { deadMan }));
    host.happen({ kind: 'reboot' });
    host.pass(3600);
    expect(host.stateOf(service('Net'))).toEqual(off);
    expect(await told(host, disarm)).toMatchObject([{ did: 'none' }]);
  });
});

describe('the copy of the log', () => {
  const keep = (offset: number, text: string, caseId = 'case-1'): Instruction => ({
    id: 'k',
    kind: 'keep-copy',
    caseId,
    offset,
    text,
  });
  const path = 'C:\\ProgramData\\Antesala\\case-1\\case.jsonl';

  it('is added to where it ends, and refused elsewhere', async () => {
    const host = windowsWith([]);
    expect(await told(host, keep(0, 'one\n'), keep(4, 'two\n'), keep(4, 'two\n'), keep(9, 'x'))).toEqual([
      { id: 'k', did: 'kept', path, length: 4 },
      { id: 'k', did: 'kept', path, length: 8 },
      { id: 'k', did: 'refused', path, length: 8 },
      { id: 'k', did: 'refused', path, length: 8 },
    ]);
    expect(host.copyOf('case-1')).toBe('one\ntwo\n');
  });

  it('has a part of it written on a full disk', async () => {
    const host = windowsWith([]);
    host.happen({ kind: 'disk', freeBytes: 2 });
    const [failed] = await told(host, keep(0, 'one\n'));
    expect(failed).toEqual({ id: 'k', did: 'not-done', state: 'error', why: 'No space left on device' });
    host.happen({ kind: 'disk', freeBytes: 100 });
    expect(await told(host, keep(0, 'one\n'))).toEqual([{ id: 'k', did: 'refused', path, length: 2 }]);
  });

  it.each([
    ['a name that leaves the folder', keep(0, '', '../x')],
    ['text that is not ASCII', keep(0, 'ñ')],
  ])('refuses %s', async (_, instruction) => {
    expect(await told(windowsWith([]), instruction)).toMatchObject([{ did: 'not-done', state: 'error' }]);
  });
});

describe('trips', () => {
  it('tell each result as it comes, and stop between two when they are told to', async () => {
    const host = windowsWith([{ name: 'A' }, { name: 'B' }]);
    const stop = new AbortController();
    const told: string[] = [];
    const done = await host.carryOut('wsh', [disable('A'), disable('B')], {
      signal: stop.signal,
      onResult: ({ id }) => {
        told.push(id);
        stop.abort();
      },
    });
    expect([told, done.results.length, done.broke?.kind]).toEqual([['A'], 1, 'stopped']);
    await expect(host.carryOut('wsh', [], { signal: stop.signal })).rejects.toThrow(HostError);
  });

  it('list the lines they ran, answered as the server is told to', async () => {
    const host = windowsWith([{ name: 'A' }], {
      lines: [
        {
          like: /^net stop (\w+)$/,
          says: { exit: 2, text: 'no' },
          does: ([, name]) => ({ kind: 'vanished', resource: service(name ?? '') }),
        },
      ],
    });
    expect(
      await told(host, { id: 'r', kind: 'run', line: 'net stop A' }, { id: 's', kind: 'run', line: 'cleanmgr' }),
    ).toEqual([
      { id: 'r', did: 'ran', exit: 2, text: 'no' },
      { id: 's', did: 'ran', exit: 0, text: '' },
    ]);
    expect([host.ran, host.stateOf(service('A')), host.trips, host.carriedOut]).toEqual([
      ['net stop A', 'cleanmgr'],
      'absent',
      1,
      2,
    ]);
  });

  it('take the same simulated time each time', async () => {
    const run = async () => {
      const host = windowsWith([{ name: 'A' }], { behaviours: { A: { stopSeconds: 30 } } });
      return [await host.carryOut('wsh', [disable('A')], {}), host.now().toISOString()];
    };
    const [done, at] = await run();
    expect(at).toBe('2026-11-24T09:00:31.050Z');
    expect(await run()).toEqual([done, at]);
  });
});
