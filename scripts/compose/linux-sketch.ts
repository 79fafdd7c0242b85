import type { Text } from '../../src/i18n/text.js';

/** A Linux server written briefly; `linux.ts` makes of it what the server would answer. */
export interface LinuxSketch {
  /** Name of the recording's file. */
  readonly file: string;
  readonly note: Text;
  readonly sources: readonly string[];
  readonly computer: string;
  /** Lines of /etc/os-release. */
  readonly release: readonly string[];
  /** What /etc/debian_version says. */
  readonly debianVersion: string;
  readonly kernel: string;
  /** Other kernels in /boot, oldest first. */
  readonly olderKernels?: readonly string[];
  /** `LANG` of /etc/default/locale. */
  readonly language: string;
  readonly timeZone: string;
  readonly utcOffset: string;
  readonly hardware: {
    readonly maker: string;
    readonly model: string;
    readonly biosVendor: string;
    readonly biosVersion: string;
    /** As SMBIOS writes it: month/day/year. */
    readonly biosDate: string;
    readonly processor: string;
    readonly cores: number;
    readonly memoryKibibytes: number;
    /** As systemd-detect-virt says: `none`, `kvm`, `vmware`. */
    readonly virtual: string;
    readonly uefi: boolean;
  };
  readonly volumes: readonly LinuxVolume[];
  readonly network: {
    readonly interface: string;
    readonly address: string;
    readonly gateway: string;
    readonly dns: string;
    readonly domain: string;
    /** Lines of the files that configure it, as their question prints them. */
    readonly ifupdown?: readonly string[];
    readonly netplan?: readonly string[];
  };
  /** `name version`, then the marks that `dpkg-packages` describes. */
  readonly packages: readonly string[];
  readonly archives: readonly LinuxArchive[];
  /** Packages that no archive has. */
  readonly obsolete?: readonly string[];
  /** Packages of archives of others, by the number of the archive. */
  readonly foreign?: Readonly<Record<string, number>>;
  readonly pending?: readonly { readonly name: string; readonly version: string; readonly archive: number }[];
  readonly aptSources: readonly string[];
  readonly pins?: readonly string[];
  readonly changedConfiguration?: readonly string[];
  readonly units: readonly LinuxUnit[];
  readonly mergedUsr: boolean;
  /** What is asked where no more than its parts are told, part by part; left out: nothing there. */
  readonly parts?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

export interface LinuxVolume {
  readonly mount: string;
  readonly fileSystem: string;
  readonly device: string;
  /** `major:minor`. */
  readonly number: string;
  /** lsblk's type and whether it rotates: `lvm 1`, `part 0`. */
  readonly kind: string;
  readonly bytes: number;
  readonly freeBytes: number;
}

export interface LinuxArchive {
  readonly uri: string;
  readonly suite: string;
  readonly component: string;
  readonly origin: string;
  readonly label: string;
  readonly codename: string;
}

export interface LinuxUnit {
  readonly id: string;
  /** Left out: active. */
  readonly active?: string;
  /** Left out: enabled. */
  readonly fileState?: string;
  /** Left out: under /lib/systemd/system. */
  readonly file?: string;
  readonly user?: string;
  readonly restart?: string;
  readonly triggeredBy?: string;
  readonly description: string;
  readonly command?: string;
  /** The package that brought it; none: somebody wrote it. */
  readonly package?: string;
}
