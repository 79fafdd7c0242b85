import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import ssh2, { type CipherAlgorithm, type Client, type KexAlgorithm, type ServerHostKeyAlgorithm } from 'ssh2';
import type { SshAddress } from '../../address.js';
import { HostError } from '../../host-error.js';
import { type Stage, closedBeforeLogin, expiredPassword, notSsh, stageTimeout, stopped } from './errors.js';
import { listenToGreeting } from './greeting.js';
import { loginOf } from './login.js';
import { type SecretSource, type SshOptions, stepSeconds } from './options.js';
import { shown } from './shown.js';
import { StageClock } from './stage-clock.js';
import { trustIn } from './trust.js';

/** A login on a server. */
export interface LoggedIn {
  readonly client: Client;
  /** What it runs over. */
  readonly stream: Duplex;
  /** How the server's software calls itself: `OpenSSH_9.2p1 Debian-2`, `OpenSSH_for_Windows_9.5`. */
  readonly ident: string;
}

export interface Account {
  readonly server: SshAddress;
  readonly user: string;
  readonly passwordFrom: SecretSource | undefined;
}

/** The server offers only ways to agree on keys or ciphers that ssh2 does not know: the system's ssh may. */
export class NoCommonAlgorithm extends Error {}

/** The connection was closed before the server greeted: busy servers do that (MaxStartups). */
export class Unheard extends Error {
  constructor(readonly reason: HostError) {
    super(reason.message);
  }
}

const aes: CipherAlgorithm[] = [
  'aes128-gcm@openssh.com',
  'aes256-gcm@openssh.com',
  'aes128-ctr',
  'aes192-ctr',
  'aes256-ctr',
];

/** What ssh2 offers by itself, in another order: to Node, NIST's curve of 256 bits is half the work of Curve25519. */
const kex: KexAlgorithm[] = [
  'ecdh-sha2-nistp256',
  'curve25519-sha256',
  'curve25519-sha256@libssh.org',
  'ecdh-sha2-nistp384',
  'ecdh-sha2-nistp521',
  'diffie-hellman-group-exchange-sha256',
  'diffie-hellman-group14-sha256',
  'diffie-hellman-group15-sha512',
  'diffie-hellman-group16-sha512',
  'diffie-hellman-group17-sha512',
  'diffie-hellman-group18-sha512',
];

/**
 * AES-GCM first: as quick as ChaCha20 for answers of any length when ssh2 runs without native code, and in Node's own hands. ChaCha20
 * is for servers that take nothing else, and never inside another connection: in ssh2 1.17.0 all of its ChaCha20 ciphers share one
 * buffer for the nonce (protocol/crypto.js, POLY1305_OUT_COMPUTE), and writing to a connection of the same kind half way through a
 * packet changes it, so that the rest is encrypted under a wrong nonce. Such a server goes to the system's ssh.
 */
function ciphersFor(stream: Duplex): CipherAlgorithm[] {
  return stream instanceof Socket ? [...aes, 'chacha20-poly1305@openssh.com'] : aes;
}

/**
 * After the login OpenSSH names its other keys (hostkeys-00@openssh.com), and ssh2 1.17.0 has it prove them and checks each signature,
 * though nobody here wants to know. It asks no servers but OpenSSH's, and there is no option; it goes by this field of its own.
 */
function unasked(client: Client): void {
  Object.assign(client, { _remoteVer: '' });
}

/**
 * Agrees on keys with the server at the other end of a stream, checks its key and logs in.
 *
 * @throws HostError, NoCommonAlgorithm or Unheard; the stream is then closed
 */
export async function logIn(
  stream: Duplex,
  account: Account,
  options: SshOptions,
  signal: AbortSignal,
): Promise<LoggedIn> {
  const { server, user } = account;
  const ignore = (): void => undefined;
  stream.on('error', ignore);
  const trust = await trustIn(server, options);
  const seconds = stepSeconds(options);
  const client = new ssh2.Client();
  return new Promise((resolve, reject) => {
    let stage: Stage = 'greeting';
    let ident = '';
    let noise = '';
    let refusal: HostError | undefined;
    const settle = (): void => {
      clock.stop();
      signal.removeEventListener('abort', stop);
    };
    const fail = (error: Error): void => {
      settle();
      reject(error);
      client.destroy();
      stream.destroy();
    };
    const stop = (): void => fail(stopped());
    const clock = new StageClock(seconds, () => fail(stageTimeout(server, stage, seconds)));
    const login = loginOf({ ...account, options, asking: busy => clock.hold(busy) });
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) return stop();

    const closed = (said: string): void => {
      if (refusal) return fail(refusal);
      if (stage === 'greeting') {
        if (noise !== '') return fail(notSsh(server, shown(noise)));
        return fail(new Unheard(closedBeforeLogin(server, stage, '')));
      }
      fail(closedBeforeLogin(server, stage, shown(said)));
    };
    client.on('error', error => {
      if (error.message === 'All configured authentication methods failed') return fail(login.failure());
      // An agent that is not there or a key that will not sign is one way less; ssh2 goes on to the next.
      if (error.level === 'agent' || error.level === 'client-authentication') return;
      if (/no matching/.test(error.message)) return fail(new NoCommonAlgorithm(error.message, { cause: error }));
      closed(error.level === 'client-socket' ? '' : error.message);
    });
    client.on('close', () => closed(''));
    client.on('handshake', () => {
      unasked(client);
      stage = 'login';
      clock.restart();
    });
    client.on('change password', () => fail(expiredPassword(server, user)));
    client.on('ready', () => {
      settle();
      resolve({ client, stream, ident });
    });
    const verify = async (key: Buffer, decide: (trusted: boolean) => void): Promise<void> => {
      try {
        await trust.verify(key);
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        refusal = error;
      }
      decide(refusal === undefined);
    };
    client.connect({
      // A channel of another connection serves as well as a socket; the types know only the latter.
      sock: stream as NonNullable<Parameters<Client['connect']>[0]['sock']>,
      username: user,
      readyTimeout: 0,
      keepaliveInterval: 15_000,
      keepaliveCountMax: 4,
      algorithms: {
        kex,
        cipher: ciphersFor(stream),
        serverHostKey: [...trust.algorithms] as ServerHostKeyAlgorithm[],
      },
      hostVerifier: (key: Buffer, decide: (trusted: boolean) => void) => void verify(key, decide),
      authHandler: login.handler,
    });
    stream.off('error', ignore);
    listenToGreeting(stream, line => {
      if (!line.startsWith('SSH-')) noise ||= line;
      else {
        ident = line.replace(/^SSH-[^-]*-/, '');
        stage = 'keys';
        clock.restart();
      }
    });
  });
}
