import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { denied, text, timedOut } from '../testing/windows-answers.js';
import { volumesOnLinux } from './volumes.linux.js';

/** Debian 12 on a virtual disk, recorded and shortened. */
const recorded = `
::mounts
22 27 0:21 / /proc rw,relatime - proc proc rw
24 27 0:6 / /dev rw,relatime - devtmpfs devtmpfs rw,size=12334524k,nr_inodes=3083631,mode=755
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard,resv_strict
28 27 0:25 / /mnt/x ro,nosuid - tmpfs x ro,size=4k,mode=755

::devices
253:0 disk 0 0 zram0 
254:0 disk 1 0 vda 
`;
const df = `   1B-blocks       Avail    IFree Mounted on
           0           0        0 /proc
270553174016 74276589568 16233636 /
        4096        4096  3085511 /mnt/x
  1073741824   536870912    65000 /boot
   536870912   530000000        0 /boot/efi
  5000000000  2500000000   120000 /srv/con espacio
`;
/** In the same form, of a server with LVM over a mirror and shares of another. */
const written = `
::mounts
20 1 253:0 / / rw,relatime shared:1 - xfs /dev/mapper/vg-root rw,attr2
21 20 9:1 / /boot ro,relatime - ext4 /dev/md1 rw
22 20 8:1 / /boot/efi rw,relatime - vfat /dev/sda1 rw,umask=0077
23 20 253:1 / /srv/con\\040espacio rw,noexec - ext4 /dev/mapper/vg-data rw
24 20 253:1 /sub /srv/again rw - ext4 /dev/mapper/vg-data rw
25 20 0:55 / /mnt/nas rw - nfs4 nas:/export rw,hard
26 20 0:56 / /tmp rw,nosuid - tmpfs tmpfs rw,size=1g
27 20 7:1 / /snap/core/1 ro - squashfs /dev/loop1 ro
28 20 11:0 / /media/cd ro - iso9660 /dev/sr0 ro
29 20 8:17 / /media/usb rw - ext4 /dev/sdb1 rw

::devices
253:0 lvm 0 0 vg-root raíz
9:1 raid1 1 0 md1 
8:1 part 1 0 sda1 EFI\\x20SYSTEM
253:1 lvm 1 0 vg-data 
11:0 rom 1 1 sr0 
8:17 part 1 1 sdb1 
`;

describe('volumes of a Linux server', () => {
  it('a virtual disk without partitions (Debian 12, recorded)', () => {
    expect(valueWith(volumesOnLinux, { mounts: text(recorded), space: text(df) })).toEqual([
      {
        name: '/',
        label: undefined,
        fileSystem: 'ext4',
        sizeBytes: 270553174016,
        freeBytes: 74276589568,
        kind: 'fixed',
        system: true,
        boot: true,
        dirty: undefined,
        media: 'rotating',
        layout: 'basic',
        readOnly: false,
        freeInodes: 16233636,
        device: '/dev/vda',
        options: ['rw', 'relatime', 'discard', 'resv_strict'],
      },
    ]);
  });

  it('LVM, a mirror, EFI, a share, names with blanks (in the form recorded)', () => {
    const volumes = valueWith(volumesOnLinux, { mounts: text(written), space: text(df) });
    expect(
      volumes.map(({ name, kind, layout, media, boot, system, readOnly }) => [
        name,
        kind,
        layout,
        media,
        boot,
        system,
        readOnly,
      ]),
    ).toEqual([
      ['/', 'fixed', 'lvm', 'ssd', false, true, false],
      ['/boot', 'fixed', 'mirrored', 'rotating', true, false, true],
      ['/boot/efi', 'fixed', 'basic', 'rotating', true, false, false],
      ['/media/cd', 'optical', 'other', 'rotating', false, false, true],
      ['/media/usb', 'removable', 'basic', 'rotating', false, false, false],
      ['/mnt/nas', 'network', undefined, undefined, false, false, false],
      ['/srv/con espacio', 'fixed', 'lvm', 'rotating', false, false, false],
      ['/tmp', 'ram', undefined, undefined, false, false, false],
    ]);
    expect(volumes.find(({ name }) => name === '/boot/efi')).toMatchObject({
      label: 'EFI SYSTEM',
      freeInodes: undefined,
    });
    expect(volumes.find(({ name }) => name === '/srv/con espacio')).toMatchObject({
      freeBytes: 2500000000,
      options: ['rw', 'noexec'],
    });
    expect(volumes.find(({ name }) => name === '/mnt/nas')).toMatchObject({
      device: 'nas:/export',
      sizeBytes: undefined,
    });
  });

  it('a df that hangs costs the sizes only', () => {
    expect(valueWith(volumesOnLinux, { mounts: text(recorded), space: timedOut })).toMatchObject([
      { name: '/', fileSystem: 'ext4', sizeBytes: undefined, freeBytes: undefined },
    ]);
    expect(reasonWith(volumesOnLinux, { mounts: denied }).en).toContain('root');
  });

  it('survives anything', () => {
    expect(() => survivesAnything(volumesOnLinux, [recorded, written, df])).not.toThrow();
  });
});
