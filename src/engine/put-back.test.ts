import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecording } from '../hosts/recorded/recording-text.js';
import type { ActingHost } from '../hosts/host.js';
import type { InstructionResult } from '../model/instruction.js';
import { type Resource, type ResourceKind, type ResourceState, resourceName } from '../model/resource.js';
import { guardLives } from '../testing/guard-lives.js';
import { putBackCases } from '../testing/put-back-decisions.js';
import { aPlan, aServer, aStep, aWork, disabling, nobody } from '../testing/cases.js';
import { prepare } from './prepare.js';
import { putBack } from './put-back.js';

const recording = readRecording(readFileSync('recordings/lab-sbs2000-es.json', 'utf8'), 'lab-sbs2000-es.json');
const server = { kind: 'service', name: 'ContaPlusServidor' } as const;
const item = 'third-party-services/service:ContaPlusServidor';
const auto = { start: 'auto', delayed: false, running: true };

async function prepared(options?: Parameters<typeof aServer>[1]) {
  const host = aServer(recording, options);
  const work = aWork(host);
  const items = [disabling('ContaPlusServidor'), disabling('ContaPlusLicencias', ['ContaPlusServidor'])];
  await prepare(work, {
    plan: aPlan([aStep(items)]),
    planSha256: '0'.repeat(64),
    answered: new Set(),
    performers: nobody,
  });
  return { host, work };
}

const outcomes = async (work: Parameters<typeof putBack>[0], force: readonly string[] = []) =>
  (await putBack(work, { force: new Set(force) })).map(({ outcome }) => outcome);

/** A server that loses a value after each of so many trips that set it. */
function forgets(host: ReturnType<typeof aServer>, resource: Resource, times: number): ActingHost {
  let left = times;
  return {
    ...host,
    carryOut: async (executor, instructions, options) => {
      const carried = await host.carryOut(executor, instructions, options);
      const sets = instructions.some(
        one => one.kind === 'set' && resourceName(one.resource) === resourceName(resource),
      );
      if (sets && left-- > 0) host.happen({ kind: 'changed', resource, state: { present: false } });
      return carried;
    },
  };
}

describe('putting back', () => {
  it('restores all, dependencies first, and keeps it the second time', async () => {
    const { host, work } = await prepared();
    expect(await outcomes(work)).toEqual(['restored', 'restored']);
    expect(host.stateOf(server)).toEqual(auto);
    expect(await outcomes(work)).toEqual(['kept', 'kept']);
  });

  it.each([
    [
      'drifted',
      { start: 'manual', delayed: false, running: false },
      { start: 'manual', delayed: false, running: false },
    ],
    ['restored', { start: 'auto', delayed: false, running: false }, auto],
    ['kept', auto, auto],
  ] satisfies readonly (readonly [string, ResourceState, ResourceState])[])(
    'is %s when it is found as %j',
    async (outcome, found, left) => {
      const { host, work } = await prepared();
      host.happen({ kind: 'changed', resource: server, state: found });
      expect((await outcomes(work))[0]).toBe(outcome);
      expect(host.stateOf(server)).toEqual(left);
    },
  );

  it('sets what drifted only when somebody says so', async () => {
    const { host, work } = await prepared();
    host.happen({ kind: 'changed', resource: server, state: { start: 'manual', delayed: false, running: true } });
    expect(await outcomes(work)).toEqual(['drifted', 'restored']);
    expect(await outcomes(work, [item])).toEqual(['restored', 'kept']);
    expect(host.stateOf(server)).toEqual(auto);
  });

  it('says what is gone and restores the rest', async () => {
    const { host, work } = await prepared();
    host.happen({ kind: 'upgrade', upgrade: { gone: [server] } });
    expect(await outcomes(work)).toEqual(['gone', 'restored']);
  });

  it('one that fails stops nothing, and can be tried again', async () => {
    const { host, work } = await prepared();
    host.happen({ kind: 'behaves', name: 'ContaPlusServidor', behaviour: { refusesToStart: true } });
    expect(await outcomes(work)).toEqual(['failed', 'restored']);
    host.happen({ kind: 'behaves', name: 'ContaPlusServidor', behaviour: {} });
    expect(await outcomes(work)).toEqual(['restored', 'kept']);
  });

  it('has nothing to do where nothing was touched', async () => {
    const host = aServer(recording);
    expect(await putBack(aWork(host))).toEqual([]);
  });

  it('does not need the copy on the server', async () => {
    const { host, work } = await prepared();
    host.editCopy('case-1', 'edited');
    expect(await outcomes(work)).toEqual(['restored', 'restored']);
  });

  it('takes a service that came to its stop between the look and the set as ours', async () => {
    const { host, work } = await prepared();
    host.happen({ kind: 'changed', resource: server, state: { start: 'disabled', delayed: false, running: true } });
    const acting = {
      ...host,
      carryOut: (...call: Parameters<typeof host.carryOut>) => {
        if (call[1].some(({ kind }) => kind === 'set')) {
          const now = host.stateOf(server);
          if (now !== 'absent' && now['start'] === 'disabled' && now['running'] === true)
            host.happen({
              kind: 'changed',
              resource: server,
              state: { start: 'disabled', delayed: false, running: false },
            });
        }
        return host.carryOut(...call);
      },
    };
    expect(await outcomes({ ...work, host: acting })).toEqual(['restored', 'restored']);
    expect(host.stateOf(server)).toEqual(auto);
  });

  it.each([
    ['same', (copy: string) => copy],
    ['other', (copy: string) => copy.replace('"seq":1', '"seq":7')],
  ] as const)('compares the copy on the server at the end: %s', async (outcome, edit) => {
    const { host, work } = await prepared();
    await putBack(work);
    host.editCopy('case-1', edit(host.copyOf('case-1') ?? ''));
    await putBack(work);
    expect(work.log.events.findLast(({ type }) => type === 'copy-compared')).toMatchObject({ outcome });
  });

  it('writes what was watched over again when it is missing, but not for a service that is gone', async () => {
    const guard = {
      ...disabling('ContaPlusServidor'),
      id: 'third-party-services/guard',
      resource: {
        kind: 'registry-value',
        key: String.raw`HKLM\SYSTEM\CurrentControlSet\Services\ContaPlusServidor`,
        value: 'DependOnService',
      },
      from: { present: true, type: 'multi', value: 'ContaPlusLicencias' },
      to: { present: true, type: 'multi', value: 'ContaPlusLicencias' },
      lost: { present: false },
      after: [item],
    } as const;
    const run = async (gone: boolean, forgetful = 0) => {
      const host = aServer(recording);
      const work = aWork(host, { acting: forgets(host, guard.resource, forgetful) });
      await prepare(work, {
        plan: aPlan([aStep([disabling('ContaPlusServidor'), guard])]),
        planSha256: '0'.repeat(64),
        answered: new Set(),
        performers: nobody,
      });
      if (gone) host.happen({ kind: 'vanished', resource: server });
      host.happen({ kind: 'changed', resource: guard.resource, state: { present: false } });
      const back = await outcomes(work);
      return { back, value: host.stateOf(guard.resource) };
    };
    expect(await run(false)).toEqual({ back: ['restored', 'restored'], value: guard.from });
    expect(await run(true)).toEqual({ back: ['gone', 'gone'], value: { present: false } });
    // A service manager that forgets it once more when the service is set
    expect(await run(false, 1)).toEqual({ back: ['restored', 'restored'], value: guard.from });
    expect(await run(false, 2)).toEqual({ back: ['drifted', 'restored'], value: { present: false } });
  });
});

describe('what putting back comes to', () => {
  const resources: Readonly<Record<ResourceKind, Resource>> = {
    service: server,
    unit: { kind: 'unit', name: 'x.service' },
    'registry-value': { kind: 'registry-value', key: 'HKLM\\X', value: 'v' },
    file: { kind: 'file', path: '/x' },
    command: { kind: 'command', name: 'c', look: 'l', set: { on: '1', off: '0' } },
  };

  it.each(putBackCases)('$name', async ({ kind, was, to, lost, found, forced, comesTo }) => {
    let state = found;
    let set: ResourceState | undefined;
    const host: ActingHost = {
      name: 'x',
      gather: () => Promise.reject(new Error('not asked')),
      carryOut: (_, instructions) => {
        const results = instructions.flatMap((one): InstructionResult[] => {
          if (one.kind === 'look') return [{ id: one.id, ms: 0, did: 'looked', found: state }];
          if (one.kind !== 'set') return [];
          const before = state;
          set = one.to;
          state = one.to;
          return [{ id: one.id, ms: 0, did: 'set', found: before, left: one.to }];
        });
        return Promise.resolve({ results });
      },
      close: () => Promise.resolve(),
    };
    const work = aWork(aServer(recording), { acting: host });
    await work.log.append({
      type: 'intent',
      item,
      step: 's',
      resource: resources[kind],
      found: was,
      to,
      ...(lost ? { lost } : {}),
      after: [],
    });
    const [done] = await putBack(work, { force: new Set(forced ? [item] : []) });
    expect(set ?? done?.outcome).toEqual(comesTo);
  });
});

describe('what is watched over', () => {
  it.each(guardLives)('$name', async ({ thing, guard, setting, neverStays, forced, outcomes: expected, written }) => {
    const off = { start: 'disabled', delayed: false, running: false };
    const [there, lost] = [{ present: true, type: 'multi', value: 'RpcSs' }, { present: false }];
    const world: Record<string, ResourceState | 'absent'> = {
      thing: thing === 'off' ? off : 'absent',
      guard: guard === 'there' ? there : lost,
    };
    let writes = 0;
    const set = (id: string, to: ResourceState): ResourceState | 'absent' => {
      world[id] = id === 'guard' && neverStays ? lost : to;
      if (id === 'guard') writes += 1;
      else if (setting !== 'keeps it') world['guard'] = lost;
      if (id === 'thing' && setting === 'vanishes') world['thing'] = 'absent';
      return id === 'guard' ? to : (world['thing'] ?? 'absent');
    };
    const acting: ActingHost = {
      name: 'x',
      gather: () => Promise.reject(new Error('not asked')),
      carryOut: (_, instructions) => {
        const results = instructions.flatMap((one): InstructionResult[] => {
          if (one.kind === 'look') return [{ id: one.id, ms: 0, did: 'looked', found: world[one.id] ?? 'absent' }];
          return one.kind === 'set' ? [{ id: one.id, ms: 0, did: 'set', found: off, left: set(one.id, one.to) }] : [];
        });
        return Promise.resolve({ results });
      },
      close: () => Promise.resolve(),
    };
    const work = aWork(aServer(recording), { acting });
    const value = { kind: 'registry-value', key: 'HKLM\\X', value: 'DependOnService' } as const;
    await work.log.append(
      { type: 'intent', item: 'thing', step: 's', resource: server, found: auto, to: off, after: [] },
      { type: 'intent', item: 'guard', step: 's', resource: value, found: there, to: there, lost, after: ['thing'] },
    );
    expect(await outcomes(work, forced ? ['guard'] : [])).toEqual(expected);
    expect(writes).toBe(written);
  });
});
