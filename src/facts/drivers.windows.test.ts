import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../model/answer.js';
import { absent, context, denied, rows, valueOfReading } from '../testing/windows-answers.js';
import { sbs2000, serviceAnswers, ws2019 } from '../testing/windows-services.js';
import { driversOnWindows } from './drivers.windows.js';
import type { ServiceAnswers } from './reading/windows-services.js';

const read = (services: ServiceAnswers, signed: readonly Row[] = [], devices: readonly Row[] = []) =>
  valueOfReading(driversOnWindows.parse({ ...services, signed: rows(...signed), devices: rows(...devices) }, context));

describe('drivers of Small Business Server 2000, where device set-up tells nothing', () => {
  const drivers = new Map(
    valueOfReading(driversOnWindows.parse({ ...sbs2000, signed: absent, devices: absent }, context)).map(driver => [
      driver.name,
      driver,
    ]),
  );

  it('are the drivers and no service', () => {
    expect([...drivers.keys()]).toEqual(['Beep', 'EXIFS', 'NAVAP']);
  });

  it('have the file’s version and day', () => {
    expect(drivers.get('NAVAP')).toEqual({
      name: 'NAVAP',
      displayName: undefined,
      kind: 'kernel',
      startMode: 'manual',
      running: true,
      program: 'C:\\Archivos de programa\\NAV\\NAVAP.SYS',
      maker: 'Symantec Corporation',
      thirdParty: true,
      version: '8.2.0.36',
      date: '2005-03-24',
      signed: undefined,
      inf: undefined,
      deviceClass: undefined,
    });
    expect(drivers.get('EXIFS')).toMatchObject({ kind: 'file-system', thirdParty: false });
  });

  it('have the file that Windows takes when none is named', () => {
    expect(drivers.get('Beep')).toMatchObject({
      program: 'C:\\WINNT\\System32\\drivers\\Beep.sys',
      thirdParty: false,
      startMode: 'system',
    });
  });
});

describe('drivers of Windows Server 2019', () => {
  const nic = {
    DeviceID: 'PCI\\VEN_15AD&DEV_07B0\\1',
    DeviceName: 'vmxnet3 Ethernet Adapter',
    DeviceClass: 'NET',
    DriverProviderName: 'VMware, Inc.',
    DriverVersion: '1.8.17.0',
    DriverDate: '20200513000000.******+***',
    InfName: 'oem7.inf',
    IsSigned: true,
  };
  const chipset = {
    DeviceID: 'PCI\\VEN_8086&DEV_1237\\2',
    DeviceName: 'Chipset A',
    DeviceClass: 'SYSTEM',
    DriverProviderName: 'INTEL',
    DriverVersion: '10.1.1.38',
    DriverDate: '19680718000000.******+***',
    InfName: 'oem2.inf',
    IsSigned: 'True',
  };
  const drivers = new Map(
    read(
      ws2019,
      [
        nic,
        chipset,
        { ...chipset, DeviceID: 'PCI\\3', DeviceName: 'Chipset B' },
        { ...chipset, DeviceID: 'ROOT\\4', DriverProviderName: 'Microsoft', InfName: 'machine.inf' },
        { ...chipset, DeviceID: 'ROOT\\5', DriverProviderName: null, InfName: null },
      ],
      [{ DeviceID: nic.DeviceID.toLowerCase(), Service: 'VMXNET3NDIS6' }],
    ).map(driver => [driver.name, driver]),
  );

  it('have what device set-up knows of the device they drive', () => {
    expect(drivers.get('vmxnet3ndis6')).toMatchObject({
      version: '1.8.17.0',
      date: '2020-05-13',
      signed: true,
      inf: 'oem7.inf',
      deviceClass: 'NET',
      maker: 'VMware, Inc.',
      thirdParty: true,
    });
  });

  it('are filters by their load order group', () => {
    expect(drivers.get('WdFilter')).toMatchObject({ kind: 'filter', startMode: 'boot', thirdParty: false });
  });

  it('of other makers without a service are there once each, Microsoft’s are not', () => {
    expect([...drivers.values()].filter(driver => driver.kind === 'device')).toMatchObject([
      { name: 'oem2.inf', displayName: 'Chipset A', maker: 'INTEL', thirdParty: true, signed: true },
    ]);
  });
});

describe('drivers whose maker cannot be read', () => {
  const sketch = serviceAnswers('C:\\Windows', 'C:\\P', [{ name: 'x', type: 1, image: 'System32\\drivers\\x.sys' }]);

  it('are nobody’s', () => {
    expect(read(sketch)[0]).toMatchObject({ maker: undefined, thirdParty: undefined, running: undefined });
  });

  it('are the maker’s that device set-up names', () => {
    const [driver] = read(
      sketch,
      [{ DeviceID: 'D', DriverProviderName: 'Adaptec' }],
      [{ DeviceID: 'D', Service: 'x' }],
    );
    expect(driver).toMatchObject({ maker: 'Adaptec', thirdParty: true });
  });
});

it('drivers are missing when the registry was not answered', () => {
  const reading = driversOnWindows.parse({ ...sbs2000, keys: denied, signed: rows(), devices: rows() }, context);
  expect(reading.state).toBe('missing');
});

it('drivers are read whatever device set-up says', () => {
  const cell = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const row = fc.record({ DeviceID: cell, DriverProviderName: cell, DriverDate: cell, InfName: cell, IsSigned: cell });
  fc.assert(
    fc.property(fc.array(row), all => {
      expect(read(ws2019, all, all).length).toBeGreaterThanOrEqual(2);
    }),
  );
});
