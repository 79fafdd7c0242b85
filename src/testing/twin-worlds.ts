import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { systemdUnitsInAnswers } from '../engine/simulation/systemd-units.js';
import { windowsServicesInAnswers } from '../engine/simulation/windows-services.js';
import type { Breakage } from '../hosts/failing/failing-host.js';
import type { Behaviour } from '../hosts/simulated/kind.js';
import type { Happening, Incident } from '../hosts/simulated/options.js';
import { same } from '../i18n/text.js';
import { type Plan, planSchema } from '../model/plan.js';
import type { Recording } from '../model/recording.js';
import { type Resource, type ResourceState, resourceName, sameState } from '../model/resource.js';
import type { PlannedChange } from '../model/step.js';
import { type ServiceLine, type UnitLine, linuxWith, windowsWith } from './simulated.js';
import { type Course, type Run, type World, changesOf } from './twin.js';

/** Something with a name that may need others before it in the list. */
interface Node {
  readonly name: string;
  readonly needs: readonly string[];
}

/** Services of the recorded Windows servers with what they depend on, and units of the recorded Linux servers; in order of need. */
const recorded = recordings().map(recording => ({
  platform: recording.platform,
  nodes: inOrder(
    recording.platform === 'windows'
      ? windowsServicesInAnswers.read(recording.answers).map(({ name, dependsOn }) => ({ name, needs: dependsOn }))
      : systemdUnitsInAnswers.read(recording.answers).map(({ name, requires }) => ({ name, needs: requires })),
  ),
}));

/** A server with up to a dozen services of a recorded one, in random states that can be, and a random plan for it. */
export const anyWorld: fc.Arbitrary<World> = fc
  .constantFrom(...recorded)
  .chain(({ platform, nodes }) =>
    fc
      .tuple(fc.subarray([...nodes], { minLength: 1, maxLength: 8 }), fc.array(fc.nat(7), { maxLength: 6 }))
      .map(([some, links]) => ({ platform, nodes: linked(closed(some, nodes), links) })),
  )
  .chain(({ platform, nodes }) => (platform === 'windows' ? windowsWorld(nodes) : linuxWorld(nodes)));

/** Runs that break anywhere, while others do whatever they like. */
export function anyCourse(world: World): fc.Arbitrary<Course> {
  const changes = changesOf(world.plan);
  const run: fc.Arbitrary<Run> = fc.record({
    cut: fc.option(fc.record({ n: fc.integer({ min: 1, max: 40 }), when: fc.constantFrom('before', 'after') }), {
      nil: undefined,
    }),
    breakages: fc.array(anyBreakage, { maxLength: 2 }),
  });
  const incident: fc.Arbitrary<Incident> = fc.record({
    when: fc.constantFrom('before', 'during', 'after'),
    n: fc.integer({ min: 1, max: 60 }),
    what: anyHappening(changes),
  });
  return fc.record({
    prepares: fc.array(run, { minLength: 1, maxLength: 3 }),
    incidents: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(incident, { maxLength: 2 })),
    between: fc.oneof(
      fc.constant([]),
      fc.array(fc.oneof(anyHappening(changes), fc.constant({ kind: 'passes' as const, seconds: 900 })), {
        maxLength: 3,
      }),
    ),
    putBacks: fc.array(run, { maxLength: 2 }),
  });
}

const anyBreakage: fc.Arbitrary<Breakage> = fc.record({
  at: fc.constantFrom('trip', 'instruction'),
  n: fc.integer({ min: 1, max: 30 }),
  breaks: fc.constantFrom('link', 'controller'),
  when: fc.constantFrom('before', 'after'),
});

function anyHappening(changes: readonly PlannedChange[]): fc.Arbitrary<Happening> {
  const reboot = fc.constant<Happening>({ kind: 'reboot' });
  if (changes.length === 0) return reboot;
  const change = fc
    .constantFrom(...changes)
    .chain(({ resource }) => someState(resource).map((state): Happening => ({ kind: 'changed', resource, state })));
  const named = changes.filter(({ resource }) => resource.kind === 'service' || resource.kind === 'unit');
  if (named.length === 0) return fc.oneof(reboot, change);
  const gone = fc.constantFrom(...named).map(({ resource }): Happening => ({ kind: 'vanished', resource }));
  const behaves = fc
    .tuple(
      fc.constantFrom(...named),
      fc.constantFrom<Behaviour>({}, { refusesToStop: true }, { refusesToStart: true }, { stopSeconds: 200 }),
    )
    .map(
      ([{ resource }, behaviour]): Happening => ({
        kind: 'behaves',
        name: 'name' in resource ? resource.name : '',
        behaviour,
      }),
    );
  const upgrade = fc
    .tuple(fc.subarray([...named], { maxLength: Math.min(2, named.length) }), fc.array(change, { maxLength: 2 }))
    .map(
      ([lost, others]): Happening => ({
        kind: 'upgrade',
        upgrade: {
          gone: lost.map(({ resource }) => resource),
          changed: others.flatMap(one => (one.kind === 'changed' ? [one] : [])),
        },
      }),
    );
  return fc.oneof(reboot, change, gone, upgrade, { weight: 4, arbitrary: behaves });
}

/** One or more fields of a resource, as somebody else might set them. */
function someState(resource: Resource): fc.Arbitrary<ResourceState> {
  switch (resource.kind) {
    case 'service':
      return partial({
        start: fc.constantFrom('auto', 'manual', 'disabled'),
        delayed: fc.boolean(),
        running: fc.boolean(),
      });
    case 'unit':
      return partial({ masked: fc.boolean(), enabled: fc.boolean(), active: fc.boolean() });
    case 'registry-value':
      return fc.constantFrom({ present: false }, { present: true, type: 'dword', value: 3 });
    case 'file':
      return fc.constantFrom({ present: false }, { present: true, base64: 'eno=', mode: '600' });
    case 'command':
      return fc.constantFrom('up', 'down', 'sideways').map(value => ({ value }));
  }
}

function partial(fields: Record<string, fc.Arbitrary<string | boolean>>): fc.Arbitrary<ResourceState> {
  return fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<ResourceState>;
}

function windowsWorld(nodes: readonly Node[]): fc.Arbitrary<World> {
  const line = fc.record({
    start: fc.constantFrom('auto', 'auto', 'manual', 'disabled'),
    delayed: fc.boolean(),
    running: fc.boolean(),
    triggered: fc.boolean(),
  });
  return fc.tuple(many(nodes, line), many(nodes, fc.boolean()), fc.boolean()).map(([lines, wanted, more]) => {
    const services: ServiceLine[] = [];
    for (const [index, { name, needs }] of nodes.entries()) {
      const one = lines[index];
      const runs = one?.running === true && services.every(other => !needs.includes(other.name) || other.running);
      services.push({ ...one, name, dependsOn: needs, running: runs });
    }
    const items = planned(nodes, wanted, services.map(stateOfService), name => ({ kind: 'service', name }), {
      start: 'disabled',
      running: false,
    });
    const plan = planOf([items, more ? windowsSettings : []]);
    const assume = changesOf(plan).map(({ resource, from }) => ({ resource, state: from }));
    return { host: incidents => windowsWith(services, { incidents, assume }), executor: 'wsh', plan };
  });
}

function linuxWorld(nodes: readonly Node[]): fc.Arbitrary<World> {
  const line = fc.record({
    masked: fc.constantFrom(false, false, false, true),
    enabled: fc.boolean(),
    active: fc.boolean(),
    ownFile: fc.boolean(),
  });
  return fc.tuple(many(nodes, line), many(nodes, fc.boolean()), fc.boolean()).map(([lines, wanted, more]) => {
    const units: UnitLine[] = [];
    for (const [index, { name, needs }] of nodes.entries()) {
      const one = lines[index];
      const needed = units.filter(other => needs.includes(other.name));
      units.push({
        ...one,
        name,
        requires: needs,
        active: one?.active === true && needed.every(other => other.active),
      });
    }
    const items = planned(nodes, wanted, units.map(stateOfUnit), name => ({ kind: 'unit', name }), {
      masked: true,
      active: false,
    });
    const plan = planOf([items, more ? linuxSettings : []]);
    const assume = changesOf(plan).map(({ resource, from }) => ({ resource, state: from }));
    return { host: incidents => linuxWith(units, { incidents, assume }), executor: 'sh', plan };
  });
}

/** What is wanted is switched off; what runs and needs it is stopped before, whether wanted or not. */
function planned(
  nodes: readonly Node[],
  wanted: readonly boolean[],
  states: readonly ResourceState[],
  resourceOf: (name: string) => Resource,
  off: ResourceState,
): readonly PlannedChange[] {
  const runs = new Set(nodes.filter((_, index) => states[index]?.running === true || states[index]?.active === true));
  const chosen = new Set(nodes.filter((_, index) => wanted[index]));
  const all = new Set(chosen);
  for (const node of nodes) {
    if (runs.has(node) && node.needs.some(name => [...all].some(other => other.name === name))) all.add(node);
  }
  const id = ({ name }: Node) => `services/${resourceName(resourceOf(name))}`;
  return [...nodes.entries()].toReversed().flatMap(([index, node]): PlannedChange[] => {
    const from = states[index];
    if (!all.has(node) || !from) return [];
    const stopped: ResourceState = 'active' in from ? { active: false } : { running: false };
    const to = { ...from, ...(chosen.has(node) ? off : stopped) };
    if (sameState(from, to)) return [];
    const after = [...all].filter(other => other.needs.includes(node.name)).map(id);
    return [change(id(node), resourceOf(node.name), from, to, after)];
  });
}

/** A planned change, named by its id. */
export function change(
  id: string,
  resource: Resource,
  from: ResourceState,
  to: ResourceState,
  after: readonly string[] = [],
  more: Partial<PlannedChange> = {},
): PlannedChange {
  return { kind: 'change', id, text: same(id), seconds: 1, resource, from, to, after, ...more };
}

const network: Resource = { kind: 'command', name: 'network', look: 'show', set: { up: 'go up', down: 'go down' } };
const cut = change('settings/network', network, { value: 'up' }, { value: 'down' }, [], { deadManSeconds: 600 });

const windowsSettings: readonly PlannedChange[] = [
  change(
    'settings/value',
    { kind: 'registry-value', key: 'HKLM\\SOFTWARE\\Acme', value: 'Mode' },
    { present: true, type: 'dword', value: 1 },
    { present: true, type: 'dword', value: 0 },
  ),
  cut,
];
const linuxSettings: readonly PlannedChange[] = [
  change(
    'settings/file',
    { kind: 'file', path: '/etc/acme' },
    { present: false },
    { present: true, base64: 'YQ==', mode: '644' },
  ),
  cut,
];

/** A plan with these changes, by steps. */
export function planOf(steps: readonly (readonly PlannedChange[])[]): Plan {
  return {
    schema: planSchema,
    host: 'twin',
    path: 'twin',
    recording: '0',
    fingerprint: '0',
    madeAt: '2026-11-24T09:00:00.000Z',
    steps: steps.map((items, index) => ({
      step: `step-${index}`,
      phase: 'preparation',
      title: same('step'),
      why: same('why'),
      state: items.length > 0 ? 'do' : 'nothing',
      text: same('text'),
      items,
      leftOut: [],
    })),
    pointOfNoReturn: undefined,
    seconds: 1,
    windowSeconds: undefined,
  };
}

function stateOfService({ start = 'auto', delayed = false, running = true }: ServiceLine): ResourceState {
  return { start, delayed, running };
}

function stateOfUnit({ masked = false, enabled = true, active = true }: UnitLine): ResourceState {
  return { masked, enabled, active };
}

function many<T>(nodes: readonly Node[], one: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(one, { minLength: nodes.length, maxLength: nodes.length });
}

/** With what they need, and what that needs. */
function closed(some: readonly Node[], nodes: readonly Node[]): readonly Node[] {
  const names = new Set(some.map(({ name }) => name));
  for (const node of nodes.toReversed()) if (names.has(node.name)) for (const name of node.needs) names.add(name);
  return nodes.filter(({ name }) => names.has(name));
}

/** A few more needs than were recorded, always of something before. */
function linked(nodes: readonly Node[], links: readonly number[]): readonly Node[] {
  return nodes.map((node, index) => {
    const other = nodes[links[index] ?? nodes.length];
    return other && nodes.indexOf(other) < index ? { ...node, needs: [...new Set([...node.needs, other.name])] } : node;
  });
}

/** What is needed comes first; what needs itself in a circle is left out. */
function inOrder(all: readonly Node[]): readonly Node[] {
  const byName = new Map(all.map(node => [node.name.toLowerCase(), node]));
  const placed = new Map<string, Node>();
  let size = -1;
  while (placed.size > size) {
    size = placed.size;
    for (const [name, node] of byName) {
      const needs = node.needs.map(other => byName.get(other.toLowerCase())?.name ?? other);
      if (!placed.has(name) && needs.every(other => placed.has(other.toLowerCase())))
        placed.set(name, { name: node.name, needs });
    }
  }
  return [...placed.values()];
}

function recordings(): readonly Recording[] {
  return readdirSync('recordings')
    .filter(name => name.endsWith('.json'))
    .map(name => JSON.parse(readFileSync(`recordings/${name}`, 'utf8')) as Recording);
}
