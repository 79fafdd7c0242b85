import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Maker, Service } from '../../facts/services.js';
import { aService } from '../../testing/facts.js';
import { standingsOf } from './service-standing.js';

const microsoft: Maker = { kind: 'system', name: 'Microsoft Corporation', how: 'version-resource' };
const unknown: Maker = { kind: 'unknown', name: undefined, how: 'unreadable' };
const of = (services: readonly Service[], name: string) => standingsOf(services).get(name.toLowerCase());

describe('the standing of a service', () => {
  it.each<[string, Partial<Service>, object]>([
    ['of another maker, with full rights', {}, { kind: 'take' }],
    ['stopped, but started by hand', { startMode: 'manual', state: 'stopped' }, { kind: 'take' }],
    ['disabled, yet running', { startMode: 'disabled' }, { kind: 'take' }],
    ['rights that could not be read', { privileged: undefined }, { kind: 'take' }],
    ['the system’s', { maker: microsoft }, { kind: 'leave', why: 'system' }],
    ['without full rights', { privileged: false }, { kind: 'leave', why: 'rights' }],
    ['disabled on purpose', { startMode: 'disabled', state: 'stopped' }, { kind: 'leave', why: 'off' }],
    [
      'disabled, of whomever',
      { startMode: 'disabled', state: 'stopped', maker: unknown },
      { kind: 'leave', why: 'off' },
    ],
    ['a driver', { driver: true }, { kind: 'leave', why: 'driver' }],
    ['of nobody we could read', { maker: unknown }, { kind: 'ask' }],
    ['of nobody we could read, named like a way in', { maker: unknown, displayName: 'SSH' }, { kind: 'ask' }],
    ['a way in', { displayName: 'Bitvise SSH Server' }, { kind: 'keep', reason: 'way-in' }],
    ['a VPN', { displayName: 'OpenVPN' }, { kind: 'keep', reason: 'vpn' }],
  ])('%s', (_title, more, expected) => expect(of([aService(more)], 'AcmeSync')).toEqual(expected));

  it('keeps what a kept one needs, near and far', () => {
    const services = [
      aService({ name: 'BvSshServer', displayName: 'Bitvise SSH Server', dependsOn: ['Helper'] }),
      aService({ name: 'helper', dependsOn: ['Base'] }),
      aService({ name: 'Base' }),
      aService({ name: 'Other' }),
    ];
    expect(of(services, 'Helper')).toEqual({ kind: 'keep', reason: 'needed', by: 'BvSshServer' });
    expect(of(services, 'base')).toEqual({ kind: 'keep', reason: 'needed', by: 'BvSshServer' });
    expect(of(services, 'Other')).toEqual({ kind: 'take' });
  });

  it('keeps what the system’s own way in needs, unless that does not run', () => {
    const services = (state: Service['state']) => [
      aService({ name: 'TermService', maker: microsoft, state, dependsOn: ['Acme'] }),
      aService({ name: 'Acme' }),
    ];
    expect(of(services('running'), 'Acme')).toEqual({ kind: 'keep', reason: 'needed', by: 'TermService' });
    expect(of(services('stopped'), 'Acme')).toEqual({ kind: 'take' });
  });

  it('takes the units that start what is taken, and no others', () => {
    const unit = (name: string, more: Partial<Service> = {}) =>
      aService({ name, privileged: name.endsWith('.service'), account: undefined, ...more });
    const trigger = (name: string, more: Partial<Service> = {}) => unit(name, { privileged: undefined, ...more });
    const services = [
      unit('acme.service', { triggers: ['acme.socket', 'acme-nightly.timer'] }),
      trigger('acme.socket'),
      trigger('acme-nightly.timer'),
      trigger('acme.path'),
      trigger('acme.timer', { startMode: 'disabled', state: 'stopped' }),
      trigger('lonely.timer'),
      unit('plain.service', { privileged: false, triggers: ['plain.timer'] }),
      trigger('plain.timer'),
    ];
    const standings = standingsOf(services);
    expect([...standings].filter(([, { kind }]) => kind === 'take').map(([name]) => name)).toEqual([
      'acme.service',
      'acme.socket',
      'acme-nightly.timer',
      'acme.path',
    ]);
  });

  it('ends on circles and on names nobody bears', () => {
    const names = fc.constantFrom('a', 'b', 'c.service', 'c.timer', 'ssh.service', '__proto__');
    const service = fc
      .record({
        name: names,
        dependsOn: fc.array(names),
        triggers: fc.array(names),
        privileged: fc.constantFrom(true, false, undefined),
        maker: fc.constantFrom(microsoft, unknown, aService().maker),
      })
      .map(more => aService(more));
    fc.assert(
      fc.property(fc.uniqueArray(service, { selector: one => one.name }), services => {
        const standings = standingsOf(services);
        for (const one of services) {
          const kind = standings.get(one.name)?.kind;
          expect(kind).toBeDefined();
          if (one.maker.kind === 'system') expect(kind).toBe('leave');
          if (one.maker.kind === 'unknown') expect(kind).not.toBe('take');
        }
      }),
    );
  });
});
