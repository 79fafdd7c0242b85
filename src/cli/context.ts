import type { Terminal } from './terminal.js';

/** What every command is handed: nothing reaches for the process by itself. */
export interface Context {
  readonly terminal: Terminal;
  /** Asks for a line on the terminal, undefined at its end; not there where nobody can be asked. */
  readonly ask?: (prompt: string) => Promise<string | undefined>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  readonly now: () => Date;
  /** Aborted by Ctrl-C and by SIGTERM. */
  readonly signal: AbortSignal;
}
