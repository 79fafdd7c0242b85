import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { volumesOnWindows } from './volumes.windows.js';
import { volumesOnLinux } from './volumes.linux.js';

export interface Volume {
  /** "C:" or the mount point. A Windows volume without a letter has its \\?\\Volume{…} name. */
  readonly name: string;
  readonly label: string | undefined;
  readonly fileSystem: string | undefined;
  readonly sizeBytes: number | undefined;
  readonly freeBytes: number | undefined;
  readonly kind: 'fixed' | 'removable' | 'network' | 'optical' | 'ram' | 'exchange-ifs' | 'other';
  /** Holds the running operating system (Windows: %SystemDrive%; Linux: /). */
  readonly system: boolean;
  /** Holds what starts it (Windows: the active or EFI partition; Linux: /boot and /boot/efi). */
  readonly boot: boolean;
  readonly dirty: boolean | undefined;
  readonly media: 'ssd' | 'rotating' | undefined;
  readonly layout: 'basic' | 'dynamic' | 'mirrored' | 'raid' | 'lvm' | 'other' | undefined;
  readonly readOnly: boolean | undefined;
  /** Linux only. */
  readonly freeInodes: number | undefined;
  /** Device or disk behind it, as the host names it. */
  readonly device: string | undefined;
  /** Linux mount options, such as noexec. */
  readonly options: readonly string[];
}

/** All volumes but the Exchange IFS drive's sizes: that drive is named (kind `exchange-ifs`), never looked into. */
export type Volumes = readonly Volume[];

export const volumes = defineFact<Volumes>({
  id: 'volumes',
  title: say({ en: 'Volumes', es: 'Volúmenes' }),
  on: { windows: volumesOnWindows, linux: volumesOnLinux },
});
