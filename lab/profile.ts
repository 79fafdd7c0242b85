import type { RegistryTree } from './registry.js';

/** What the version resource of an imitated program says. */
export interface ProgramVersion {
  readonly company: string;
  readonly product: string;
  readonly description: string;
  /** Four parts, as `8.0.1.425`. */
  readonly version: string;
}

/** A service of the profile: a real one (native/service.c) under this name. */
export interface ServiceSpec {
  readonly name: string;
  readonly displayName: string;
  readonly description?: string;
  /** Where its program stands on the Windows side. Several services may share one. */
  readonly image: string;
  /** `--refuse-stop` and `--slow-stop` change the manners of the program; anything else is only seen in ImagePath. */
  readonly args?: string;
  readonly version: ProgramVersion;
  readonly start: 'auto' | 'manual' | 'disabled';
  /** Left out: LocalSystem. */
  readonly account?: string;
  readonly dependsOn?: readonly string[];
  readonly delayedStart?: boolean;
  readonly failure?: { readonly resetSeconds: number; readonly restartAfterMs: readonly number[] };
}

/** A driver: registry entries and a file, never loaded (Wine runs no kernel drivers of others). */
export interface DriverSpec {
  readonly name: string;
  readonly displayName: string;
  readonly image: string;
  readonly version: ProgramVersion;
  readonly kind: 'kernel' | 'file-system';
  readonly start: 'boot' | 'system' | 'auto' | 'manual' | 'disabled';
  readonly group?: string;
}

export interface DriveSpec {
  readonly letter: string;
  /** Its files: path below the drive's root (`/` between names) and content. */
  readonly files: Readonly<Record<string, string>>;
  /** A small disk of its own with this many mebibytes; left out: a folder, with the machine's free space. */
  readonly sizeMiB?: number;
}

/** A Windows-like server: data only. */
export interface WineProfile {
  readonly kind: 'wine';
  readonly name: string;
  readonly title: string;
  readonly hostname: string;
  /** The administrator's name in the server's language; the ssh login. */
  readonly user: string;
  readonly language: 'es_ES' | 'en_US';
  /** As `winecfg -v` names it. The registry below may say a version that winecfg does not know. */
  readonly wineVersion: 'win2k' | 'win2003' | 'win10';
  readonly registry: RegistryTree;
  readonly services: readonly ServiceSpec[];
  readonly drivers: readonly DriverSpec[];
  readonly drives: readonly DriveSpec[];
  /** Further files on C:, by path below its root with `/` between names. */
  readonly files: Readonly<Record<string, string>>;
  /** Further programs on C: that carry a version resource, by Windows path. */
  readonly programs: Readonly<Record<string, ProgramVersion>>;
}

/** A real Debian. */
export interface DebianProfile {
  readonly kind: 'debian';
  readonly name: string;
  readonly title: string;
  readonly hostname: string;
  readonly suite: string;
  readonly packages: readonly string[];
  /** Marked `hold`, so that apt never upgrades them. */
  readonly held: readonly string[];
  /** Packages of no distribution, built here with dpkg-deb. */
  readonly foreign: readonly ForeignPackage[];
  /** Further files by absolute path. */
  readonly files: Readonly<Record<string, string>>;
  /** Its first process is systemd; left out: sshd alone runs, and systemd is only installed. */
  readonly init?: 'systemd';
  /** Lines of sh, run in the finished root before it is started. */
  readonly script?: string;
}

export interface ForeignPackage {
  readonly name: string;
  readonly version: string;
  readonly maintainer: string;
  readonly summary: string;
  readonly files: Readonly<Record<string, { readonly content: string; readonly mode?: number }>>;
  /** Units to enable (offline, by link). */
  readonly enable: readonly string[];
}

export type Profile = WineProfile | DebianProfile;
