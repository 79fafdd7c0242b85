import type { Classes, Hive } from './machine.js';
import type { Release } from './releases.js';
import type { ServerSketch, VolumeSketch } from './sketch.js';

const bytes = (gibibytes: number) => Math.round(gibibytes * 1024 ** 3);

interface Placed extends VolumeSketch {
  readonly id: string;
  readonly fixed: boolean;
  readonly onDisk: number;
  readonly number: number;
  readonly offset: number;
  readonly starts: boolean;
}

/** Volumes, the disks they lie on and their partitions. */
export function volumesOf(sketch: ServerSketch, { build }: Release): { hive: Hive; classes: Classes } {
  const volumes = placed(sketch.volumes);
  const fixed = volumes.filter(volume => volume.fixed);
  const uefi = sketch.hardware.uefi === true;
  const storage = 'root\\Microsoft\\Windows\\Storage';
  const disks = [...new Set(fixed.map(({ onDisk }) => onDisk))].toSorted((a, b) => a - b);
  const type = uefi ? 'GPT: Basic Data' : 'Installable File System';
  const partition = (volume: Placed) => `Disk #${volume.onDisk}, Partition #${volume.number}`;
  return {
    hive: {
      'HKLM\\SYSTEM\\MountedDevices': Object.fromEntries(
        fixed.map(volume => [
          volume.letter === undefined ? `\\??\\Volume${volume.id}` : `\\DosDevices\\${volume.letter}`,
          { binary: signature(volume) },
        ]),
      ),
    },
    classes: {
      Win32_LogicalDisk: volumes
        .filter(({ letter }) => letter !== undefined)
        .map(volume => ({
          DeviceID: volume.letter ?? null,
          DriveType: volume.fixed ? 3 : 5,
          ...(volume.fixed
            ? {
                FileSystem: volume.fileSystem ?? 'NTFS',
                VolumeName: volume.label,
                Size: String(bytes(volume.gibibytes)),
                FreeSpace: String(bytes(volume.freeGibibytes)),
              }
            : {}),
          ...(build >= 3790 ? { VolumeDirty: volume.fixed ? false : null } : {}),
        })),
      Win32_Volume: build < 3790 ? 'no class' : volumes.map(volume => volumeRow(volume, build)),
      Win32_DiskPartition: fixed.map(volume => ({
        DeviceID: partition(volume),
        DiskIndex: volume.onDisk,
        BootPartition: volume.starts,
        Size: String(bytes(volume.gibibytes)),
        StartingOffset: String(volume.offset),
        Type: uefi && volume.starts ? 'GPT: System' : type,
      })),
      Win32_LogicalDiskToPartition: fixed
        .filter(({ letter }) => letter !== undefined)
        .map(volume => ({
          Antecedent: `\\\\${sketch.computer}\\root\\cimv2:Win32_DiskPartition.DeviceID="${partition(volume)}"`,
          Dependent: `\\\\${sketch.computer}\\root\\cimv2:Win32_LogicalDisk.DeviceID="${volume.letter ?? ''}"`,
        })),
      [`${storage}:MSFT_Partition`]:
        build < 9200
          ? 'no namespace'
          : fixed.map(volume => ({
              DiskNumber: volume.onDisk,
              Size: String(bytes(volume.gibibytes)),
              AccessPaths: [
                ...(volume.letter === undefined ? [] : [`${volume.letter}\\`]),
                `\\\\?\\Volume${volume.id}\\`,
              ],
              IsSystem: volume.starts,
              IsReadOnly: false,
              GptType: uefi
                ? volume.starts
                  ? '{c12a7328-f81f-11d2-ba4b-00a0c93ec93b}'
                  : '{ebd0a0a2-b9e5-4433-87c0-68b6b72699c7}'
                : null,
              MbrType: uefi ? null : 7,
            })),
      [`${storage}:MSFT_PhysicalDisk`]:
        build < 9200 ? 'no namespace' : disks.map(disk => ({ DeviceId: String(disk), MediaType: 0 })),
    },
  };
}

/** One after the other on their disks, the first of them being what starts the system when it has no letter. */
function placed(volumes: readonly VolumeSketch[]): readonly Placed[] {
  const count = new Map<number, number>();
  const reserved = volumes.some(({ letter }) => letter === undefined);
  return volumes.map((volume, index) => {
    const { kind = 'fixed', disk = 0, letter } = volume;
    const number = count.get(disk) ?? 0;
    count.set(disk, number + 1);
    return {
      ...volume,
      id: `{5c1a2b3${index}-0000-0000-0000-10000000000${index}}`,
      fixed: kind === 'fixed',
      onDisk: disk,
      number,
      offset: 1_048_576 + number * 64 * 1024 ** 3,
      starts: reserved ? letter === undefined : letter === 'C:',
    };
  });
}

function volumeRow(volume: Placed, build: number) {
  const { letter, label, gibibytes, freeGibibytes, fileSystem = 'NTFS', fixed, id, starts } = volume;
  return {
    DeviceID: `\\\\?\\Volume${id}\\`,
    DriveLetter: letter ?? null,
    DriveType: fixed ? 3 : 5,
    Label: fixed ? label : null,
    FileSystem: fixed ? fileSystem : null,
    Capacity: fixed ? String(bytes(gibibytes)) : null,
    FreeSpace: fixed ? String(bytes(freeGibibytes)) : null,
    DirtyBitSet: fixed ? false : null,
    ...(build >= 6000 ? { BootVolume: letter === 'C:', SystemVolume: starts } : {}),
  };
}

/** Disk signature and offset, as the mount manager keeps them. */
function signature({ onDisk, offset }: Placed): string {
  const data = Buffer.alloc(12);
  data.writeUInt32LE(0x5a_1b_2c_30 + onDisk, 0);
  data.writeBigUInt64LE(BigInt(offset), 4);
  return data.toString('hex');
}
