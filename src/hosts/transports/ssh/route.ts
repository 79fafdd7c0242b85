import { userInfo } from 'node:os';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'ssh2';
import { type SshAddress, parseHop } from '../../address.js';
import { type Account, type LoggedIn, Unheard, logIn } from './handshake.js';
import { type SshOptions, sshDefaults, stepSeconds } from './options.js';
import { socketThrough, socketTo } from './socket.js';

/** A login on a server, perhaps through others. */
export interface Connection extends LoggedIn {
  close(): Promise<void>;
}

/**
 * The accounts to log in to one after the other: the jump hosts, nearest first, and last the server itself.
 *
 * @throws HostError `bad-address` for a jump host that is none
 */
export function routeTo(server: SshAddress, options: SshOptions): readonly Account[] {
  const own = (): string => (ownName ??= userInfo().username);
  const { passwordFrom } = options;
  const hops = (options.jump ?? '').split(',').filter(hop => hop.trim() !== '');
  // A password kept in a variable is the server's own: a jump host would learn it. A person is asked for each.
  const forHops = typeof passwordFrom === 'function' ? passwordFrom : undefined;
  return [
    ...hops.map(parseHop).map(hop => ({ server: hop, user: hop.user ?? own(), passwordFrom: forHops })),
    {
      server: { ...server, port: server.port ?? options.port ?? 22 },
      user: server.user ?? options.user ?? own(),
      passwordFrom,
    },
  ];
}

let ownName: string | undefined;

/**
 * Logs in along a route, with the key of each server on it checked.
 *
 * @throws HostError or NoCommonAlgorithm
 */
export async function connectAlong(
  route: readonly Account[],
  options: SshOptions,
  signal: AbortSignal,
): Promise<Connection> {
  const total = options.totalTimeoutSeconds ?? sshDefaults.totalTimeoutSeconds;
  const seconds = stepSeconds(options);
  const passed: LoggedIn[] = [];
  const close = async (): Promise<void> => {
    for (const { client, stream } of passed.toReversed()) await ended(client, stream);
  };
  try {
    for (const account of route) {
      const jump = passed.at(-1)?.client;
      const open = () =>
        jump ? socketThrough(jump, account.server, seconds, signal) : socketTo(account.server, seconds, signal);
      passed.push(await patiently(total, async () => logIn(await open(), account, options, signal)));
    }
    const last = passed.at(-1);
    if (!last) throw new Error('a route has at least the server itself');
    return { ...last, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A server asked by many at a time closes some connections unheard: worth another try, a little later each time, while there is time. */
async function patiently(seconds: number, attempt: () => Promise<LoggedIn>): Promise<LoggedIn> {
  const begun = performance.now();
  for (const wait of [250, 500, 1000, 2000]) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Unheard)) throw error;
      // Not all at the same moment again.
      const milliseconds = wait * (0.5 + Math.random());
      if (performance.now() - begun + milliseconds > seconds * 1000) throw error.reason;
      await pause(milliseconds);
    }
  }
  try {
    return await attempt();
  } catch (error) {
    throw error instanceof Unheard ? error.reason : error;
  }
}

/** Ends a connection so that what was sent before still arrives, and for good when the server does not close in turn. */
function ended(client: Client, stream: Duplex): Promise<void> {
  return new Promise(resolve => {
    const finish = (): void => {
      clearTimeout(timer);
      client.destroy();
      resolve();
    };
    const timer = setTimeout(finish, 1000);
    client.once('close', finish);
    client.end();
    // One that is closed already says nothing more.
    if (stream.destroyed) finish();
  });
}
