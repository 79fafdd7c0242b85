import type { RegistryQuestion, WmiQuestion } from '../../model/question.js';
import { currentVersion, exchangeFileSystem } from './windows.js';

/** Drive letters. VolumeDirty came with XP. */
export const logicalDisks = {
  id: 'windows-logical-disks',
  kind: 'wmi',
  class: 'Win32_LogicalDisk',
  properties: ['DeviceID', 'DriveType', 'FileSystem', 'Size', 'FreeSpace', 'VolumeName', 'VolumeDirty'],
  // a floppy drive or a network drive that is away takes its time
  timeoutSeconds: 60,
} as const satisfies WmiQuestion;

/** All volumes, those without a letter too: Windows Server 2003 and later; what starts the system since 2008. */
export const volumeList = {
  id: 'windows-volumes',
  kind: 'wmi',
  class: 'Win32_Volume',
  properties: [
    'DeviceID',
    'DriveLetter',
    'Label',
    'FileSystem',
    'Capacity',
    'FreeSpace',
    'DriveType',
    'DirtyBitSet',
    'BootVolume',
    'SystemVolume',
  ],
  timeoutSeconds: 60,
} as const satisfies WmiQuestion;

export const diskPartitions = {
  id: 'windows-disk-partitions',
  kind: 'wmi',
  class: 'Win32_DiskPartition',
  properties: ['DeviceID', 'DiskIndex', 'BootPartition', 'Size', 'StartingOffset', 'Type'],
} as const satisfies WmiQuestion;

/** Which letter lies on which partition: both ends are references in text. */
export const lettersOnPartitions = {
  id: 'windows-letters-on-partitions',
  kind: 'wmi',
  class: 'Win32_LogicalDiskToPartition',
  properties: ['Antecedent', 'Dependent'],
} as const satisfies WmiQuestion;

/** The same in numbers, with what kind of partition it is: Windows Server 2012 and later. */
export const storagePartitions = {
  id: 'windows-storage-partitions',
  kind: 'wmi',
  namespace: 'root\\Microsoft\\Windows\\Storage',
  class: 'MSFT_Partition',
  properties: ['DiskNumber', 'Size', 'AccessPaths', 'IsSystem', 'IsReadOnly', 'GptType', 'MbrType'],
  timeoutSeconds: 60,
} as const satisfies WmiQuestion;

/** MediaType 3 is a rotating disk, 4 a solid-state one, 5 storage-class memory; a hypervisor or RAID controller says 0. */
export const physicalDisks = {
  id: 'windows-physical-disks',
  kind: 'wmi',
  namespace: 'root\\Microsoft\\Windows\\Storage',
  class: 'MSFT_PhysicalDisk',
  properties: ['DeviceId', 'MediaType'],
  timeoutSeconds: 60,
} as const satisfies WmiQuestion;

/** Letters and volumes by what identifies them on disk: signature and offset, or `DMIO:ID:` and a GUID. */
export const mountedDevices = {
  id: 'registry-mounted-devices',
  kind: 'registry',
  key: 'HKLM\\SYSTEM\\MountedDevices',
} as const satisfies RegistryQuestion;

export const volumeQuestions = {
  disks: logicalDisks,
  volumes: volumeList,
  partitions: diskPartitions,
  letters: lettersOnPartitions,
  storage: storagePartitions,
  physical: physicalDisks,
  mounted: mountedDevices,
  exchange: exchangeFileSystem,
  version: currentVersion,
} as const;
