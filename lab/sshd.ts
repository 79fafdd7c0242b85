import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { join } from 'node:path';
import { pause } from './namespace.js';
import type { Layout } from './paths.js';
import { LabError, run } from './run.js';

/** Ways in which a variant's port misbehaves; what each does is in lab/README.md. */
export type Variant = 'banner' | 'motd' | 'hang' | 'drop' | 'csh';

export interface SshdPlan {
  readonly user: string;
  readonly port: number;
  readonly variants: Readonly<Partial<Record<Variant, number>>>;
  /** Program inside the guest that serves a session, called with the variant's name; none = the user's shell. */
  readonly handler: string;
  /** True when the plain port goes through the handler too (called with `plain`). */
  readonly handlesPlain: boolean;
  /** Sessions go through PAM, so that logind knows them. */
  readonly pam: boolean;
}

/** The sshd_config of a guest, as it reads it inside: one daemon, one port per variant. */
export function sshdConfig(plan: SshdPlan): string {
  const ports = [plan.port, ...Object.values(plan.variants)];
  const lines = [
    ...ports.map(port => `Port ${port}`),
    'ListenAddress 127.0.0.1',
    'HostKey /lab/guest/etc/ssh_host_ed25519_key',
    'AuthorizedKeysFile /lab/guest/etc/authorized_keys',
    `AllowUsers ${plan.user}`,
    'PermitRootLogin yes',
    'PasswordAuthentication yes',
    'KbdInteractiveAuthentication no',
    `UsePAM ${plan.pam ? 'yes' : 'no'}`,
    'StrictModes no',
    'PidFile none',
    'PrintMotd no',
    'MaxStartups 100:30:200',
    'MaxSessions 100',
    'Subsystem sftp /usr/lib/openssh/sftp-server',
  ];
  for (const [variant, port] of Object.entries(plan.variants)) {
    lines.push(`Match LocalPort ${port}`);
    if (variant === 'banner') lines.push('  Banner /lab/guest/etc/banner');
    else lines.push(`  ForceCommand ${plan.handler} ${variant}`);
  }
  if (plan.handlesPlain) lines.push('Match all', `  ForceCommand ${plan.handler} plain`);
  return `${lines.join('\n')}\n`;
}

/** The line for each port that a client must know. */
export function knownHosts(publicKey: string, ports: readonly number[]): string {
  const key = publicKey.trim().split(' ').slice(0, 2).join(' ');
  return ports.map(port => `[127.0.0.1]:${port} ${key}\n`).join('');
}

/** Key and password that every host of the lab accepts; made once per lab folder. */
export function clientCredentials(layout: Layout) {
  mkdirSync(layout.keys, { recursive: true, mode: 0o700 });
  const identityFile = join(layout.keys, 'id_ed25519');
  const passwordFile = join(layout.keys, 'password');
  if (!existsSync(identityFile)) run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'lab', '-f', identityFile]);
  // An accent belongs in it: passwords of real servers have them, and clients get their encoding wrong.
  if (!existsSync(passwordFile))
    writeFileSync(passwordFile, `Ñandú-${randomBytes(9).toString('base64url')}`, { mode: 0o600 });
  return { identityFile, passwordFile };
}

/** Writes what the guest's sshd reads. Its host key is made once, so that clients keep trusting it. */
export function writeSshd(guest: string, layout: Layout, plan: SshdPlan): string {
  const etc = join(guest, 'etc');
  mkdirSync(etc, { recursive: true });
  const hostKey = join(etc, 'ssh_host_ed25519_key');
  if (!existsSync(hostKey)) run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'lab-host', '-f', hostKey]);
  const { identityFile } = clientCredentials(layout);
  writeFileSync(join(etc, 'authorized_keys'), readFileSync(`${identityFile}.pub`));
  writeFileSync(
    join(etc, 'banner'),
    'Acceso restringido a personal autorizado de CONTOSO S.L.\nAuthorised staff only.\n',
  );
  writeFileSync(join(etc, 'sshd_config'), sshdConfig(plan));
  const knownHostsFile = join(guest, 'known_hosts');
  writeFileSync(
    knownHostsFile,
    knownHosts(readFileSync(`${hostKey}.pub`, 'utf8'), [plan.port, ...Object.values(plan.variants)]),
  );
  return knownHostsFile;
}

/** A port that is free now: the one wanted, or any. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', () => {
      if (wanted === 0) reject(new LabError('No free port on 127.0.0.1'));
      else void freePort().then(resolve, reject);
    });
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** True when something that greets as an ssh server answers there. */
export function answersSsh(port: number, timeoutMs = 2000): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(timeoutMs, () => end(false));
    socket.once('error', () => end(false));
    // A server that dies just now closes without a word and without an error.
    socket.once('close', () => resolve(false));
    socket.once('data', data => end(data.toString('latin1').startsWith('SSH-2.0')));
  });
}

/** Waits until the port greets as an ssh server. */
export async function waitForSsh(port: number, timeoutMs: number): Promise<boolean> {
  const until = Date.now() + timeoutMs;
  while (Date.now() < until) {
    if (await answersSsh(port)) return true;
    await pause(100);
  }
  return false;
}
