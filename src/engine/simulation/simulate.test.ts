import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { facts } from '../../facts/registry.generated.js';
import { services } from '../../facts/services.js';
import { readRecording } from '../../hosts/recorded/recording-text.js';
import type { SimulatedHost } from '../../hosts/simulated/host.js';
import type { Answers } from '../../model/answer.js';
import type { Recording } from '../../model/recording.js';
import type { Resource, ResourceState } from '../../model/resource.js';
import { batchFor } from '../batch.js';
import { FactReader } from '../read.js';
import { simulate } from './simulate.js';

const batches = { windows: batchFor('windows', facts), linux: batchFor('linux', facts) };
const names = readdirSync('recordings')
  .filter(name => name.endsWith('.json'))
  .map(name => name.slice(0, -5));
const recording = (name: string): Recording => readRecording(readFileSync(`recordings/${name}.json`, 'utf8'), name);
const gather = (host: SimulatedHost) => host.gather(batches, { now: () => new Date(0) });

/** What the facts say of a service or unit. */
function fact(gathered: Recording, name: string) {
  const reading = new FactReader(gathered).read(services);
  if (reading.state === 'missing') throw new Error(reading.why.en);
  const found = reading.value.find(service => service.name.toLowerCase() === name.toLowerCase());
  return found && [found.startMode, found.delayedStart, found.state];
}

describe.each(names)('%s', name => {
  const first = recording(name);

  it('answers as it was recorded', async () => {
    const { answers } = await gather(simulate(first));
    expect(differing(first.answers, answers)).toEqual([]);
  });

  it('answers as it was recorded once all is set back', async () => {
    const host = simulate(first);
    const before = [...host.states()];
    const resources = before.map(([key, state]): [Resource, ResourceState] => [resourceOf(key), state]);
    expect(resources.length).toBeGreaterThan(5);
    const off = first.platform === 'windows' ? { start: 'disabled', running: false } : { masked: true, active: false };
    for (const [resource] of resources) host.happen({ kind: 'changed', resource, state: off });
    const changed = await gather(host);
    for (const id of held[first.platform]) expect(changed.answers[id]).not.toEqual(first.answers[id]);
    for (const [resource, state] of resources) host.happen({ kind: 'changed', resource, state });
    const { answers } = await gather(host);
    expect(differing(first.answers, answers)).toEqual([]);
    expect([...host.states()]).toEqual(before);
  });
});

/** Recorded answers that are no longer the same object. */
const differing = (recorded: Answers, now: Answers) =>
  Object.keys(now).filter(id => recorded[id] && recorded[id] !== now[id]);

const held = { windows: ['windows-service-keys', 'windows-service-states'], linux: ['systemd-units'] } as const;

function resourceOf(key: string): Resource {
  const [, kind, name] = /^(service|unit):(.*)$/.exec(key) ?? [];
  return { kind: kind as 'service', name: name ?? '' };
}

describe('what facts read of a simulated server', () => {
  const put = (host: SimulatedHost, resource: Resource, state: ResourceState) =>
    host.happen({ kind: 'changed', resource, state });

  it.each<[string, ResourceState, unknown[]]>([
    ['disabled and stopped', { start: 'disabled', running: false }, ['disabled', false, 'stopped']],
    ['manual', { start: 'manual' }, ['manual', false, 'running']],
    ['delayed', { delayed: true }, ['auto', true, 'running']],
  ])('a service that is %s', async (_, state, expected) => {
    const host = simulate(recording('sbs2003-premium'));
    expect(fact(await gather(host), 'W32Time')).toEqual(['auto', false, 'running']);
    put(host, { kind: 'service', name: 'w32time' }, state);
    expect(fact(await gather(host), 'W32Time')).toEqual(expected);
  });

  it('a service that is gone: neither it nor its sub-keys, and no other', async () => {
    const first = recording('sbs2003-premium');
    const host = simulate(first);
    host.happen({ kind: 'vanished', resource: { kind: 'service', name: 'W32Time' } });
    const gathered = await gather(host);
    expect(fact(gathered, 'W32Time')).toBeUndefined();
    const [before, after] = [first, gathered].map(({ answers }) => keysIn(answers));
    expect(before?.filter(key => !after?.includes(key))).toEqual([
      'HKLM\\SYSTEM\\CurrentControlSet\\Services\\W32Time',
      'HKLM\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters',
    ]);
  });

  it('a service that is told to stop and does not end', async () => {
    const host = simulate(recording('sbs2003-premium'), { behaviours: { W32Time: { stopSeconds: 500 } } });
    const to = { start: 'disabled', delayed: false, running: false };
    await host.carryOut(
      'wsh',
      [{ id: 'x', kind: 'set', resource: { kind: 'service', name: 'W32Time' }, from: [], to, force: true }],
      {},
    );
    expect(fact(await gather(host), 'W32Time')).toEqual(['disabled', false, 'pending']);
  });

  const unit = (file: string, rest = '') =>
    `acme.service\tactive\tenabled\t${file}\t\t\talways\t${rest}\t\tAcme\t/opt/acme`;
  const linux = (line: string): Recording => ({
    ...recording('debian12-server'),
    answers: {
      'systemd-units': { state: 'ok', ms: 1, exit: 0, text: `systemd\n${line}\n` },
      'package-files': { state: 'ok', ms: 1, exit: 0, text: '' },
      'apt-origins': { state: 'ok', ms: 1, exit: 0, text: '' },
    },
  });
  const own = unit('/etc/systemd/system/acme.service');
  const packaged = unit('/lib/systemd/system/acme.service');

  it.each<[string, string, ResourceState, unknown[]]>([
    ['masked and stopped', packaged, { masked: true, active: false }, ['disabled', undefined, 'stopped']],
    [
      'masked by a drop-in, which systemd does not call so',
      own,
      { masked: true, active: false },
      ['auto', undefined, 'stopped'],
    ],
    ['disabled', packaged, { enabled: false }, ['manual', undefined, 'running']],
  ])('a unit that is %s', async (_, line, state, expected) => {
    const host = simulate(linux(line));
    expect(fact(await gather(host), 'acme.service')).toEqual(['auto', undefined, 'running']);
    put(host, { kind: 'unit', name: 'acme.service' }, state);
    expect(fact(await gather(host), 'acme.service')).toEqual(expected);
  });
});

describe('an upgrade to another recorded server', () => {
  it('takes over its answers and brings its services, and leaves ours as they are', async () => {
    const first = recording('sbs2003-premium');
    const target = recording('sbs2011-es');
    const host = simulate(first);
    host.happen({ kind: 'changed', resource: { kind: 'service', name: 'W32Time' }, state: { start: 'disabled' } });
    const [oldKeys, newKeys] = [first, target].map(({ answers }) => keysIn(answers).map(key => key.toLowerCase()));
    host.happen({ kind: 'upgrade', upgrade: { recording: target, gone: [{ kind: 'service', name: 'Alerter' }] } });
    const after = await gather(host);
    expect(after.answers['registry-current-version']).toEqual(target.answers['registry-current-version']);
    expect(fact(after, 'W32Time')).toEqual(['disabled', false, 'stopped']);
    expect(fact(after, 'Alerter')).toBeUndefined();
    const keys = new Set(keysIn(after.answers).map(key => key.toLowerCase()));
    const lost = [...(oldKeys ?? []), ...(newKeys ?? [])].filter(key => !keys.has(key) && !key.includes('\\alerter'));
    expect(lost).toEqual([]);
  });

  it('does not bring back what an upgrade before it took away', async () => {
    const host = simulate(recording('sbs2003-premium'));
    const gone = [{ kind: 'service', name: 'Alerter' }] as const;
    host.happen({ kind: 'upgrade', upgrade: { gone } });
    host.happen({ kind: 'upgrade', upgrade: {} });
    expect(host.stateOf(gone[0])).toBe('absent');
    expect(fact(await gather(host), 'Alerter')).toBeUndefined();
  });

  it('brings units', async () => {
    const host = simulate(recording('debian12-server'));
    const target = recording('lab-debian');
    host.happen({ kind: 'upgrade', upgrade: { recording: target } });
    for (const [name] of simulate(target).states()) expect(host.states().has(name)).toBe(true);
  });
});

function keysIn(answers: Answers): string[] {
  const answer = answers['windows-service-keys'];
  return answer?.state === 'ok' && 'keys' in answer ? Object.keys(answer.keys) : [];
}
