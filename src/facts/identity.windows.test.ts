import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../model/answer.js';
import { type Given, readWith, reasonWith, valueWith } from '../testing/read-with.js';
import { type Data, denied, registry, rows } from '../testing/windows-answers.js';
import { identityOnWindows } from './identity.windows.js';
import { currentVersion, productOptions } from './questions/windows.js';

const names = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName';

/** A host by its CurrentVersion, its ProductType and its suites. */
function host(
  version: Readonly<Record<string, Data>>,
  type: string,
  suites: readonly string[],
  more: Given = {},
): Given {
  return {
    currentVersion: registry(currentVersion.key, { '': version }),
    productOptions: registry(productOptions.key, { '': { ProductType: type, ProductSuite: suites } }),
    names: registry(names, { '': {}, ActiveComputerName: { ComputerName: 'SERVIDOR' } }),
    ...more,
  };
}

const modern = (build: string, name: string, edition: string, more: Readonly<Record<string, Data>> = {}) =>
  host(
    {
      CurrentVersion: '6.3',
      CurrentBuildNumber: build,
      CurrentMajorVersionNumber: 10,
      CurrentMinorVersionNumber: 0,
      ProductName: name,
      EditionID: edition,
      InstallationType: 'Server',
      BuildLabEx: `${build}.1.amd64fre.rs5_release.180914-1434`,
      ...more,
    },
    'ServerNT',
    ['Terminal Server'],
  );

const w2000 = { CurrentVersion: '5.0', CurrentBuildNumber: '2195', ProductName: 'Microsoft Windows 2000' };
const w2003 = { CurrentVersion: '5.2', CurrentBuildNumber: '3790', ProductName: 'Microsoft Windows Server 2003' };

describe('the product', () => {
  const live = ['Small Business', 'Small Business(Restricted)', 'Terminal Server'];
  const table: readonly [string, Given, string | undefined, string | undefined, string][] = [
    ['NT 4', host({ CurrentVersion: '4.0', CurrentBuildNumber: '1381' }, 'ServerNT', []), 'nt4', 'standard', 'none'],
    [
      'SBS 4.5',
      host({ CurrentVersion: '4.0', CurrentBuildNumber: '1381' }, 'LanmanNT', live),
      'sbs45',
      undefined,
      'live',
    ],
    ['2000', host(w2000, 'ServerNT', ['Terminal Server']), 'ws2000', 'standard', 'none'],
    ['2000 Advanced', host(w2000, 'ServerNT', ['Enterprise']), 'ws2000', 'enterprise', 'none'],
    ['2000 Professional', host(w2000, 'WinNT', []), undefined, undefined, 'none'],
    ['SBS 2000', host(w2000, 'LanmanNT', live), 'sbs2000', undefined, 'live'],
    ['SBS 2000 made plain', host(w2000, 'LanmanNT', ['Small Business']), 'ws2000', 'standard', 'converted'],
    ['2003', host(w2003, 'ServerNT', ['Terminal Server']), 'ws2003', 'standard', 'none'],
    ['2003 Web', host(w2003, 'ServerNT', ['Blade']), 'ws2003', 'web', 'none'],
    [
      '2003 R2 by name',
      host({ ...w2003, ProductName: 'Microsoft Windows Server 2003 R2' }, 'ServerNT', []),
      'ws2003r2',
      'standard',
      'none',
    ],
    [
      '2003 R2 by WMI',
      host(w2003, 'ServerNT', [], { otherType: rows({ OtherTypeDescription: 'R2' }) }),
      'ws2003r2',
      'standard',
      'none',
    ],
    ['SBS 2003', host(w2003, 'LanmanNT', live), 'sbs2003', undefined, 'live'],
    ['2008', modern('6003', 'Windows Server (R) 2008 Standard', 'ServerStandard'), 'ws2008', 'standard', 'none'],
    [
      'SBS 2008',
      modern('6002', 'Windows Small Business Server 2008 Standard', 'ServerSBSStandard'),
      'sbs2008',
      'standard',
      'live',
    ],
    [
      '2008 R2',
      modern('7601', 'Windows Server 2008 R2 Foundation', 'ServerFoundation'),
      'ws2008r2',
      'foundation',
      'none',
    ],
    [
      'SBS 2011',
      modern('7601', 'Windows Small Business Server 2011 Standard', 'ServerSBSStandard'),
      'sbs2011',
      'standard',
      'live',
    ],
    [
      'SBS 2011 Essentials',
      modern('7601', 'Windows Small Business Server 2011 Essentials', 'ServerSolution'),
      'sbs2011',
      'essentials',
      'live',
    ],
    ['2012', modern('9200', 'Windows Server 2012 Datacenter', 'ServerDatacenter'), 'ws2012', 'datacenter', 'none'],
    [
      '2012 R2 Essentials',
      modern('9600', 'Windows Server 2012 R2 Essentials', 'ServerSolution'),
      'wse2012r2',
      'essentials',
      'none',
    ],
    [
      '2016 Essentials',
      modern('14393', 'Windows Server 2016 Essentials', 'ServerSolution'),
      'wse2016',
      'essentials',
      'none',
    ],
    ['2019', modern('17763', 'Windows Server 2019 Standard', 'ServerStandard'), 'ws2019', 'standard', 'none'],
    [
      '2022 Essentials',
      modern('20348', 'Windows Server 2022 Essentials', 'ServerSolution'),
      'ws2022',
      'essentials',
      'none',
    ],
    ['2025', modern('26100', 'Windows Server 2025 Datacenter', 'ServerDatacenter'), 'ws2025', 'datacenter', 'none'],
    ['a preview', modern('26999', 'Windows Server vNext', 'ServerStandard'), undefined, 'standard', 'none'],
  ];
  it.each(table)('%s', (_name, given, product, edition, smallBusiness) => {
    expect(valueWith(identityOnWindows, given)).toMatchObject({
      product,
      edition,
      smallBusiness,
      computer: 'SERVIDOR',
    });
  });
});

describe('Small Business Server 2000 in Spanish', () => {
  const value = valueWith(
    identityOnWindows,
    host({ ...w2000, CSDVersion: 'Service Pack 4' }, 'LanmanNT', ['Small Business', 'Small Business(Restricted)'], {
      system: rows({ Caption: 'Microsoft Windows 2000 Professional', BuildNumber: '2195', OSLanguage: 3082 }),
      computer: rows({ Name: 'SERVIDOR', Domain: 'WORKGROUP', DomainRole: 0 }),
      language: registry('HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\Language', {
        '': { InstallLanguage: '0C0A' },
      }),
      tcpip: registry('HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters', {
        '': { Domain: 'gestoria.local' },
      }),
    }),
  );
  it('is a domain controller whatever WMI says', () => {
    expect(value).toMatchObject({
      name: 'Microsoft Windows 2000',
      version: '5.0.2195',
      build: 2195,
      servicePack: 4,
      language: 'es-ES',
      architecture: 'x86',
      installation: 'desktop',
      evaluation: undefined,
      domain: 'gestoria.local',
      role: 'domain-controller',
      smallBusinessServicePack: undefined,
    });
  });
});

describe('Windows Server 2019', () => {
  it('tells version, evaluation, Core and its domain', () => {
    const value = valueWith(identityOnWindows, {
      ...modern('17763', 'Windows Server 2019 Standard Evaluation', 'ServerStandardEval', {
        InstallationType: 'Server Core',
      }),
      system: rows({
        Caption: 'Microsoft Windows Server 2019  Standard Evaluation',
        OSLanguage: 1033,
        ServicePackMajorVersion: 0,
      }),
      computer: rows({ Name: 'SRV', Domain: 'corp.example', DomainRole: 3 }),
    });
    expect(value).toMatchObject({
      name: 'Microsoft Windows Server 2019 Standard Evaluation',
      version: '10.0.17763',
      servicePack: 0,
      language: 'en-US',
      architecture: 'x64',
      installation: 'core',
      evaluation: true,
      edition: 'standard',
      role: 'member',
      domain: 'corp.example',
    });
  });

  it('has no domain in a workgroup', () => {
    const given = { ...modern('17763', 'x', 'ServerStandard'), computer: rows({ Domain: 'WORKGROUP', DomainRole: 2 }) };
    expect(valueWith(identityOnWindows, given)).toMatchObject({
      role: 'standalone',
      domain: undefined,
      evaluation: false,
    });
  });
});

describe('service packs', () => {
  const control = (value: number) =>
    registry('HKLM\\SYSTEM\\CurrentControlSet\\Control\\Windows', { '': { CSDVersion: value } });
  it.each<[string, Given, number | undefined]>([
    [
      'by its text',
      host({ ...w2003, CSDVersion: 'Service Pack 2' }, 'ServerNT', [], { servicePack: control(0x100) }),
      2,
    ],
    ['by its number', host(w2003, 'ServerNT', [], { servicePack: control(0x100) }), 1],
    ['none', host(w2003, 'ServerNT', [], { servicePack: control(0) }), 0],
    ['not told', host(w2003, 'ServerNT', []), undefined],
  ])('%s', (_name, given, servicePack) => expect(valueWith(identityOnWindows, given).servicePack).toBe(servicePack));

  const key = 'HKLM\\SOFTWARE\\Microsoft\\SmallBusinessServer';
  it.each<[string, Answer | undefined, number | undefined]>([
    ['installed', registry(key, { '': { ServicePackNumber: 1 } }), 1],
    ['not installed', registry(key, { '': {} }), 0],
    ['not readable', denied, undefined],
  ])('of Small Business Server 2003: %s', (_name, smallBusiness, expected) => {
    const given = host(w2003, 'LanmanNT', ['Small Business(Restricted)'], smallBusiness ? { smallBusiness } : {});
    expect(valueWith(identityOnWindows, given).smallBusinessServicePack).toBe(expected);
  });
});

describe('what is not told', () => {
  it('makes the fact missing, with the key by name', () => {
    for (const given of [
      {},
      { ...host(w2000, 'x', []), productOptions: denied },
      { ...host(w2000, 'x', []), currentVersion: denied },
    ]) {
      expect(reasonWith(identityOnWindows, given).es).toMatch(/CurrentVersion|ProductOptions/);
    }
  });

  it('never throws', () => {
    const text = fc.string();
    fc.assert(
      fc.property(
        fc.record({ CurrentBuildNumber: text, CSDVersion: text, EditionID: text, ProductName: text }),
        text,
        (version, type) => {
          expect(readWith(identityOnWindows, host(version, type, [type])).state).toBe('known');
        },
      ),
    );
  });
});
