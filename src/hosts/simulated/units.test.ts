import { describe, expect, it } from 'vitest';
import type { Set, SetResult } from '../../model/instruction.js';
import type { ResourceState } from '../../model/resource.js';
import { type UnitLine, linuxWith, told } from '../../testing/simulated.js';
import type { Behaviour } from './kind.js';

const up = { masked: false, enabled: true, active: true };
const off = { masked: true, enabled: true, active: false };

const set = (name: string, to: ResourceState): Set => ({
  id: name,
  kind: 'set',
  resource: { kind: 'unit', name },
  from: [],
  to,
  force: true,
});

interface Row {
  readonly name: string;
  readonly units: readonly UnitLine[];
  readonly behaviours?: Readonly<Record<string, Behaviour>>;
  readonly does: Set;
  readonly did: SetResult['did'];
  readonly left: ResourceState | 'absent';
  readonly why?: RegExp;
}

const rows: readonly Row[] = [
  { name: 'stops and masks', units: [{ name: 'a.service' }], does: set('a.service', off), did: 'set', left: off },
  {
    name: 'unmasks and starts',
    units: [{ name: 'a.service', masked: true, active: false }],
    does: set('a.service', up),
    did: 'set',
    left: up,
  },
  {
    name: 'unmasks what did not run',
    units: [{ name: 'a.service', masked: true, active: false }],
    does: set('a.service', { ...up, active: false }),
    did: 'set',
    left: { ...up, active: false },
  },
  {
    name: 'masks again what is to run although masked',
    units: [{ name: 'a.service', masked: true, active: false }],
    does: set('a.service', { ...up, masked: true }),
    did: 'set',
    left: { ...up, masked: true },
  },
  {
    name: 'a mask that is not named stays',
    units: [{ name: 'a.service', masked: true, active: false }],
    does: set('a.service', { enabled: false }),
    did: 'set',
    left: { masked: true, enabled: false, active: false },
  },
  {
    name: 'cannot start what requires a masked unit',
    units: [
      { name: 'db.service', masked: true, active: false },
      { name: 'app.service', requires: ['db.service'], active: false },
    ],
    does: set('app.service', up),
    did: 'failed',
    left: { ...up, active: false },
    why: /Unit db\.service is masked/,
  },
  {
    name: 'cannot enable a unit without [Install]',
    units: [{ name: 'a.service', enabled: false, installable: false }],
    does: set('a.service', up),
    did: 'failed',
    left: { ...up, enabled: false },
    why: /no installation config/,
  },
  {
    name: 'one that refuses to stop stays masked and active',
    units: [{ name: 'a.service' }],
    behaviours: { 'a.service': { refusesToStop: true } },
    does: set('a.service', off),
    did: 'failed',
    left: { ...off, active: true },
    why: /refused/,
  },
  {
    name: 'one that stops too slowly is still active',
    units: [{ name: 'a.service' }],
    behaviours: { 'a.service': { stopSeconds: 90 } },
    does: set('a.service', off),
    did: 'failed',
    left: { ...off, active: true },
    why: /still deactivating after 60 seconds/,
  },
  { name: 'no such unit', units: [{ name: 'a.service' }], does: set('b.service', off), did: 'absent', left: 'absent' },
];

describe('systemd', () => {
  it.each(rows)('$name', async ({ units, behaviours, does, did, left, why }) => {
    const host = linuxWith(units, behaviours ? { behaviours } : {});
    const [result] = (await told(host, does)) as [SetResult];
    expect([result.did, result.left]).toEqual([did, left]);
    if (why) expect(result.why).toMatch(why);
  });

  it('stops with a unit what requires it, and starts what it requires', async () => {
    const host = linuxWith([
      { name: 'db.service' },
      { name: 'app.service', requires: ['db.service'] },
      { name: 'web.service', requires: ['app.service'] },
    ]);
    await told(host, set('db.service', off));
    expect([...host.states().values()].map(state => state.active)).toEqual([false, false, false]);
    await told(host, set('db.service', { ...up, active: false }), set('web.service', up));
    expect([...host.states().values()].map(state => state.active)).toEqual([true, true, true]);
  });

  it('starts at boot what is enabled or pulled in, and nothing masked', () => {
    const host = linuxWith([
      { name: 'enabled.service', active: false },
      { name: 'masked.service', masked: true },
      { name: 'by-hand.service', enabled: false },
      { name: 'static.service', enabled: false, pulledIn: true },
      { name: 'static-idle.service', enabled: false, pulledIn: true, active: false },
    ]);
    host.happen({ kind: 'reboot' });
    expect([...host.states()].filter(([, state]) => state.active).map(([name]) => name)).toEqual([
      'unit:enabled.service',
      'unit:static.service',
    ]);
  });

  it('has a socket start its service when somebody connects, unless it is masked', async () => {
    const host = linuxWith([
      { name: 'cups.socket' },
      { name: 'cups.service', active: false, triggeredBy: ['cups.socket'] },
    ]);
    const active = () => host.states().get('unit:cups.service')?.active;
    host.happen({ kind: 'triggered', unit: 'cups.socket' });
    expect(active()).toBe(true);
    await told(host, set('cups.service', off));
    host.happen({ kind: 'triggered', unit: 'cups.socket' });
    expect(active()).toBe(false);
  });

  it('skips a unit masked by a drop-in, and does not miss it where it is required', async () => {
    const host = linuxWith([
      { name: 'own.service', ownFile: true, masked: true, active: false },
      { name: 'app.service', requires: ['own.service'], active: false },
    ]);
    const [result] = (await told(host, set('app.service', up))) as [SetResult];
    expect([result.did, host.states().get('unit:own.service')]).toEqual(['set', off]);
  });
});
