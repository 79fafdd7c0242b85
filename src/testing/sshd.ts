import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type KeyType = 'ed25519' | 'ecdsa' | 'rsa';

/** A real sshd on the loopback, in which one key of ours may log in as whoever runs the tests. */
export interface TestSshd {
  readonly port: number;
  readonly user: string;
  readonly folder: string;
  readonly identityFile: string;
  /** Holds the server's keys under `[127.0.0.1]:port`. */
  readonly knownHostsFile: string;
  hostKey(type: KeyType): { readonly type: string; readonly base64: string; readonly fingerprint: string };
  /** What it logged so far. */
  log(): string;
  /** How many processes it started for clients. */
  sessions(): number;
  stop(): Promise<void>;
}

const program = '/usr/sbin/sshd';

/** Why there is no sshd to test with; nothing when there is one. As root on Debian it is installed when it is missing. */
export function whyNoSshd(): string | undefined {
  if (process.platform !== 'linux') return 'the tests against a real sshd need Linux';
  if (existsSync(program)) return undefined;
  if (userInfo().uid === 0 && existsSync('/usr/bin/apt-get')) {
    process.stderr.write('Installing openssh-server for the tests (nothing of it is started)…\n');
    const quiet = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
    try {
      execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'openssh-server'], {
        env: quiet,
        stdio: 'ignore',
      });
    } catch {
      return `${program} is missing and could not be installed: apt-get install openssh-server`;
    }
  }
  return existsSync(program) ? undefined : `${program} is missing: apt-get install openssh-server`;
}

/** Starts a server; `config` are more lines of sshd_config, which win over the usual ones. Listens beyond 127.0.0.1 only in a network namespace. */
export async function startSshd(
  config: readonly string[] = [],
  keyTypes: readonly KeyType[] = ['ed25519'],
  address = '127.0.0.1',
  /** A root to run it in, in which the folder for temporary files is the same. */
  root = '/',
): Promise<TestSshd> {
  const folder = mkdtempSync(join(tmpdir(), 'antesala-sshd-'));
  const { username, uid } = userInfo();
  // Privilege separation wants this empty folder, which only the service's own start script makes.
  if (uid === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  const identityFile = join(folder, 'id');
  makeKey(identityFile, 'ed25519');
  for (const type of keyTypes) makeKey(join(folder, `host_${type}`), type);
  const port = await freePort();
  const lines = [
    ...config,
    `Port ${port}`,
    `ListenAddress ${address}`,
    ...keyTypes.map(type => `HostKey ${join(folder, `host_${type}`)}`),
    `AuthorizedKeysFile ${identityFile}.pub`,
    'PermitRootLogin yes',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'UsePAM no',
    'StrictModes no',
    'PidFile none',
    'PrintMotd no',
    'LogLevel VERBOSE',
    'MaxStartups 100:30:200',
    'Subsystem sftp internal-sftp',
  ];
  writeFileSync(join(folder, 'sshd_config'), `${lines.join('\n')}\n`);
  const logFile = join(folder, 'log');
  const child = spawn('chroot', [root, program, '-D', '-f', join(folder, 'sshd_config'), '-E', logFile], {
    stdio: 'ignore',
  });
  const log = (): string => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '');
  const hostKey = (type: KeyType) => publicKey(join(folder, `host_${type}.pub`));
  const knownHostsFile = join(folder, 'known_hosts');
  writeFileSync(
    knownHostsFile,
    keyTypes
      .map(hostKey)
      .map(key => `[127.0.0.1]:${port} ${key.type} ${key.base64}\n`)
      .join(''),
  );
  await listening(child, log);
  return {
    port,
    user: username,
    folder,
    identityFile,
    knownHostsFile,
    hostKey,
    log,
    sessions: () => log().match(/Starting session: /g)?.length ?? 0,
    async stop() {
      const gone = new Promise(resolve => child.once('exit', resolve));
      if (child.exitCode === null) {
        child.kill();
        await gone;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes a key pair; `passphrase` locks it. */
export function makeKey(file: string, type: KeyType, passphrase = ''): void {
  const bits = type === 'rsa' ? ['-b', '2048'] : [];
  execFileSync('ssh-keygen', ['-q', '-t', type, ...bits, '-N', passphrase, '-C', 'antesala-test', '-f', file]);
}

function publicKey(file: string): ReturnType<TestSshd['hostKey']> {
  const [type = '', base64 = ''] = readFileSync(file, 'utf8').split(' ');
  const fingerprint = execFileSync('ssh-keygen', ['-l', '-f', file], { encoding: 'utf8' }).split(' ')[1] ?? '';
  return { type, base64, fingerprint };
}

async function listening(child: ChildProcess, log: () => string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (log().includes('Server listening')) return;
    if (child.exitCode !== null) break;
    await pause(25);
  }
  throw new Error(`sshd did not start: ${log()}`);
}

/** A port that nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
