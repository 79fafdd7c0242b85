import { known, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import { partsOf, textOf, wholeNumber, whyNot } from './linux/answers.js';
import { asked, both, part } from './linux/pieces.js';
import type { Volume, Volumes } from './volumes.js';

/** Read from the kernel: it names every file system and never hangs, whatever a server that shares one is doing. */
const mounts: CommandQuestion = {
  kind: 'command',
  id: 'volumes-mounts-linux',
  ...asked(
    part('mounts', both('cat /proc/self/mountinfo', "put(slurp('/proc/self/mountinfo') || '');")),
    part(
      'devices',
      both(
        'lsblk -nrbo MAJ:MIN,TYPE,ROTA,RM,NAME,LABEL 2>/dev/null',
        "put(run('lsblk', '-nrbo', 'MAJ:MIN,TYPE,ROTA,RM,NAME,LABEL'));",
      ),
    ),
  ),
};

/** Only local file systems: a network one whose server is gone would hang. One that hangs all the same loses its sizes only. */
const space: CommandQuestion = {
  kind: 'command',
  id: 'volumes-space-linux',
  timeoutSeconds: 6,
  ...asked(
    both(
      'df -l -a -B1 --output=size,avail,iavail,target 2>/dev/null',
      'put(run(qw(df -l -a -B1 --output=size,avail,iavail,target)));',
    ),
  ),
};

export const volumesOnLinux = reader({
  questions: { mounts, space },
  parse({ mounts, space }) {
    const text = textOf(mounts);
    if (text === undefined) return whyNot(mounts);
    const parts = partsOf(text);
    const devices = devicesOf(parts.get('devices') ?? []);
    const sizes = sizesOf(textOf(space) ?? '');
    const volumes = new Map<string, Volume>();
    for (const line of parts.get('mounts') ?? []) {
      const mount = mountOf(line);
      if (!mount || !concerns(mount)) continue;
      const device = devices.get(mount.number);
      const size = networkTypes.test(mount.type) ? undefined : sizes.get(mount.target);
      // mounted over one another, the last one is seen
      volumes.set(mount.target, {
        name: mount.target,
        label: device?.label,
        fileSystem: mount.type,
        sizeBytes: size?.size,
        freeBytes: size?.free,
        kind: kindOf(mount, device),
        system: mount.target === '/',
        boot: /^\/(boot(\/efi)?|efi)$/.test(mount.target),
        dirty: undefined,
        media: device?.rotating === undefined ? undefined : device.rotating ? 'rotating' : 'ssd',
        layout: layoutOf(mount, device),
        readOnly: mount.options.includes('ro'),
        freeInodes: size?.inodes,
        device: mount.source === 'none' ? undefined : mount.source,
        options: mount.options,
      });
    }
    const root = volumes.get('/');
    if (root && !volumes.has('/boot')) volumes.set('/', { ...root, boot: true });
    return known<Volumes>([...volumes.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)));
  },
});

interface Mount {
  readonly number: string;
  readonly root: string;
  readonly target: string;
  readonly type: string;
  readonly source: string;
  readonly options: readonly string[];
}

/** proc_pid_mountinfo(5): `36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue`. */
function mountOf(line: string): Mount | undefined {
  const dash = line.indexOf(' - ');
  if (dash < 0) return undefined;
  const [, , number, root, target, options] = line.slice(0, dash).split(' ');
  const [type, source, more] = line.slice(dash + 3).split(' ');
  if (!number || !root || !target || !type) return undefined;
  const all = [...(options ?? '').split(','), ...(more ?? '').split(',')].filter(option => option !== '');
  return {
    number,
    root,
    target: unescaped(target),
    type,
    source: unescaped(source ?? 'none'),
    // a mount may be read-only while its file system is not: the mount's own word counts
    options: [...new Set(all)].filter(option => option !== 'rw' || !all.includes('ro')),
  };
}

/** Blanks in names are written as octal numbers, there and (as `\x20`) in lsblk's raw output. */
function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text
    .replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
    .replace(/\\x([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const networkTypes =
  /^(nfs4?|cifs|smb3|smbfs|ncpfs|ceph|glusterfs|9p|afs|davfs|fuse\.(sshfs|glusterfs|ceph|davfs2?|s3fs|rclone))$/;
const diskTypes =
  /^(ext[234]|xfs|btrfs|zfs|jfs|reiserfs|f2fs|nilfs2|vfat|msdos|exfat|ntfs3?|fuseblk|iso9660|udf|hfsplus|ufs|bcachefs|ecryptfs)$/;

/** Left out: the kernel's own file systems, snaps' images, and folders bound to a second place. */
function concerns({ target, type, root }: Mount): boolean {
  if (target === '/') return true;
  if (networkTypes.test(type)) return true;
  if (type === 'tmpfs') return target === '/tmp' || target === '/var/tmp';
  return diskTypes.test(type) && (root === '/' || type === 'btrfs') && !target.startsWith('/snap/');
}

interface Device {
  readonly type: string;
  readonly rotating: boolean | undefined;
  readonly removable: boolean;
  readonly label: string | undefined;
}

function devicesOf(lines: readonly string[]): ReadonlyMap<string, Device> {
  const devices = new Map<string, Device>();
  for (const line of lines) {
    const [number = '', type = '', rotating, removable, , label] = line.trimStart().split(/ /);
    if (!/^\d+:\d+$/.test(number)) continue;
    devices.set(number, {
      type,
      rotating: rotating === '1' ? true : rotating === '0' ? false : undefined,
      removable: removable === '1',
      label: label ? unescaped(label) : undefined,
    });
  }
  return devices;
}

function kindOf({ type }: Mount, device: Device | undefined): Volume['kind'] {
  if (networkTypes.test(type)) return 'network';
  if (type === 'tmpfs') return 'ram';
  if (type === 'iso9660' || device?.type === 'rom') return 'optical';
  if (device?.removable) return 'removable';
  return diskTypes.test(type) ? 'fixed' : 'other';
}

function layoutOf({ type }: Mount, device: Device | undefined): Volume['layout'] {
  if (device?.type === 'lvm') return 'lvm';
  if (device?.type === 'raid1' || device?.type === 'raid10') return 'mirrored';
  if (device?.type.startsWith('raid')) return 'raid';
  if (device?.type === 'part' || device?.type === 'disk') return 'basic';
  return device === undefined && type !== 'btrfs' && type !== 'zfs' ? undefined : 'other';
}

function sizesOf(text: string) {
  const sizes = new Map<string, { size: number | undefined; free: number | undefined; inodes: number | undefined }>();
  for (const line of text.split('\n')) {
    const match = /^\s*(\d+|-)\s+(\d+|-)\s+(\d+|-)\s(.*)$/.exec(line);
    if (!match?.[4]) continue;
    // vfat and btrfs have no inodes of a fixed number: df says 0 or "-"
    const inodes = wholeNumber(match[3]);
    sizes.set(match[4].trim(), {
      size: wholeNumber(match[1]),
      free: wholeNumber(match[2]),
      inodes: inodes || undefined,
    });
  }
  return sizes;
}
