import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SshAddress, hostAndPort } from '../../address.js';
import { HostError } from '../../host-error.js';
import { sayUsing, systemSshFailed } from './system-ssh-words.js';
import type { Account } from './handshake.js';
import { knownHostName, parseKnownHosts } from './known-hosts.js';
import { type SshOptions, stepSeconds } from './options.js';
import { type RemoteProcess, type Session, signalProcess, stopProcess } from './session.js';
import { stopped } from './errors.js';
import { shown } from './shown.js';
import { trustIn } from './trust.js';

/**
 * A session by the system's own ssh, for servers that only agree on keys in ways ssh2 lacks (sntrup761, ML-KEM: ssh2 issue 1478).
 * Who is trusted stays decided here; a password cannot be used, since ssh takes one only from a terminal.
 *
 * @throws HostError
 */
export async function systemSession(
  route: readonly Account[],
  options: SshOptions,
  signal: AbortSignal,
): Promise<Session> {
  const target = route.at(-1)?.server ?? { host: '' };
  options.onNote?.(sayUsing(hostAndPort(target)));
  const folder = await mkdtemp(join(tmpdir(), 'antesala-ssh-'));
  const close = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const config = join(folder, 'config');
  try {
    await writeFile(config, configFor(route, options, folder), { mode: 0o600 });
    for (const [index, { server }] of route.entries()) {
      if ((await trustIn(server, options)).known.keys.length === 0) await meet(index, server);
    }
    await writeFile(join(folder, 'known_hosts'), await knownHostsFor(route, options), { mode: 0o600 });
  } catch (error) {
    await close();
    throw error;
  }
  const last = route.length - 1;
  const session: Session = {
    ident: '',
    async start(line) {
      const process = remote(['-F', config, '-T', `hop${last}`, line]);
      return {
        ...process,
        async stop(pid) {
          if (pid !== undefined) await stopProcess(session, pid);
          await process.stop();
        },
        async finishUp(pid) {
          if (pid !== undefined) await signalProcess(session, `kill -TERM ${pid}\n`);
        },
      };
    },
    async explain(run) {
      if (!/Host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED/.test(run.stderr)) {
        return exitOfSsh(run.stderr) ? systemSshFailed(hostAndPort(target), shown(lastLine(run.stderr))) : undefined;
      }
      for (const [index, { server }] of route.entries()) {
        try {
          await meet(index, server);
        } catch (error) {
          if (error instanceof HostError) return error;
          throw error;
        }
      }
      return undefined;
    },
    close,
  };
  return session;

  /** Has a server show its key, without logging in, and decides about it. */
  async function meet(index: number, server: SshAddress): Promise<void> {
    const seen = join(folder, `seen${index}`);
    await writeFile(join(folder, 'known_hosts'), await knownHostsFor(route, options), { mode: 0o600 });
    const probe = ['StrictHostKeyChecking=accept-new', `UserKnownHostsFile=${seen}`, 'PreferredAuthentications=none'];
    const process = remote(['-F', config, ...probe.flatMap(option => ['-o', option]), `hop${index}`, 'exit']);
    let said = '';
    process.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString('utf8')).slice(0, 4096)));
    process.stdout.resume();
    process.stdin.end();
    const stop = (): void => void process.stop();
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    await process.closed;
    signal.removeEventListener('abort', stop);
    if (signal.aborted) throw stopped();
    const [line] = parseKnownHosts(await readFile(seen, 'utf8').catch(() => ''), seen);
    if (!line) throw systemSshFailed(hostAndPort(server), shown(lastLine(said)));
    await (await trustIn(server, options)).verify(line.key);
  }
}

function remote(args: readonly string[]): RemoteProcess {
  const child = spawn('ssh', args, { stdio: 'pipe', env: { ...process.env, LC_ALL: 'C' } });
  const closed = new Promise<void>(resolve => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  child.once('error', error => child.stderr.emit('data', Buffer.from(`ssh: ${error.message}\n`)));
  return {
    stdin: child.stdin,
    stdout: child.stdout,
    stderr: child.stderr,
    closed,
    stop: async () => void child.kill(),
    finishUp: async () => undefined,
    leave: () => void child.kill(),
  };
}

/** One entry a hop; nothing of the user's own configuration, which could send it elsewhere. */
function configFor(route: readonly Account[], options: SshOptions, folder: string): string {
  const quoted = (text: string): string => `"${text.replaceAll('%', '%%')}"`;
  const agent = options.agent === false ? 'none' : options.agent;
  const common = [
    'BatchMode yes',
    'StrictHostKeyChecking yes',
    `UserKnownHostsFile ${quoted(join(folder, 'known_hosts'))}`,
    'GlobalKnownHostsFile /dev/null',
    'UpdateHostKeys no',
    'LogLevel ERROR',
    `ConnectTimeout ${stepSeconds(options)}`,
    'ServerAliveInterval 15',
    'ServerAliveCountMax 4',
    'RequestTTY no',
    ...(options.identityFiles ?? []).map(file => `IdentityFile ${quoted(file)}`),
    ...(agent === undefined ? [] : [`IdentityAgent ${agent === 'none' ? agent : quoted(agent)}`]),
  ];
  return route
    .flatMap(({ server, user }, index) => [
      `Host hop${index}`,
      `HostName ${server.host.replaceAll('%', '%%')}`,
      `Port ${server.port ?? 22}`,
      `User "${user}"`,
      ...(index > 0 ? [`ProxyJump hop${index - 1}`] : []),
      ...common,
    ])
    .join('\n')
    .concat('\n');
}

async function knownHostsFor(route: readonly Account[], options: SshOptions): Promise<string> {
  const lines = await Promise.all(
    route.map(async ({ server }) => {
      const { known } = await trustIn(server, options);
      const name = knownHostName(server.host, server.port ?? 22);
      return [...known.keys, ...known.revoked].map(
        ({ marker, type, key }) => `${marker ? `@${marker} ` : ''}${name} ${type} ${key.toString('base64')}\n`,
      );
    }),
  );
  return lines.flat().join('');
}

/** ssh's own complaints, as against those of what runs on the server. */
function exitOfSsh(stderr: string): boolean {
  return /^(?:ssh: |\S+@\S+: Permission denied|Connection (?:closed|reset|timed out)|Unable to negotiate|kex_)/m.test(
    stderr,
  );
}

function lastLine(text: string): string {
  return text.split('\n').findLast(line => line.trim() !== '') ?? '';
}
