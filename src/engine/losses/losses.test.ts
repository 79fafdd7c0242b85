import { describe, expect, it } from 'vitest';
import type { ChangedEntry } from '../../model/comparison.js';
import { comparedEntries } from '../compare.js';
import { lossOf } from './losses.js';

type Values = Readonly<Record<string, string>>;

/** Fact, entries before, entries after, the entry that changed, what it weighs (or that it is no loss). */
const rows: readonly (readonly [fact: string, was: Values, is: Values, entry: string, weight: string | undefined])[] = [
  [
    'services',
    { 'Conta/state': 'running', 'Conta/startMode': 'auto' },
    { 'Conta/state': 'stopped' },
    'Conta/state',
    'high',
  ],
  [
    'services',
    { 'BITS/state': 'running', 'BITS/startMode': 'manual', 'BITS/maker/kind': 'system' },
    { 'BITS/state': 'stopped' },
    'BITS/state',
    'low',
  ],
  [
    'services',
    { 'Agent/state': 'running', 'Agent/startMode': 'manual', 'Agent/maker/kind': 'other' },
    { 'Agent/state': 'failed' },
    'Agent/state',
    'high',
  ],
  ['services', { 'Conta/state': 'stopped' }, { 'Conta/state': 'running' }, 'Conta/state', undefined],
  ['services', { Conta: '', 'Conta/state': 'running', 'Conta/startMode': 'auto' }, {}, 'Conta', 'high'],
  ['services', { Old: '', 'Old/state': 'stopped', 'Old/maker/kind': 'other' }, {}, 'Old', 'medium'],
  ['services', { Alerter: '', 'Alerter/state': 'stopped', 'Alerter/maker/kind': 'system' }, {}, 'Alerter', undefined],
  ['services', { 'Conta/startMode': 'auto' }, { 'Conta/startMode': 'disabled' }, 'Conta/startMode', 'medium'],
  ['services', { 'Conta/startMode': 'disabled' }, { 'Conta/startMode': 'auto' }, 'Conta/startMode', undefined],
  ['listening-ports', { 'ports/tcp 443': '', 'ports/tcp 443/local': 'false' }, {}, 'ports/tcp 443', 'high'],
  ['listening-ports', { 'ports/tcp 3306': '', 'ports/tcp 3306/local': 'true' }, {}, 'ports/tcp 3306', 'medium'],
  ['listening-ports', { 'dynamic/tcp 49664': '' }, {}, 'dynamic/tcp 49664', undefined],
  [
    'listening-ports',
    { 'ports/tcp 25/addresses/*': '' },
    { 'ports/tcp 25/addresses/127.0.0.1': '' },
    'ports/tcp 25/addresses/*',
    'high',
  ],
  [
    'listening-ports',
    { 'ports/tcp 25/addresses/10.0.0.1': '' },
    { 'ports/tcp 25/addresses/*': '' },
    'ports/tcp 25/addresses/10.0.0.1',
    undefined,
  ],
  ['shares', { 'shares/shares': '' }, {}, 'shares/shares', 'high'],
  ['shares', { 'shares/Datos/offered': 'true' }, { 'shares/Datos/offered': 'false' }, 'shares/Datos/offered', 'high'],
  ['shares', { 'shares/Datos/offered': 'true' }, {}, 'shares/Datos/offered', undefined],
  ['shares', { 'shares/Datos/path': 'D:\\A' }, { 'shares/Datos/path': 'D:\\B' }, 'shares/Datos/path', 'high'],
  ['shares', { 'administrative/SYSVOL': '' }, {}, 'administrative/SYSVOL', 'high'],
  ['shares', { 'administrative/C$': '' }, {}, 'administrative/C$', undefined],
  ['network', { hostName: 'srv' }, { hostName: 'win-8f2k' }, 'hostName', 'high'],
  ['network', { 'adapters/LAN': '', 'adapters/LAN/addresses/10.0.0.1∕24': '' }, {}, 'adapters/LAN', 'high'],
  [
    'network',
    { 'adapters/LAN': '', 'adapters/LAN/addresses/10.0.0.1∕24': '' },
    { 'adapters/Ethernet 2/addresses/10.0.0.1∕24': '' },
    'adapters/LAN',
    'low',
  ],
  ['network', { 'adapters/a/addresses/10.0.0.1∕24': '' }, {}, 'adapters/a/addresses/10.0.0.1∕24', 'high'],
  [
    'network',
    { 'adapters/a/addresses/10.0.0.1∕24': '' },
    { 'adapters/b/addresses/10.0.0.1∕24': '' },
    'adapters/a/addresses/10.0.0.1∕24',
    undefined,
  ],
  [
    'network',
    { 'adapters/a/gateways/10.0.0.9': '' },
    { 'adapters/a/dns/10.0.0.9': '' },
    'adapters/a/gateways/10.0.0.9',
    'high',
  ],
  ['network', { 'adapters/a/dns/10.0.0.9': '' }, {}, 'adapters/a/dns/10.0.0.9', 'high'],
  ['network', { 'adapters/a/up': 'true' }, { 'adapters/a/up': 'false' }, 'adapters/a/up', 'high'],
  ['dns-zones', { 'empresa.local': '' }, {}, 'empresa.local', 'high'],
  ['volumes', { 'D:': '', 'D:/kind': 'fixed' }, {}, 'D:', 'high'],
  ['volumes', { 'Z:': '', 'Z:/kind': 'network' }, {}, 'Z:', 'low'],
  [
    'sql-server',
    { 'instances/CONTA/running': 'true' },
    { 'instances/CONTA/running': 'false' },
    'instances/CONTA/running',
    'high',
  ],
  ['databases', { 'postgresql/clusters/main/running': 'true' }, {}, 'postgresql/clusters/main/running', 'high'],
  ['databases', { 'mysql/running': 'true' }, { 'mysql/running': 'false' }, 'mysql/running', 'high'],
  ['hyper-v', { 'machines/DC01/state': 'running' }, { 'machines/DC01/state': 'off' }, 'machines/DC01/state', 'high'],
  ['hyper-v', { 'machines/DC01/state': 'off' }, { 'machines/DC01/state': 'running' }, 'machines/DC01/state', undefined],
  ['scheduled-tasks', { 'tasks/\\Copia': '' }, {}, 'tasks/\\Copia', 'medium'],
  [
    'scheduled-tasks',
    { 'tasks/\\Microsoft\\Windows\\Defrag\\ScheduledDefrag': '' },
    {},
    'tasks/\\Microsoft\\Windows\\Defrag\\ScheduledDefrag',
    undefined,
  ],
  [
    'scheduled-tasks',
    { 'tasks/\\Copia/enabled': 'true' },
    { 'tasks/\\Copia/enabled': 'false' },
    'tasks/\\Copia/enabled',
    'medium',
  ],
  [
    'certificates',
    { 'certificates/ab12': '', 'certificates/ab12/subject': 'CN=correo' },
    {},
    'certificates/ab12',
    'medium',
  ],
  ['drivers', { raid: '', 'raid/thirdParty': 'true', 'raid/running': 'true' }, {}, 'raid', 'medium'],
  ['drivers', { raid: '', 'raid/thirdParty': 'true', 'raid/running': 'false' }, {}, 'raid', 'low'],
  ['drivers', { ftdisk: '', 'ftdisk/thirdParty': 'false', 'ftdisk/running': 'true' }, {}, 'ftdisk', undefined],
  [
    'drivers',
    { 'raid/thirdParty': 'true', 'raid/running': 'true' },
    { 'raid/running': 'false' },
    'raid/running',
    'medium',
  ],
  ['roles', { 'installed/DNS': '' }, {}, 'installed/DNS', 'medium'],
  ['applications', { Factusol: '' }, {}, 'Factusol', 'low'],
  ['clock', { zone: 'a' }, { zone: 'b' }, 'zone', undefined],
];

function changeOf(was: Values, is: Values, entry: string): ChangedEntry {
  return { entry, before: was[entry], after: is[entry] };
}

const mapOf = (values: Values) => new Map(Object.entries(values));

describe('what an upgrade must never lose', () => {
  it.each(rows)('%s %j → %j: %s', (fact, was, is, entry, weight) =>
    expect(lossOf(fact, changeOf(was, is, entry), mapOf(was), mapOf(is))?.severity).toBe(weight),
  );

  it.each([
    [
      'certificates',
      { 'certificates/ab12': '', 'certificates/ab12/subject': 'CN=correo' },
      'certificates/ab12',
      'CN=correo',
    ],
    ['network', { 'adapters/a/addresses/10.0.0.1∕24': '' }, 'adapters/a/addresses/10.0.0.1∕24', '10.0.0.1/24'],
    ['shares', { 'shares/shares': '' }, 'shares/shares', 'shares'],
  ])('names what is lost: %s', (fact, was: Values, entry, thing) =>
    expect(lossOf(fact, changeOf(was, {}, entry), mapOf(was), new Map())?.thing).toBe(thing),
  );
});

describe('changes of one fact', () => {
  const known = (value: unknown) => ({ state: 'known', value }) as const;
  const missing = (en: string) => ({ state: 'missing', why: { en, es: en } }) as const;
  const compare = (fact: string, was: Parameters<typeof comparedEntries>[1], is: typeof was, upgraded = true) =>
    comparedEntries(fact, was, is, upgraded, () => false).map(({ entry, reason, loss }) => [
      entry,
      reason,
      loss?.severity,
    ]);

  it('a thing that is gone is one change, however much was known of it', () =>
    expect(
      compare(
        'services',
        known([{ name: 'Conta', state: 'running', startMode: 'auto', maker: { kind: 'other' } }]),
        known([]),
      ),
    ).toEqual([['Conta', 'unexpected', 'high']]));

  it('a thing that is new is one change, expected of an upgrade alone', () => {
    const is = known({ shares: [{ name: 'Nueva', path: 'D:\\Nueva' }] });
    expect(compare('shares', known({ shares: [] }), is)).toEqual([['shares/Nueva', 'upgrade', undefined]]);
    expect(compare('shares', known({ shares: [] }), is, false)).toEqual([['shares/Nueva', 'unexpected', undefined]]);
  });

  it('what cannot be read any more is one unexpected change; what could not be read before is none', () => {
    expect(compare('shares', known({ shares: [{ name: 'a' }] }), missing('no'))).toEqual([
      ['missing', 'unexpected', 'medium'],
    ]);
    expect(compare('shares', missing('no'), known({ shares: [{ name: 'a' }] }))).toEqual([
      ['missing', 'by-itself', undefined],
    ]);
    expect(compare('shares', missing('no'), missing('no'))).toEqual([]);
  });

  it('services of the system that did not run go with an upgrade, and not without one', () => {
    const was = known([{ name: 'Alerter', state: 'stopped', maker: { kind: 'system' } }]);
    expect(compare('services', was, known([]))).toEqual([['Alerter', 'upgrade', undefined]]);
    expect(compare('services', was, known([]), false)).toEqual([['Alerter', 'unexpected', undefined]]);
  });

  it('a unit file named by its place under /usr is the same after an upgrade, and one elsewhere is not', () => {
    const unit = (unitFile: string) => known([{ name: 'acme.service', unitFile }]);
    const file = '/lib/systemd/system/acme.service';
    const entry = 'acme.service/unitFile';
    expect(compare('services', unit(file), unit(`/usr${file}`))).toEqual([[entry, 'upgrade', undefined]]);
    expect(compare('services', unit(file), unit(`/usr${file}`), false)).toEqual([[entry, 'unexpected', undefined]]);
    expect(compare('services', unit(file), unit('/etc/systemd/system/acme.service'))).toEqual([
      [entry, 'unexpected', undefined],
    ]);
  });

  it('ports that the system chose, and those that only came, are no news', () =>
    expect(
      compare(
        'listening-ports',
        known({ ports: [], dynamic: [{ name: 'tcp 49664' }] }),
        known({ ports: [{ name: 'tcp 5985' }], dynamic: [{ name: 'tcp 49700' }] }),
        false,
      ),
    ).toEqual([
      ['dynamic/tcp 49664', 'by-itself', undefined],
      ['ports/tcp 5985', 'by-itself', undefined],
      ['dynamic/tcp 49700', 'by-itself', undefined],
    ]));
});
