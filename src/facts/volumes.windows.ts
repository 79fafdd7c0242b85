import type { Row } from '../model/answer.js';
import { type AnswersTo, known, reader } from '../model/fact.js';
import { exchangeLetter } from './exchange-drive.windows.js';
import { volumeQuestions } from './questions/windows-volumes.js';
import { currentVersion } from './questions/windows.js';
import { couldNotRead } from './reading/why.js';
import { flagCell, keyOf, numberCell, rowsOf, textCell, textIn } from './reading/windows-answers.js';
import { driveLetter, driveOf } from './reading/windows-drives.js';
import { type Extent, type Extents, extentsOf, placeName } from './reading/windows-extents.js';
import type { Volume, Volumes } from './volumes.js';

type Media = ReadonlyMap<number, Volume['media']>;

/** What a volume is before it is known which of them holds the system. */
interface Found extends Volume {
  readonly extents: readonly Extent[];
  /** Win32_Volume's word: BootVolume holds Windows, SystemVolume what starts it (Microsoft's names are the other way round). */
  readonly holdsWindows: boolean;
  readonly starts: boolean;
}

export const volumesOnWindows = reader<Volumes, typeof volumeQuestions>({
  questions: volumeQuestions,
  parse(answers) {
    const disks = rowsOf(answers.disks);
    const listed = rowsOf(answers.volumes);
    if (!disks && !listed) return couldNotRead('Win32_LogicalDisk', answers.disks);
    const extents = extentsOf(answers);
    const media = mediaOf(answers);
    // either class may know what the other does not: network drives, volumes without a letter, a file system, a size
    const byLetter = new Map((disks ?? []).map(row => diskOf(row, extents, media)).map(disk => [disk.name, disk]));
    const found = (listed ?? []).map(row => {
      const volume = volumeOf(row, extents, media);
      const disk = byLetter.get(volume.name);
      byLetter.delete(volume.name);
      return disk ? together(volume, disk) : volume;
    });
    found.push(...byLetter.values());
    // Windows 2000 lists letters alone: what has none is a partition with a volume's name
    if (!listed) found.push(...extents.unlettered.map(({ volume, extent }) => unlettered(volume, extent, media)));
    return known(withExchange(marked(found, answers), exchangeLetter(answers.exchange)));
  },
});

/** DriveType of Win32_LogicalDisk and Win32_Volume. */
const kinds: readonly Volume['kind'][] = ['other', 'other', 'removable', 'fixed', 'network', 'optical', 'ram'];

function kindOf(row: Row): Volume['kind'] {
  return kinds[numberCell(row.DriveType) ?? 0] ?? 'other';
}

function volumeOf(row: Row, extents: Extents, media: Media): Found {
  const letter = driveLetter(textCell(row.DriveLetter));
  const id = textCell(row.DeviceID) ?? '';
  const size = numberCell(row.Capacity);
  return {
    ...base(letter ?? id, kindOf(row), lying(extents, letter, id), size, media),
    label: textCell(row.Label),
    fileSystem: textCell(row.FileSystem),
    freeBytes: numberCell(row.FreeSpace),
    dirty: flagCell(row.DirtyBitSet),
    holdsWindows: flagCell(row.BootVolume) === true,
    starts: flagCell(row.SystemVolume) === true,
  };
}

function diskOf(row: Row, extents: Extents, media: Media): Found {
  const letter = driveLetter(textCell(row.DeviceID)) ?? textCell(row.DeviceID) ?? '';
  return {
    ...base(letter, kindOf(row), lying(extents, letter, ''), numberCell(row.Size), media),
    label: textCell(row.VolumeName),
    fileSystem: textCell(row.FileSystem),
    freeBytes: numberCell(row.FreeSpace),
    dirty: flagCell(row.VolumeDirty),
  };
}

function together(volume: Found, disk: Found): Found {
  const kind = volume.kind === 'other' ? disk.kind : volume.kind;
  const sizeBytes = volume.sizeBytes ?? disk.sizeBytes;
  const places = new Set(volume.extents.map(extent => extent.disk)).size;
  return {
    ...volume,
    kind,
    label: volume.label ?? disk.label,
    fileSystem: volume.fileSystem ?? disk.fileSystem,
    sizeBytes,
    freeBytes: volume.freeBytes ?? disk.freeBytes,
    dirty: volume.dirty ?? disk.dirty,
    layout: kind === 'fixed' ? layoutOf(volume.extents, places, sizeBytes) : undefined,
  };
}

function unlettered(volume: string, extent: Extent, media: Media): Found {
  return base(volume, 'fixed', [extent], extent.sizeBytes, media);
}

function lying(extents: Extents, letter: string | undefined, id: string): readonly Extent[] {
  return extents.of.get(placeName(id)) ?? extents.of.get(placeName(letter ?? '')) ?? [];
}

function base(
  name: string,
  kind: Volume['kind'],
  extents: readonly Extent[],
  sizeBytes: number | undefined,
  media: Media,
): Found {
  const disks = [...new Set(extents.map(extent => extent.disk))];
  const kindsOfMedia = new Set(disks.map(disk => media.get(disk)));
  return {
    name,
    label: undefined,
    fileSystem: undefined,
    sizeBytes,
    freeBytes: undefined,
    kind,
    system: false,
    boot: false,
    dirty: undefined,
    media: kindsOfMedia.size === 1 ? [...kindsOfMedia][0] : undefined,
    layout: kind === 'fixed' ? layoutOf(extents, disks.length, sizeBytes) : undefined,
    readOnly:
      extents.some(extent => extent.readOnly === undefined) || extents.length === 0
        ? undefined
        : extents.some(extent => extent.readOnly),
    freeInodes: undefined,
    device: disks.length === 0 ? undefined : disks.map(disk => `\\\\.\\PHYSICALDRIVE${disk}`).join(', '),
    options: [],
    extents,
    holdsWindows: false,
    starts: false,
  };
}

/** Windows calls spanned, striped and mirrored volumes alike dynamic; a mirror shows by lying whole on more than one disk. */
function layoutOf(extents: readonly Extent[], disks: number, size: number | undefined): Volume['layout'] {
  if (extents.length === 0) return undefined;
  if (!extents.some(extent => extent.dynamic === true)) {
    return extents.every(extent => extent.dynamic === false) ? 'basic' : undefined;
  }
  const whole =
    size !== undefined && extents.every(extent => extent.sizeBytes !== undefined && extent.sizeBytes >= size);
  return disks > 1 && whole ? 'mirrored' : 'dynamic';
}

function mediaOf(answers: AnswersTo<typeof volumeQuestions>): Media {
  return new Map(
    (rowsOf(answers.physical) ?? []).flatMap(row => {
      const disk = numberCell(row.DeviceId);
      const type = numberCell(row.MediaType);
      if (disk === undefined) return [];
      return [[disk, type === 3 ? 'rotating' : type === 4 || type === 5 ? 'ssd' : undefined] as const];
    }),
  );
}

/** Which holds Windows and which starts it. Where nothing names the latter, it is the same: so it is on most servers. */
function marked(found: readonly Found[], answers: AnswersTo<typeof volumeQuestions>): readonly Volume[] {
  const drive = driveOf(textIn(keyOf(answers.version, currentVersion.key), 'SystemRoot'));
  const isSystem = (volume: Found) => (drive === undefined ? volume.holdsWindows : volume.name === drive);
  const systemDisks = new Set(found.filter(isSystem).flatMap(volume => volume.extents.map(extent => extent.disk)));
  const active = found.filter(volume => volume.extents.some(extent => extent.starts));
  // a data disk may have an active partition too: the one on the system's disk counts where there is one
  const near = active.filter(volume => volume.extents.some(extent => extent.starts && systemDisks.has(extent.disk)));
  const told = found.filter(volume => volume.starts);
  const starting = new Set(told.length > 0 ? told : near.length > 0 ? near : active);
  return found.map(volume => {
    const { extents: _extents, holdsWindows: _holds, starts: _starts, ...rest } = volume;
    const system = isSystem(volume);
    return { ...rest, system, boot: starting.size > 0 ? starting.has(volume) : system };
  });
}

/** The Exchange drive is named, whether or not Windows lists it, and nothing else is said of it. */
function withExchange(volumes: readonly Volume[], letter: string | undefined): Volumes {
  if (letter === undefined) return volumes;
  const drive: Volume = {
    name: letter,
    label: undefined,
    fileSystem: undefined,
    sizeBytes: undefined,
    freeBytes: undefined,
    kind: 'exchange-ifs',
    system: false,
    boot: false,
    dirty: undefined,
    media: undefined,
    layout: undefined,
    readOnly: undefined,
    freeInodes: undefined,
    device: undefined,
    options: [],
  };
  return [...volumes.filter(volume => volume.name !== letter), drive];
}
