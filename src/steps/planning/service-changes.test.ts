import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingsOf } from '../../checks/rules/service-standing.js';
import type { Maker, Service } from '../../facts/services.js';
import { aService } from '../../testing/facts.js';
import { planServices } from './service-changes.js';

const microsoft: Maker = { kind: 'system', name: 'Microsoft Corporation', how: 'version-resource' };
const unknown: Maker = { kind: 'unknown', name: undefined, how: 'unreadable' };

/** Plans to switch off all that is of another maker; dependents follow from what each service depends on. */
function plan(services: readonly Service[], platform: 'windows' | 'linux' = 'windows') {
  const all = services.map(service => ({
    ...service,
    dependents: services.filter(({ dependsOn }) => dependsOn.includes(service.name)).map(({ name }) => name),
  }));
  const standings = standingsOf(all);
  const wanted = all.filter(({ name }) => standings.get(name.toLowerCase())?.kind === 'take');
  return planServices({ step: 's', platform, all, standings, wanted });
}
const brief = (services: readonly Service[], platform?: 'windows' | 'linux') =>
  plan(services, platform).items.map(({ id, from, to, after }) => ({ id, from, to, after }));

describe('services switched off', () => {
  it('on Windows: disabled, stopped, the delay as it is', () =>
    expect(brief([aService({ delayedStart: true })])).toEqual([
      {
        id: 's/service:AcmeSync',
        from: { start: 'auto', delayed: true, running: true },
        to: { start: 'disabled', delayed: true, running: false },
        after: [],
      },
    ]));

  it.each<[string, Partial<Service>, object]>([
    ['by hand and stopped', { startMode: 'manual', state: 'stopped' }, { start: 'manual', running: false }],
    ['disabled, yet running', { startMode: 'disabled' }, { start: 'disabled', running: true }],
    ['state not told, automatic', { state: 'unknown' }, { start: 'auto', running: true }],
    ['state not told, by hand', { state: 'unknown', startMode: 'manual' }, { start: 'manual', running: false }],
    ['no delay told (Windows 2000)', { delayedStart: undefined }, { start: 'auto', delayed: false, running: true }],
  ])('%s', (_title, more, from) => {
    const [item] = plan([aService(more)]).items;
    expect(item?.from).toMatchObject(from);
    expect(item?.to).toMatchObject({ start: 'disabled', running: false });
  });

  it.each<[string, Partial<Service>, object, object]>([
    [
      'enabled and active',
      { unitFileState: 'enabled' },
      { masked: false, enabled: true, active: true },
      { masked: true, enabled: true, active: false },
    ],
    [
      'static and failed',
      { unitFileState: 'static', startMode: 'manual', state: 'failed' },
      { masked: false, enabled: false, active: false },
      { masked: true, enabled: false, active: false },
    ],
    [
      'masked, yet active',
      { unitFileState: 'masked', startMode: 'disabled' },
      { masked: true, enabled: false, active: true },
      { masked: true, enabled: false, active: false },
    ],
  ])('on Linux: %s', (_title, more, from, to) =>
    expect(brief([aService({ name: 'acme.service', ...more })], 'linux')).toEqual([
      { id: 's/unit:acme.service', from, to, after: [] },
    ]),
  );

  it('dependents before what they depend on', () => {
    const items = brief([
      aService({ name: 'Base' }),
      aService({ name: 'Top', dependsOn: ['Middle'] }),
      aService({ name: 'Middle', dependsOn: ['Base'] }),
    ]);
    const services = items.filter(({ id }) => id.startsWith('s/service:'));
    expect(services.map(({ id, after }) => [id, after])).toEqual([
      ['s/service:Top', []],
      ['s/service:Middle', ['s/service:Top']],
      ['s/service:Base', ['s/service:Middle']],
    ]);
  });

  it('a running dependent of the system is stopped before, never disabled', () => {
    const items = plan([
      aService({ name: 'Base' }),
      aService({ name: 'Fax', displayName: 'Fax', maker: microsoft, dependsOn: ['Base'] }),
      aService({ name: 'Idle', maker: microsoft, state: 'stopped', dependsOn: ['Base'] }),
    ]).items;
    expect(items.map(({ id, to, after }) => [id, to, after])).toEqual([
      ['s/service:Fax', { start: 'auto', delayed: false, running: false }, []],
      ['s/service:Base', { start: 'disabled', delayed: false, running: false }, ['s/service:Fax']],
    ]);
    expect(items[0]?.text.en).toBe(
      '“Fax” (Microsoft Corporation) needs “Acme Sync”: stop it before. It is not disabled, and it is started again afterwards.',
    );
  });

  it.each<[string, Partial<Service>]>([
    ['whose maker nobody knows', { maker: unknown }],
    ['that is a driver', { maker: microsoft, driver: true }],
  ])('a running dependent %s keeps it from being planned', (_title, more) => {
    const services = [aService({ name: 'Base' }), aService({ name: 'Odd', dependsOn: ['Base'], ...more })];
    const { items, heldBy } = plan(services);
    expect(items).toEqual([]);
    expect(heldBy.map(({ service, by }) => [service.name, by.name])).toEqual([['Base', 'Odd']]);
    expect(plan(services.map(one => (one.name === 'Odd' ? { ...one, state: 'stopped' } : one))).items).toHaveLength(1);
  });

  it('what starts a unit goes before it', () => {
    const items = brief(
      [
        aService({ name: 'acme.socket', privileged: undefined, unitFileState: 'enabled' }),
        aService({
          name: 'acme.service',
          unitFileState: 'static',
          triggers: ['acme.socket'],
          dependsOn: ['acme.socket'],
        }),
      ],
      'linux',
    );
    expect(items.map(({ id, after }) => [id, after])).toEqual([
      ['s/unit:acme.socket', []],
      ['s/unit:acme.service', ['s/unit:acme.socket']],
    ]);
  });

  it('watches over recovery actions', () => {
    const items = plan([aService({ recovery: '80510100' })]).items;
    expect(items[1]).toMatchObject({
      id: 's/registry-value:HKLM\\SYSTEM\\CurrentControlSet\\Services\\AcmeSync\\FailureActions',
      from: { present: true, type: 'binary', value: '80510100' },
      to: { present: true, type: 'binary', value: '80510100' },
      lost: { present: false },
      after: ['s/service:AcmeSync'],
    });
    expect(plan([aService({ recovery: 'not hex' })]).items).toHaveLength(1);
  });

  it('watches over what a service needs to start', () => {
    const items = plan([aService({ dependsOn: ['Base', 'group:NetworkProvider'] })]).items;
    expect(items[1]).toMatchObject({
      id: 's/registry-value:HKLM\\SYSTEM\\CurrentControlSet\\Services\\AcmeSync\\DependOnService',
      from: { present: true, type: 'multi', value: 'Base' },
      lost: { present: false },
      after: ['s/service:AcmeSync'],
    });
  });

  it('is in an order that can be carried out, whatever depends on what', () => {
    const names = ['A', 'B', 'C', 'D', 'E'];
    const service = fc.record({
      name: fc.constantFrom(...names),
      dependsOn: fc.uniqueArray(fc.constantFrom(...names)),
      maker: fc.constantFrom(microsoft, unknown, aService().maker),
      state: fc.constantFrom<Service['state']>('running', 'stopped'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(service, { selector: one => one.name }), sketches => {
        // a service can only name those before it: the service manager refuses circles
        const services = sketches.map((sketch, at) =>
          aService({
            ...sketch,
            dependsOn: sketch.dependsOn.filter(on => sketches.findIndex(s => s.name === on) < at),
          }),
        );
        const { items } = plan(services);
        const running = new Set(services.filter(one => one.state === 'running').map(one => one.name));
        for (const { resource, to } of items) {
          const name = resource.kind === 'service' ? resource.name : '';
          const needing = services.filter(one => one.dependsOn.includes(name) && running.has(one.name));
          expect(needing.map(one => one.name)).toEqual([]);
          if (to['start'] === 'disabled') expect(services.find(one => one.name === name)?.maker.kind).toBe('other');
          running.delete(name);
        }
      }),
    );
  });
});
