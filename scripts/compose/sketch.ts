import type { Text } from '../../src/i18n/text.js';
import type { Role } from './services-modern.js';
import type { Classes, Hive } from './machine.js';

export type ReleaseId = 'ws2000' | 'ws2003' | 'ws2008r2' | 'ws2012' | 'ws2012r2' | 'ws2016' | 'ws2019' | 'ws2022';
export type Language = 'en' | 'es';

/** A Windows server written briefly; `windows.ts` makes a machine of it that can be asked anything. */
export interface ServerSketch {
  /** Name of the recording's file. */
  readonly file: string;
  readonly note: Text;
  readonly sources: readonly string[];
  readonly release: ReleaseId;
  readonly editionId?: string;
  /** As it stands in the registry, when it is not the release's own. */
  readonly productName?: string;
  readonly caption?: string;
  readonly sku?: number;
  readonly suites?: readonly string[];
  readonly language: Language;
  readonly computer: string;
  /** DNS name of the domain; none is a workgroup. */
  readonly domain?: string;
  readonly controller?: boolean;
  readonly installed: string;
  readonly startedAt: string;
  readonly hardware: HardwareSketch;
  readonly roles?: readonly Role[];
  /** Features without services of their own, by their stable names. */
  readonly features?: readonly string[];
  /** Parts of Windows 2000 and 2003, as their set-up names them: 1 is installed. */
  readonly components?: Readonly<Record<string, number>>;
  readonly services?: readonly ServiceSketch[];
  readonly drivers?: readonly DriverSketch[];
  readonly devices?: readonly DeviceSketch[];
  readonly adapters: readonly AdapterSketch[];
  readonly volumes: readonly VolumeSketch[];
  readonly applications?: readonly ApplicationSketch[];
  readonly updates?: readonly (readonly [id: string, day: string])[];
  readonly pendingUpdates?: readonly { readonly id: string; readonly title: string; readonly security: boolean }[];
  /** Folders of the profiles, beside those every system has. */
  readonly profiles: readonly string[];
  readonly directory?: DirectorySketch;
  /** Who is logged on, as `quser` shows it. */
  readonly users?: readonly UserSketch[];
  /** Who has a share open. */
  readonly shares?: readonly ShareSketch[];
  /** What is shared beside what every server shares. */
  readonly sharedFolders?: readonly { readonly name: string; readonly path: string; readonly comment?: string }[];
  readonly tasks?: readonly TaskSketch[];
  /** The last backup of the system's own program. */
  readonly backup?: { readonly day: string; readonly target: string; readonly ended: 'well' | 'badly' };
  readonly defender?: { readonly realTime: boolean; readonly tamper: boolean };
  readonly hive?: Hive;
  readonly classes?: Classes;
  /** What commands and scripts answer instead of what the release answers; text. */
  readonly commands?: Readonly<Record<string, string>>;
}

export interface HardwareSketch {
  readonly maker: string;
  readonly model: string;
  readonly biosVendor: string;
  readonly biosVersion: string;
  /** ISO day. */
  readonly biosDate: string;
  readonly uefi?: boolean;
  readonly tpm?: string;
  readonly memoryMebibytes: number;
  readonly processor: {
    readonly name: string;
    readonly identifier: string;
    readonly vendor: string;
    readonly megahertz: number;
    readonly sockets: number;
    readonly cores: number;
    readonly logical: number;
  };
}

export interface ServiceSketch {
  readonly name: string;
  readonly display: string;
  readonly image: string;
  readonly company: string;
  readonly version: string;
  readonly product?: string;
  /** As in `services-modern.ts`; left out: automatic and running. */
  readonly flags?: string;
  readonly account?: string;
  readonly dependsOn?: readonly string[];
}

export interface DriverSketch {
  readonly name: string;
  readonly company: string;
  readonly version: string;
  /** Below the Windows folder; left out: `System32\drivers\<name>.sys`. */
  readonly path?: string;
  readonly group?: string;
  readonly boot?: boolean;
  readonly fileSystem?: boolean;
}

/** A device as device set-up lists it. */
export interface DeviceSketch {
  readonly id: string;
  readonly name: string;
  readonly class: string;
  readonly provider: string;
  readonly version: string;
  /** ISO day. */
  readonly day: string;
  readonly inf: string;
  readonly service?: string;
  readonly signed?: boolean;
}

export interface AdapterSketch {
  /** As a person sees the connection. */
  readonly name: string;
  readonly description: string;
  readonly device: string;
  readonly service: string;
  readonly mac: string;
  readonly addresses?: readonly (readonly [address: string, mask: string])[];
  readonly gateway?: string;
  readonly dns?: readonly string[];
  readonly dhcp?: boolean;
  readonly down?: boolean;
  readonly megabits?: number;
}

export interface VolumeSketch {
  /** "C:"; none for the partition that starts the system. */
  readonly letter?: string;
  readonly label: string;
  readonly gibibytes: number;
  readonly freeGibibytes: number;
  readonly fileSystem?: string;
  readonly kind?: 'fixed' | 'optical';
  readonly disk?: number;
}

export interface ApplicationSketch {
  readonly name: string;
  readonly version: string;
  readonly publisher: string;
  readonly id?: string;
  /** ISO day. */
  readonly day?: string;
  /** Listed with the 32-bit programs of a 64-bit system. */
  readonly narrow?: boolean;
}

export interface DirectorySketch {
  /** msDS-Behavior-Version. */
  readonly forestLevel: number;
  readonly domainLevel: number;
  readonly controllers: readonly string[];
  /** Flags of the domain's DFSR settings; none: the move of SYSVOL was never begun. */
  readonly dfsrFlags?: number;
}

export interface UserSketch {
  readonly name: string;
  /** Left out: disconnected. */
  readonly session?: string;
  readonly idle: string;
  readonly since: string;
}

export interface ShareSketch {
  readonly user: string;
  readonly from: string;
  readonly idleSeconds: number;
  readonly file?: string;
}

export interface TaskSketch {
  readonly name: string;
  readonly command: string;
  readonly user?: string;
  /** Runs with a stored password. */
  readonly password?: boolean;
}
