import type { AnswersTo } from '../../model/fact.js';
import { mountedDevices, type volumeQuestions } from '../questions/windows-volumes.js';
import { flagCell, keyOf, listCell, numberCell, rowsOf, textCell } from './windows-answers.js';

/** A piece of a disk on which a volume lies. */
export interface Extent {
  readonly disk: number;
  readonly sizeBytes: number | undefined;
  /** Holds what starts the system: IsSystem, or the active partition. */
  readonly starts: boolean;
  readonly dynamic: boolean | undefined;
  readonly readOnly: boolean | undefined;
}

/** A partition of a system without Win32_Volume that has a volume but no letter. */
export interface UnletteredPartition {
  readonly volume: string;
  readonly extent: Extent;
}

export interface Extents {
  /** By letter ("c:") or volume name ("\\?\volume{…}"), lower case. */
  readonly of: ReadonlyMap<string, readonly Extent[]>;
  readonly unlettered: readonly UnletteredPartition[];
}

type Answers = Pick<AnswersTo<typeof volumeQuestions>, 'partitions' | 'letters' | 'storage' | 'mounted'>;

/** Where volumes lie: by the storage classes of 2012 and later, else by partitions, letters and the mount manager's registry. */
export function extentsOf(answers: Answers): Extents {
  const stored = storageExtents(answers);
  if (stored) return { of: stored, unlettered: [] };
  return partitionExtents(answers);
}

/** Letter or volume name in one spelling. */
export function placeName(text: string): string {
  return text.toLowerCase().replace(/\\+$/, '');
}

/** Partitions of the Logical Disk Manager: its data and its metadata on GPT disks, type 0x42 on others. */
const dynamicGptTypes = new Set(['{af9b60a0-1431-4f62-bc68-3311714a69ad}', '{5808c8aa-7e8f-42e0-85d2-e1e90434cfb3}']);
const dynamicMbrType = 0x42;

function storageExtents({ storage }: Answers): Map<string, Extent[]> | undefined {
  const rows = rowsOf(storage);
  if (!rows?.length) return undefined;
  const found = new Map<string, Extent[]>();
  for (const row of rows) {
    const disk = numberCell(row.DiskNumber);
    if (disk === undefined) continue;
    const extent: Extent = {
      disk,
      sizeBytes: numberCell(row.Size),
      starts: flagCell(row.IsSystem) === true,
      dynamic:
        numberCell(row.MbrType) === dynamicMbrType || dynamicGptTypes.has(textCell(row.GptType)?.toLowerCase() ?? ''),
      readOnly: flagCell(row.IsReadOnly),
    };
    for (const path of listCell(row.AccessPaths)) push(found, placeName(path), extent);
  }
  return found;
}

interface Partition {
  readonly offset: string | undefined;
  readonly extent: Extent;
}

function partitionExtents({ partitions, letters, mounted }: Answers): Extents {
  const byId = new Map<string, Partition>();
  for (const row of rowsOf(partitions) ?? []) {
    const id = textCell(row.DeviceID);
    const disk = numberCell(row.DiskIndex);
    if (id === undefined || disk === undefined) continue;
    byId.set(id.toLowerCase(), {
      offset: textCell(row.StartingOffset),
      extent: {
        disk,
        sizeBytes: numberCell(row.Size),
        starts: flagCell(row.BootPartition) === true,
        // the words are translated in some languages: they can say yes, never no
        dynamic: /logical disk manager/i.test(textCell(row.Type) ?? '') || undefined,
        readOnly: undefined,
      },
    });
  }
  const found = new Map<string, Extent[]>();
  for (const row of rowsOf(letters) ?? []) {
    const partition = byId.get(quoted(textCell(row.Antecedent))?.toLowerCase() ?? '');
    const letter = quoted(textCell(row.Dependent));
    if (partition && letter !== undefined) push(found, placeName(letter), partition.extent);
  }
  return withMountManager(found, [...byId.values()], mounted);
}

/** `\\SRV\root\cimv2:Win32_DiskPartition.DeviceID="Disk #0, Partition #1"`, also with blanks around the sign. */
function quoted(reference: string | undefined): string | undefined {
  return /DeviceID\s*=\s*"([^"]*)"/i.exec(reference ?? '')?.[1];
}

/** `DMIO:ID:` in hexadecimal: a volume of a dynamic disk, or a partition of a GPT one. */
const volumeMark = '444d494f3a49443a';

/**
 * The mount manager writes for each letter and each volume the disk's signature (4 bytes) and the partition's offset (8 bytes). A
 * volume with the signature of a letter whose disk is known lies on that disk.
 */
function withMountManager(
  found: Map<string, Extent[]>,
  partitions: readonly Partition[],
  mounted: Answers['mounted'],
): Extents {
  const values = Object.entries(keyOf(mounted, mountedDevices.key) ?? {}).flatMap(([name, value]) => {
    const hex = value.type === 'binary' ? value.value.toLowerCase() : '';
    return hex === '' ? [] : [{ name: name.toLowerCase(), hex }];
  });
  const disks = new Map<string, number>();
  const lettered = new Set<string>();
  for (const { name, hex } of values) {
    const letter = /^\\dosdevices\\([a-z]:)$/.exec(name)?.[1];
    const extents = letter === undefined ? undefined : found.get(letter);
    if (letter === undefined || !extents) continue;
    lettered.add(hex);
    if (hex.length === 24 && extents[0]) disks.set(hex.slice(0, 8), extents[0].disk);
    if (hex.startsWith(volumeMark))
      found.set(
        letter,
        extents.map(extent => ({ ...extent, dynamic: extent.dynamic ?? true })),
      );
    else if (hex.length === 24)
      found.set(
        letter,
        extents.map(extent => ({ ...extent, dynamic: extent.dynamic ?? false })),
      );
  }
  const unlettered: UnletteredPartition[] = [];
  for (const { name, hex } of values) {
    const volume = /^\\\?\?\\(volume\{[0-9a-f-]+\})$/.exec(name)?.[1];
    const disk = hex.length === 24 ? disks.get(hex.slice(0, 8)) : undefined;
    if (volume === undefined || disk === undefined || lettered.has(hex)) continue;
    const offset = littleEndian(hex.slice(8));
    const partition = partitions.find(one => one.extent.disk === disk && one.offset === offset);
    const place = `\\\\?\\${volume}`;
    if (!partition) continue;
    const extent = { ...partition.extent, dynamic: partition.extent.dynamic ?? false };
    push(found, place, extent);
    unlettered.push({ volume: `${place.replace('volume', 'Volume')}\\`, extent });
  }
  return { of: found, unlettered };
}

function littleEndian(hex: string): string {
  const bytes = hex.match(/../g) ?? [];
  return /^[0-9a-f]+$/.test(hex) ? BigInt(`0x${bytes.toReversed().join('')}`).toString() : '';
}

function push(map: Map<string, Extent[]>, name: string, extent: Extent): void {
  const list = map.get(name);
  if (list) list.push(extent);
  else map.set(name, [extent]);
}
