/** One answer as it stands in a recording: decoded text, rows or registry keys, or why there is none. */
export type Answer = TextAnswer | RowsAnswer | RegistryAnswer | NoAnswer;

interface Given {
  readonly state: 'ok';
  /** Milliseconds it took on the host. */
  readonly ms: number;
  /** True when the answer was longer than asked for and the rest was left out. */
  readonly cut?: boolean;
}

/** To a command, a file or a PowerShell question. */
export interface TextAnswer extends Given {
  readonly text: string;
  /** Exit code of a command. */
  readonly exit?: number;
  /** The beginning of what a command wrote to its standard error. */
  readonly err?: string;
}

export type Cell = string | number | boolean | null | readonly (string | number | boolean | null)[];
export type Row = Readonly<Record<string, Cell>>;

/**
 * To a WMI or file-info question. 64-bit integers are strings of digits, dates are in WMI's form (yyyymmddHHMMSS.ffffff+zzz).
 * File-info rows have the columns path, exists, company, product, description, version, size, modified.
 */
export interface RowsAnswer extends Given {
  readonly rows: readonly Row[];
}

/** A registry value. Binary is hexadecimal digits, a 64-bit number a string of decimal digits. */
export type RegistryValue =
  | { readonly type: 'sz' | 'expand' | 'qword' | 'binary' | 'none'; readonly value: string }
  | { readonly type: 'dword'; readonly value: number }
  | { readonly type: 'multi'; readonly value: readonly string[] };

/** Keys by their full path (`HKLM\…`), spelled as on the host; each with its values by name. The key asked for is among them. */
export interface RegistryAnswer extends Given {
  readonly keys: Readonly<Record<string, Readonly<Record<string, RegistryValue>>>>;
}

/** `missing`: what was asked for is not there. `unsupported`: this executor or system cannot ask that. */
export interface NoAnswer {
  readonly state: 'missing' | 'denied' | 'timeout' | 'error' | 'unsupported';
  readonly ms: number;
  /** In the host's words or the executor's, for a person to read: data, not interpreted. */
  readonly why: string;
}

export type Answers = Readonly<Record<string, Answer | undefined>>;
