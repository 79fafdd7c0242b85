import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Given, readWith, reasonWith, valueWith } from '../testing/read-with.js';
import { type Data, denied, registry, rows, timedOut } from '../testing/windows-answers.js';
import { currentVersion, exchangeFileSystem } from './questions/windows.js';
import { volumesOnWindows } from './volumes.windows.js';

const systemOn = (root: string) => registry(currentVersion.key, { '': { SystemRoot: root } });
const mounted = (values: Readonly<Record<string, Data>>) => registry('HKLM\\SYSTEM\\MountedDevices', { '': values });
const exifs = registry(exchangeFileSystem.key, { '': {}, Parameters: { DriveLetter: 'M' } });
const at = (letter: string, partition: string) => ({
  Antecedent: `\\\\SERVIDOR\\root\\cimv2:Win32_DiskPartition.DeviceID="${partition}"`,
  Dependent: `\\\\SERVIDOR\\root\\cimv2:Win32_LogicalDisk.DeviceID="${letter}"`,
});
const gib = 1024 ** 3;
const byName = (given: Given) => new Map(valueWith(volumesOnWindows, given).map(volume => [volume.name, volume]));

describe('volumes of Small Business Server 2000', () => {
  const volumes = byName({
    version: systemOn('C:\\WINNT'),
    exchange: exifs,
    disks: rows(
      {
        DeviceID: 'A:',
        DriveType: 2,
        FileSystem: null,
        Size: null,
        FreeSpace: null,
        VolumeName: null,
        VolumeDirty: null,
      },
      {
        DeviceID: 'C:',
        DriveType: 3,
        FileSystem: 'NTFS',
        Size: '8587160064',
        FreeSpace: '2147483648',
        VolumeName: 'Sistema',
      },
      {
        DeviceID: 'D:',
        DriveType: 3,
        FileSystem: 'NTFS',
        Size: '17179869184',
        FreeSpace: '9000000000',
        VolumeName: 'Datos',
      },
      { DeviceID: 'E:', DriveType: 5, FileSystem: null, Size: null },
      { DeviceID: 'M:', DriveType: 3, FileSystem: 'EXIFS', Size: '8587160064', FreeSpace: '1' },
      { DeviceID: 'Z:', DriveType: 4, FileSystem: 'NTFS', Size: '1', FreeSpace: '1' },
    ),
    partitions: rows(
      {
        DeviceID: 'Disk #0, Partition #0',
        DiskIndex: 0,
        BootPartition: true,
        Size: '8587192320',
        StartingOffset: '32256',
        Type: 'Sistema de archivos instalable',
      },
      {
        DeviceID: 'Disk #0, Partition #1',
        DiskIndex: 0,
        BootPartition: false,
        Size: '30000000000',
        StartingOffset: '8587224576',
        Type: 'x',
      },
      {
        DeviceID: 'Disk #1, Partition #0',
        DiskIndex: 1,
        BootPartition: true,
        Size: '17179901440',
        StartingOffset: '32256',
        Type: 'x',
      },
    ),
    letters: rows(at('C:', 'Disk #0, Partition #0'), at('D:', 'Disk #1, Partition #0')),
    mounted: mounted({
      '\\DosDevices\\C:': { binary: 'aabbccdd007e000000000000' },
      '\\??\\Volume{11111111-0000-11d8-8000-806d6172696f}': { binary: 'aabbccdd007e000000000000' },
      '\\??\\Volume{22222222-0000-11d8-8000-806d6172696f}': { binary: 'aabbccdd00a6d6ff01000000' },
      '\\DosDevices\\D:': { binary: '444d494f3a49443a0102030405060708090a0b0c0d0e0f10' },
      '\\??\\Volume{33333333-0000-11d8-8000-806d6172696f}': { binary: 'aabbccdd0000000099000000' },
    }),
  });

  it('are told by letter, kind and room', () => {
    expect([...volumes.values()].map(volume => [volume.name, volume.kind])).toEqual([
      ['A:', 'removable'],
      ['C:', 'fixed'],
      ['D:', 'fixed'],
      ['E:', 'optical'],
      ['Z:', 'network'],
      ['\\\\?\\Volume{22222222-0000-11d8-8000-806d6172696f}\\', 'fixed'],
      ['M:', 'exchange-ifs'],
    ]);
    expect(volumes.get('C:')).toMatchObject({
      label: 'Sistema',
      fileSystem: 'NTFS',
      sizeBytes: 8587160064,
      freeBytes: 2147483648,
      system: true,
      boot: true,
      layout: 'basic',
      device: '\\\\.\\PHYSICALDRIVE0',
      dirty: undefined,
    });
  });

  it('name the Exchange drive without its sizes', () => {
    expect(volumes.get('M:')).toMatchObject({
      sizeBytes: undefined,
      freeBytes: undefined,
      fileSystem: undefined,
      system: false,
    });
  });

  it('tell dynamic ones and do not take an active data disk for the one that starts', () => {
    expect(volumes.get('D:')).toMatchObject({ layout: 'dynamic', boot: false, device: '\\\\.\\PHYSICALDRIVE1' });
  });

  it('have the one without a letter, on the disk of the system', () => {
    expect(volumes.get('\\\\?\\Volume{22222222-0000-11d8-8000-806d6172696f}\\')).toMatchObject({
      sizeBytes: 30000000000,
      device: '\\\\.\\PHYSICALDRIVE0',
      boot: false,
    });
  });
});

describe('volumes of Windows Server 2019', () => {
  const reserved = '\\\\?\\Volume{aaaaaaaa-1111-2222-3333-444444444444}\\';
  const c = '\\\\?\\Volume{bbbbbbbb-1111-2222-3333-444444444444}\\';
  const volumes = byName({
    version: systemOn('C:\\Windows'),
    disks: rows({ DeviceID: 'C:', DriveType: 3, Size: `${100 * gib}` }, { DeviceID: 'Y:', DriveType: 4 }),
    volumes: rows(
      {
        DeviceID: reserved,
        DriveLetter: null,
        Label: 'Reservado para el sistema',
        FileSystem: 'NTFS',
        Capacity: `${gib / 2}`,
        FreeSpace: '1000',
        DriveType: 3,
        DirtyBitSet: false,
        BootVolume: false,
        SystemVolume: true,
      },
      {
        DeviceID: c,
        DriveLetter: 'C:',
        FileSystem: 'NTFS',
        Capacity: `${100 * gib}`,
        FreeSpace: `${40 * gib}`,
        DriveType: 3,
        DirtyBitSet: true,
        BootVolume: true,
        SystemVolume: false,
      },
      {
        DeviceID: '\\\\?\\Volume{cc}\\',
        DriveLetter: 'D:',
        FileSystem: 'ReFS',
        Capacity: '5',
        FreeSpace: '4',
        DriveType: 3,
      },
    ),
    storage: rows(
      { DiskNumber: 0, AccessPaths: [reserved], IsSystem: true, IsReadOnly: false, MbrType: 7, GptType: null },
      { DiskNumber: 0, AccessPaths: ['C:\\', c], IsSystem: false, IsReadOnly: false, MbrType: 7 },
      {
        DiskNumber: 1,
        AccessPaths: ['D:\\', '\\\\?\\Volume{cc}\\'],
        IsReadOnly: true,
        GptType: '{ebd0a0a2-b9e5-4433-87c0-68b6b72699c7}',
      },
      { DiskNumber: 2, AccessPaths: null, GptType: '{e3c9e316-0b5c-4db8-817d-f92df00215ae}' },
    ),
    physical: rows({ DeviceId: '0', MediaType: 4 }, { DeviceId: '1', MediaType: 3 }),
  });

  it('tell what starts the system from what holds it', () => {
    expect(volumes.get(reserved)).toMatchObject({
      boot: true,
      system: false,
      sizeBytes: gib / 2,
      label: 'Reservado para el sistema',
    });
    expect(volumes.get('C:')).toMatchObject({
      boot: false,
      system: true,
      dirty: true,
      media: 'ssd',
      layout: 'basic',
      readOnly: false,
    });
  });
  it('tell disks apart', () => {
    expect(volumes.get('D:')).toMatchObject({
      media: 'rotating',
      readOnly: true,
      device: '\\\\.\\PHYSICALDRIVE1',
      dirty: undefined,
    });
    expect(volumes.get('Y:')).toMatchObject({ kind: 'network', layout: undefined, device: undefined });
    expect(volumes.size).toBe(4);
  });
});

describe('volumes on more than one disk', () => {
  const on = (size: string) =>
    byName({
      disks: rows({ DeviceID: 'E:', DriveType: 3, Size: '1000' }),
      partitions: rows(
        { DeviceID: 'Disk #0, Partition #0', DiskIndex: 0, Size: size, Type: 'Logical Disk Manager' },
        { DeviceID: 'Disk #1, Partition #0', DiskIndex: 1, Size: size, Type: 'Logical Disk Manager' },
      ),
      letters: rows(at('E:', 'Disk #0, Partition #0'), at('E:', 'Disk #1, Partition #0')),
    }).get('E:');
  it('are mirrored when each holds the whole', () => expect(on('1000')?.layout).toBe('mirrored'));
  it('are dynamic when each holds a part', () => expect(on('500')?.layout).toBe('dynamic'));
  it('name both disks', () => expect(on('500')?.device).toBe('\\\\.\\PHYSICALDRIVE0, \\\\.\\PHYSICALDRIVE1'));
});

describe('volumes of which each class knows a part', () => {
  it('are told whole', () => {
    const volumes = byName({
      version: systemOn('C:\\WINNT'),
      volumes: rows({
        DeviceID: '\\\\?\\Volume{43}\\',
        DriveLetter: 'C:',
        Label: null,
        FileSystem: null,
        Capacity: null,
        DriveType: null,
      }),
      disks: rows({
        DeviceID: 'C:',
        DriveType: 3,
        FileSystem: 'NTFS',
        Size: '10',
        FreeSpace: '5',
        VolumeName: 'Sistema',
      }),
    });
    expect(volumes.size).toBe(1);
    expect(volumes.get('C:')).toMatchObject({
      kind: 'fixed',
      fileSystem: 'NTFS',
      sizeBytes: 10,
      freeBytes: 5,
      label: 'Sistema',
      system: true,
    });
  });
});

describe('what is not told', () => {
  it('starts from the volume of the system', () => {
    const volumes = byName({
      version: systemOn('c:\\WINDOWS'),
      disks: rows({ DeviceID: 'C:', DriveType: 3 }, { DeviceID: 'D:', DriveType: 3 }),
    });
    expect([volumes.get('C:')?.boot, volumes.get('D:')?.boot]).toEqual([true, false]);
    expect(volumes.get('C:')).toMatchObject({ layout: undefined, media: undefined, sizeBytes: undefined });
  });

  it('is missing only when neither class answers', () => {
    expect(reasonWith(volumesOnWindows, { disks: timedOut }).en).toContain('Win32_LogicalDisk could not be read');
    expect(byName({ disks: denied, volumes: rows({ DeviceID: 'x', DriveLetter: 'C:', DriveType: 3 }) }).size).toBe(1);
  });

  it('never throws', () => {
    const cell = fc.oneof(fc.string(), fc.integer(), fc.constant(null));
    fc.assert(
      fc.property(cell, cell, fc.string(), (one, other, hex) => {
        const row = {
          DeviceID: one,
          DriveLetter: other,
          DiskNumber: one,
          AccessPaths: [other],
          DiskIndex: other,
          StartingOffset: one,
          Antecedent: one,
          Dependent: other,
        };
        const given = {
          disks: rows(row),
          volumes: rows(row),
          partitions: rows(row),
          letters: rows(row),
          physical: rows(row),
        };
        const values = mounted({ '\\DosDevices\\C:': { binary: hex }, '\\??\\Volume{1}': { binary: hex } });
        expect(readWith(volumesOnWindows, { ...given, mounted: values }).state).toBe('known');
        expect(readWith(volumesOnWindows, { ...given, storage: rows(row) }).state).toBe('known');
      }),
    );
  });
});
