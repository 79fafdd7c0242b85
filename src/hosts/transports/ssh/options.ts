import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Text } from '../../../i18n/text.js';
import type { ExecutorName } from '../../../model/recording.js';

/** Where a secret comes from: an environment variable, or somebody who is asked without echo. Never the command line. */
export type SecretSource = { readonly env: string } | ((wanted: SecretWanted) => Promise<string>);

/** What is asked for: the password of an account, the passphrase of a key file, or the server's own prompt (a one-time code). */
export type SecretWanted =
  | { readonly what: 'password'; readonly user: string; readonly host: string }
  | { readonly what: 'passphrase'; readonly file: string }
  | { readonly what: 'prompt'; readonly user: string; readonly host: string; readonly prompt: string };

export interface SshOptions {
  /** Used when the address names no user; else the name the user goes by on this machine. */
  readonly user?: string;
  readonly port?: number;
  /** Private keys, tried before the agent's. Left out: id_ed25519, id_ecdsa and id_rsa of ~/.ssh, after the agent's. */
  readonly identityFiles?: readonly string[];
  /** Socket of the agent; false for none. Default: SSH_AUTH_SOCK. */
  readonly agent?: string | false;
  /** Given to the server named in the address, never to a jump host (a callback is asked for each). */
  readonly passwordFrom?: SecretSource;
  readonly passphraseFrom?: SecretSource;
  /** Hosts to go through, nearest first: `user@host:port,user@host:port`. */
  readonly jump?: string;
  /** Read instead of Antesala's own, ~/.ssh/known_hosts and /etc/ssh/ssh_known_hosts; a key accepted is added to the first. */
  readonly knownHostsFiles?: readonly string[];
  /** Fingerprints (`SHA256:…`) of keys that may be added when a server is not yet known. Never replaces a known key. */
  readonly acceptNewHostKeys?: readonly string[];
  /** For each step until logged in: connection, greeting, agreement on keys, login (default 20). Time spent asking does not count. */
  readonly connectTimeoutSeconds?: number;
  /** Until the first line of an answer (default 60; 180 for Windows Script Host, see {@link firstLineSeconds}). */
  readonly firstLineTimeoutSeconds?: number;
  /** For all of it, from the login to the last answer (default 600). */
  readonly totalTimeoutSeconds?: number;
  /** Answers longer than this altogether are cut off (default 64 MiB). */
  readonly maxBytes?: number;
  /** Skips finding out what the server understands. */
  readonly executor?: ExecutorName;
  /** Things worth telling that are no failure: the system's ssh was used, a certificate was not followed. */
  readonly onNote?: (note: Text) => void;
}

export const sshDefaults = {
  connectTimeoutSeconds: 20,
  firstLineTimeoutSeconds: 60,
  totalTimeoutSeconds: 600,
  maxBytes: 64 * 1024 * 1024,
} as const;

/** How long each step until logged in may take: never longer than all of it. */
export function stepSeconds(options: Pick<SshOptions, 'connectTimeoutSeconds' | 'totalTimeoutSeconds'>): number {
  const { connectTimeoutSeconds, totalTimeoutSeconds } = { ...sshDefaults, ...options };
  return Math.min(connectTimeoutSeconds, totalTimeoutSeconds);
}

/**
 * How long a server that works may be silent: under Windows Script Host the first line comes from a second script host, which is waited for
 * and started once more on a server that is busy.
 */
export function firstLineSeconds(options: Pick<SshOptions, 'firstLineTimeoutSeconds'>, way: ExecutorName): number {
  return options.firstLineTimeoutSeconds ?? (way === 'wsh' ? 180 : sshDefaults.firstLineTimeoutSeconds);
}

/** The file of servers that Antesala was told to trust. */
export function ownKnownHostsFile(): string {
  const config = process.env.XDG_CONFIG_HOME;
  return join(config?.startsWith('/') ? config : join(homedir(), '.config'), 'antesala', 'known_hosts');
}

export function knownHostsFiles(options: SshOptions): readonly string[] {
  return (
    options.knownHostsFiles ?? [ownKnownHostsFile(), join(homedir(), '.ssh', 'known_hosts'), '/etc/ssh/ssh_known_hosts']
  );
}

/** Keys that OpenSSH, too, tries when none are named. */
export function defaultIdentityFiles(): readonly string[] {
  return ['id_ed25519', 'id_ecdsa', 'id_rsa'].map(name => join(homedir(), '.ssh', name));
}
