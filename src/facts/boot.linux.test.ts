import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { denied, text } from '../testing/windows-answers.js';
import { bootOnLinux } from './boot.linux.js';

/** A server with GRUB on a disk that was replaced, LVM, an encrypted volume; composed in the form recorded on Debian 12. */
const bios = `
::firmware
bios

::space
/dev/md1           499712000 120000000 353000000      26% /boot

::debconf
yes /dev/disk/by-id/ata-DISK_1
no /dev/disk/by-id/ata-DISK_2

::debconf-read
yes

::grub
GRUB_DISABLE_OS_PROBER="false"

::fstab
UUID=1234-abcd /               ext4    errors=remount-ro 0       1
/dev/sdb1	/srv	ext4	defaults,noatime	0	2

::crypttab
data UUID=77 luks,discard
`;
const kernels =
  '\n::running\n6.1.0-37-amd64\n\n::boot\nvmlinuz-6.1.0-37-amd64 8000000\ninitrd.img-6.1.0-37-amd64 40000000\nvmlinuz-6.1.0-9-amd64 7000000\n';

describe('how a Linux server starts', () => {
  it('by BIOS with GRUB', () => {
    const packages = text('amd64\ngrub-pc 2.06-13 *\ngrub-common 2.06-13\nos-prober 1.81\n');
    expect(valueWith(bootOnLinux, { settings: text(bios), kernels: text(kernels), packages })).toEqual({
      firmware: 'bios',
      loader: 'grub-pc',
      installDevices: [
        { device: '/dev/disk/by-id/ata-DISK_1', exists: true },
        { device: '/dev/disk/by-id/ata-DISK_2', exists: false },
      ],
      separate: true,
      sizeBytes: 499712000,
      freeBytes: 353000000,
      kernelBytes: 48000000,
      efiPartition: undefined,
      osProber: { installed: true, disabled: false },
      fstab: [
        { device: 'UUID=1234-abcd', mount: '/', type: 'ext4', options: ['errors=remount-ro'] },
        { device: '/dev/sdb1', mount: '/srv', type: 'ext4', options: ['defaults', 'noatime'] },
      ],
      encrypted: [{ name: 'data', device: 'UUID=77', options: ['luks', 'discard'] }],
    });
  });

  it('by UEFI; /boot is a folder of / there', () => {
    const uefi =
      '\n::firmware\nuefi\n\n::space\n/dev/vda1       270553174016 24826757120 74273886208      26% /\n/dev/vda15      129718272 6000000 123000000      5% /boot/efi\n';
    const packages = text('amd64\ngrub-efi-amd64 2.06\ngrub-efi-amd64-signed 1\n');
    expect(valueWith(bootOnLinux, { settings: text(uefi), packages })).toMatchObject({
      firmware: 'uefi',
      loader: 'grub-efi',
      installDevices: undefined,
      separate: false,
      freeBytes: undefined,
      kernelBytes: undefined,
      efiPartition: { mount: '/boot/efi', sizeBytes: 129718272, freeBytes: 123000000 },
      osProber: { installed: false, disabled: undefined },
    });
  });

  it('what debconf would do is unknown when it cannot be read, and empty when it has no device (Debian 12 container, recorded)', () => {
    const packages = text('amd64\ngrub-pc 2.06-13 *\nbash 5\n');
    const container =
      '\n::firmware\n\n::space\n/dev/vda       270553174016 25855221760 73245421568      27% /\n\n::debconf\n\n::debconf-read\nyes\n';
    expect(valueWith(bootOnLinux, { settings: text(container), packages })).toMatchObject({
      firmware: undefined,
      installDevices: [],
    });
    expect(
      valueWith(bootOnLinux, { settings: text(container.replace('yes', '')), packages }).installDevices,
    ).toBeUndefined();
    expect(valueWith(bootOnLinux, { settings: text(container), packages: text('amd64\nbash 5\n') }).loader).toBe(
      'none',
    );
    expect(reasonWith(bootOnLinux, { settings: denied }).es).toContain('root');
  });

  it('survives anything', () => {
    expect(() => survivesAnything(bootOnLinux, [bios, kernels])).not.toThrow();
  });
});
