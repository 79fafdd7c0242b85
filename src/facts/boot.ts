import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { bootOnLinux } from './boot.linux.js';

/** How a Linux server starts. */
export interface Boot {
  readonly firmware: 'bios' | 'uefi' | undefined;
  /** By the packages installed; `none` in a container or where no loader's package is installed. */
  readonly loader: 'grub-pc' | 'grub-efi' | 'systemd-boot' | 'lilo' | 'extlinux' | 'other' | 'none';
  /** Devices to which debconf writes GRUB at each upgrade (grub-pc/install_devices); undefined when it cannot be read or GRUB is not grub-pc. */
  readonly installDevices: readonly { readonly device: string; readonly exists: boolean }[] | undefined;
  /** /boot is a file system of its own. */
  readonly separate: boolean;
  readonly sizeBytes: number | undefined;
  readonly freeBytes: number | undefined;
  /** Size of the largest kernel installed with its initrd: what one more will take. Undefined when /boot holds none. */
  readonly kernelBytes: number | undefined;
  /** The EFI system partition; undefined when none is mounted. */
  readonly efiPartition:
    | { readonly mount: string; readonly sizeBytes: number | undefined; readonly freeBytes: number | undefined }
    | undefined;
  readonly osProber: {
    readonly installed: boolean;
    /** GRUB_DISABLE_OS_PROBER of /etc/default/grub; undefined when it is not set there (since GRUB 2.06 that means disabled). */
    readonly disabled: boolean | undefined;
  };
  /** Entries of /etc/fstab but comments. */
  readonly fstab: readonly {
    readonly device: string;
    readonly mount: string;
    readonly type: string;
    readonly options: readonly string[];
  }[];
  /** Entries of /etc/crypttab: name and options (without key files). */
  readonly encrypted: readonly {
    readonly name: string;
    readonly device: string;
    readonly options: readonly string[];
  }[];
}

export const boot = defineFact<Boot>({
  id: 'boot',
  title: say({ en: 'Boot loader', es: 'Cargador de arranque' }),
  on: { linux: bootOnLinux },
});
