/**
 * What a fact may ask of a host. Questions are data: an executor answers them without knowing what they are for.
 * Ids are unique in the whole project (kebab-case, starting with the fact or the thing read) and name the answer in a recording.
 */
export type Question =
  | CommandQuestion
  | FileQuestion
  | RegistryQuestion
  | WmiQuestion
  | FileInfoQuestion
  | PowerShellQuestion;

export type QuestionKind = Question['kind'];

interface Asked {
  readonly id: string;
  /** The question is stopped after this long (default 20); the others go on. */
  readonly timeoutSeconds?: number;
  /** The answer is cut after this many bytes (default 1 MiB), and says so. */
  readonly maxBytes?: number;
  /** Asked after all others and in a process of its own, since it is known to hang some hosts. */
  readonly alone?: boolean;
}

/** A command line: POSIX sh on Linux, cmd.exe on Windows. Must only read. */
export interface CommandQuestion extends Asked {
  readonly kind: 'command';
  readonly line: string;
  /**
   * The same for a Linux host with perl, which then starts no process for it: must print what `line` prints, with the functions that
   * executors/sh/perl-library.ts describes. `line` is asked when it dies, and on hosts without perl.
   */
  readonly perl?: string;
  /** How its output is encoded on Windows (default: the OEM code page). Linux output is UTF-8. */
  readonly encoding?: TextEncodingName;
}

/** The content of a text file. `%NAME%` is expanded on Windows; no wildcards. */
export interface FileQuestion extends Asked {
  readonly kind: 'file';
  readonly path: string;
  /** Keep the end instead of the beginning when it is larger than `maxBytes`. */
  readonly tail?: boolean;
  /** Default: UTF-16 or UTF-8 when a byte order mark says so, else UTF-8 where valid, else the ANSI code page. */
  readonly encoding?: TextEncodingName;
}

export type TextEncodingName = 'utf8' | 'utf16' | 'oem' | 'ansi';

/** A registry key with its values and, down to `depth` levels (default 0: none), its sub-keys. Windows only. */
export interface RegistryQuestion extends Asked {
  readonly kind: 'registry';
  /** `HKLM\…`, `HKCU\…` or `HKU\…`; read in the 64-bit view (the other is asked for as `SOFTWARE\Wow6432Node`). */
  readonly key: string;
  readonly depth?: number;
  /** Only values of these names, in the key and its sub-keys (default: all). `''` is the default value. */
  readonly values?: readonly string[];
}

/** Instances of a WMI class. Windows only. */
export interface WmiQuestion extends Asked {
  readonly kind: 'wmi';
  /** Default `root\cimv2`. */
  readonly namespace?: string;
  readonly class: string;
  readonly properties: readonly string[];
  /** The WQL condition after WHERE. */
  readonly where?: string;
}

/**
 * Maker, product and version of program files, from their version resource, with size and date. Windows only.
 * Paths may come from the answers to other questions of the same batch, so that one trip is enough.
 */
export interface FileInfoQuestion extends Asked {
  readonly kind: 'file-info';
  readonly paths?: readonly string[];
  /** Every registry value of this name in the answer to that question, or every row's column of a WMI answer. */
  readonly from?: readonly { readonly question: string; readonly name: string }[];
}

/** A script for Windows PowerShell 4 or later that prints one JSON document. The other executors answer `unsupported`. */
export interface PowerShellQuestion extends Asked {
  readonly kind: 'powershell';
  readonly script: string;
}

export const questionDefaults = { timeoutSeconds: 20, maxBytes: 1024 * 1024 } as const;

/** What is sent to a host in one trip. */
export interface Batch {
  readonly questions: readonly Question[];
  /**
   * Registry values that hold a drive letter no executor may touch: the drive that Exchange 2000 maps its store to (EXIFS)
   * is damaged by being read as files (Microsoft KB 298924, Q245822).
   */
  readonly avoidDrives: readonly { readonly key: string; readonly value: string }[];
}
