import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Given, readWith, reasonWith, valueWith } from '../testing/read-with.js';
import { denied, registry, rows, text, unsupported } from '../testing/windows-answers.js';
import { hardwareOnWindows } from './hardware.windows.js';
import { currentVersion } from './questions/windows.js';
import { processorFeatures } from './reading/processor-features.js';
import { virtualMachineOf } from './reading/virtual-machine.js';

const cpu = 'HKLM\\HARDWARE\\DESCRIPTION\\System\\CentralProcessor';
const description = 'HKLM\\HARDWARE\\DESCRIPTION\\System';
const build = (number: string) => registry(currentVersion.key, { '': { CurrentBuildNumber: number } });

const ws2019: Given = {
  version: build('17763'),
  computer: rows({
    Manufacturer: 'HPE',
    Model: 'ProLiant ML350 Gen10',
    TotalPhysicalMemory: '68476735488',
    NumberOfProcessors: 2,
  }),
  processors: rows(
    ...['CPU0', 'CPU1'].map(DeviceID => ({
      DeviceID,
      Name: 'Intel(R) Xeon(R) Silver 4208 CPU @   2.10GHz',
      MaxClockSpeed: 2101,
      SocketDesignation: `Proc ${DeviceID}`,
      NumberOfCores: 8,
      NumberOfLogicalProcessors: 16,
      SecondLevelAddressTranslationExtensions: true,
    })),
  ),
  bios: rows({
    Manufacturer: 'HPE',
    SMBIOSBIOSVersion: 'U41',
    Version: 'HPE - 1',
    ReleaseDate: '20210422000000.000000+000',
  }),
  processorKeys: registry(cpu, {
    '': {},
    '0': { Identifier: 'Intel64 Family 6 Model 85 Stepping 7', VendorIdentifier: 'GenuineIntel', '~MHz': 2095 },
  }),
  firmwareType: registry('HKLM\\SYSTEM\\CurrentControlSet\\Control', { '': { PEFirmwareType: 2 } }),
  secureBoot: registry('HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecureBoot\\State', {
    '': { UEFISecureBootEnabled: 1 },
  }),
  tpm: rows({ SpecVersion: '2.0, 0, 1.38' }),
  asked: text('{"present":[12,14,20]}'),
};

describe('a physical server of 2019', () => {
  it('is told whole', () => {
    expect(valueWith(hardwareOnWindows, ws2019)).toEqual({
      maker: 'HPE',
      model: 'ProLiant ML350 Gen10',
      virtual: false,
      processor: {
        model: 'Intel(R) Xeon(R) Silver 4208 CPU @ 2.10GHz',
        sockets: 2,
        cores: 16,
        logical: 32,
        megahertz: 2101,
        features: ['3dnowprefetch', 'cx16', 'ept', 'lahf_lm', 'nx', 'popcnt', 'sse4_2'],
      },
      memoryBytes: 68476735488,
      firmware: { vendor: 'HPE', version: 'U41', date: '2021-04-22' },
      uefi: true,
      secureBoot: true,
      tpm: { present: true, version: '2.0' },
    });
  });
});

describe('a server of Windows 2000', () => {
  const value = valueWith(hardwareOnWindows, {
    version: build('2195'),
    computer: rows({
      Manufacturer: 'Compaq',
      Model: 'ProLiant ML350 G2',
      TotalPhysicalMemory: '1073135616',
      NumberOfProcessors: 1,
    }),
    processors: rows({
      Name: ' Intel(R) Pentium(R) III CPU family      1266MHz',
      MaxClockSpeed: 1266,
      SocketDesignation: 'Proc 1',
      NumberOfCores: null,
    }),
    processorKeys: registry(cpu, {
      '': {},
      '0': { Identifier: 'x86 Family 6 Model 11 Stepping 1', VendorIdentifier: 'GenuineIntel' },
    }),
    description: registry(description, { '': { SystemBiosDate: '06/21/02' } }),
    tpm: denied,
    asked: unsupported,
  });
  it('has no features of later ones, and a BIOS dated in the registry', () => {
    expect(value).toMatchObject({
      virtual: false,
      processor: { sockets: 1, cores: undefined, logical: 1, features: [] },
      firmware: { vendor: undefined, date: '2002-06-21' },
      uefi: false,
      tpm: undefined,
    });
  });

  it('has two sockets where two rows name two, one where they name the same', () => {
    const both = (one: string, other: string) =>
      valueWith(hardwareOnWindows, { processors: rows({ SocketDesignation: one }, { SocketDesignation: other }) })
        .processor.sockets;
    expect([both('Proc 1', 'Proc 2'), both('Proc 1', 'proc 1')]).toEqual([2, 1]);
  });
});

describe('hardware without WMI', () => {
  it('is told by the registry', () => {
    const value = valueWith(hardwareOnWindows, {
      processorKeys: registry(cpu, { '': {}, '0': { ProcessorNameString: 'Intel Xeon', '~MHz': 2600 }, '1': {} }),
      description: registry(description, {
        '': {},
        BIOS: {
          BIOSVendor: 'Dell Inc.',
          BIOSVersion: '2.1',
          BIOSReleaseDate: '03/15/2019',
          SystemManufacturer: 'Dell Inc.',
          SystemProductName: 'PowerEdge T330',
        },
      }),
    });
    expect(value).toMatchObject({
      maker: 'Dell Inc.',
      processor: { model: 'Intel Xeon', logical: 2, megahertz: 2600, features: undefined },
      firmware: { vendor: 'Dell Inc.', version: '2.1', date: '2019-03-15' },
      memoryBytes: undefined,
      uefi: undefined,
    });
  });

  it('is missing when the registry does not tell either', () =>
    expect(reasonWith(hardwareOnWindows, { computer: denied }).es).toContain('Win32_ComputerSystem'));

  it('is read whatever the answers hold', () => {
    fc.assert(
      fc.property(fc.string(), fc.json(), (cell, json) => {
        const row = { Manufacturer: cell, Model: cell, NumberOfCores: cell, ReleaseDate: cell, SpecVersion: cell };
        return (
          readWith(hardwareOnWindows, {
            computer: rows(row),
            processors: rows(row),
            bios: rows(row),
            tpm: rows(row),
            asked: text(json),
          }).state === 'known'
        );
      }),
    );
  });
});

describe('processor features', () => {
  const of = (identifier: string, build: number | undefined, present?: readonly number[], vendor = 'GenuineIntel') =>
    processorFeatures({
      identifier,
      vendor,
      build,
      wide: identifier.startsWith('Intel64') || identifier.startsWith('AMD64'),
      present: present && new Set(present),
      slat: undefined,
    });
  const amd = 'AuthenticAMD';
  it.each<[string, readonly string[] | undefined, string]>([
    ['Core 2 on 2008', of('Intel64 Family 6 Model 23 Stepping 10', 6002), ''],
    ['Core 2 on 2012 R2', of('Intel64 Family 6 Model 23 Stepping 10', 9600), '3dnowprefetch cx16 lahf_lm nx'],
    ['Nehalem on 2008', of('Intel64 Family 6 Model 26 Stepping 5', 6002), 'cx16 lahf_lm nx popcnt sse4_2'],
    ['Atom', of('x86 Family 6 Model 28 Stepping 2', 3790), ''],
    ['Opteron of 2007', of('AMD64 Family 16 Model 4 Stepping 2', 7601, undefined, amd), 'cx16 lahf_lm nx popcnt'],
    ['EPYC', of('AMD64 Family 23 Model 49 Stepping 0', 7601, undefined, amd), 'cx16 lahf_lm nx popcnt sse4_2'],
    ['asked on 2022', of('Intel64 Family 15 Model 6 Stepping 1', 20348, [12, 14]), '3dnowprefetch cx16 lahf_lm nx'],
    [
      'hidden by its hypervisor',
      of('Intel64 Family 6 Model 85 Stepping 7', 20348, [12, 14]),
      '3dnowprefetch cx16 lahf_lm nx',
    ],
  ])('%s', (_name, features, expected) => expect(features?.join(' ')).toBe(expected));

  it('are unknown for a processor made up by a hypervisor', () => {
    expect(of('Intel64 Family 15 Model 6 Stepping 1', 17763, [12, 14])).toBeUndefined();
    expect(of('Intel64 Family 6 Model 6 Stepping 3', 9600)).toBeUndefined();
    expect(of('', 9600)).toBeUndefined();
  });
});

describe('virtual machines', () => {
  it.each<[string | undefined, string | undefined, string | undefined, string | false | undefined]>([
    ['VMware, Inc.', 'VMware Virtual Platform', 'Phoenix Technologies LTD', 'vmware'],
    ['Microsoft Corporation', 'Virtual Machine', 'American Megatrends Inc.', 'hyper-v'],
    ['Microsoft Corporation', 'Surface Pro', 'Microsoft Corporation', false],
    ['QEMU', 'Standard PC (i440FX + PIIX, 1996)', 'SeaBIOS', 'kvm'],
    ['innotek GmbH', 'VirtualBox', 'innotek GmbH', 'virtualbox'],
    ['Xen', 'HVM domU', 'Xen', 'xen'],
    ['Amazon EC2', 't3.medium', 'Amazon EC2', 'other'],
    ['Dell Inc.', 'PowerEdge T340', 'Dell Inc.', false],
    [undefined, undefined, 'Award', undefined],
  ])('%s %s', (maker, model, bios, expected) => expect(virtualMachineOf(maker, model, bios, '1.0')).toBe(expected));
});
