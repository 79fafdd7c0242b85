import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { type Socket, connect, createServer } from 'node:net';
import ssh2, { type AuthContext } from 'ssh2';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { batchOf, smallPrograms } from '../../../testing/ssh-programs.js';
import { freePort } from '../../../testing/sshd.js';
import type { HostError } from '../../host-error.js';
import { sshHost } from './host.js';
import type { SecretWanted, SshOptions } from './options.js';

// Servers that a real sshd cannot play without accounts of its own or a debugger: they hang, close, or take passwords.
// Those that speak SSH are ssh2's own server, so that what is proven here is our side only.

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

let hostKey = '';
let fingerprint = '';
beforeAll(() => {
  hostKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs1', format: 'pem' })
    .toString();
});

const failure = (work: Promise<unknown>): Promise<HostError> =>
  work.then(
    () => expect.unreachable('was answered'),
    (error: HostError) => error,
  );

const gather = async (port: number, more: SshOptions = {}, host = '127.0.0.1', signal?: AbortSignal): Promise<void> => {
  const options: SshOptions = {
    user: 'ana',
    identityFiles: [],
    agent: false,
    knownHostsFiles: [],
    connectTimeoutSeconds: 0.4,
    ...more,
  };
  const batch = batchOf(':');
  await sshHost({ host, port }, options, smallPrograms).gather(
    { linux: batch, windows: batch },
    { now: () => new Date(0), ...(signal ? { signal } : {}) },
  );
};

const listen = async (onSocket: (socket: Socket) => void): Promise<number> => {
  const sockets: Socket[] = [];
  const server = createServer(socket => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    onSocket(socket);
  });
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
};

describe('a place where no SSH server answers', () => {
  it.each<[string, (socket: Socket) => void, HostError['kind'], RegExp]>([
    ['says nothing', () => undefined, 'timeout', /took the connection but said nothing/],
    [
      'speaks HTTP',
      socket => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
      'unreachable',
      /no SSH server; it says: HTTP\/1\.1 400/,
    ],
    ['greets and hangs', socket => socket.write('SSH-2.0-OpenSSH_9.2\r\n'), 'timeout', /greeted but did not finish/],
    [
      'greets and closes',
      socket => socket.end('SSH-2.0-OpenSSH_9.2\r\n'),
      'unreachable',
      /could not agree on|closed the connection/,
    ],
    [
      'talks nonsense',
      socket => socket.end(`SSH-2.0-x\r\n${'\u0001'.repeat(100)}`),
      'unreachable',
      /could not agree on/,
    ],
  ])('%s', async (_title, onSocket, kind, sentence) => {
    const error = await failure(gather(await listen(onSocket)));
    expect([error.kind, error.text.en]).toEqual([kind, expect.stringMatching(sentence)]);
    expect(error.text.es).not.toBe(error.text.en);
  });

  it('closes at once, again and again', async () => {
    let times = 0;
    const port = await listen(socket => {
      times += 1;
      socket.end();
    });
    const error = await failure(gather(port));
    expect([error.kind, error.text.en, times]).toEqual(['unreachable', expect.stringMatching(/MaxStartups/), 5]);
  });

  it('closes at once, and is not tried again when there is no time for it', async () => {
    let times = 0;
    const port = await listen(socket => {
      times += 1;
      socket.end();
    });
    const error = await failure(gather(port, { totalTimeoutSeconds: 0.2 }));
    expect(error.kind).toBe('unreachable');
    // with time enough it is tried five times
    expect(times).toBeLessThan(3);
  });

  it('refuses', async () => {
    const error = await failure(gather(await freePort()));
    expect([error.kind, error.text.en]).toEqual(['refused', expect.stringMatching(/refuses the connection/)]);
  });

  it('has a name nobody knows', async () => {
    const error = await failure(gather(22, {}, 'no-such-host.invalid'));
    expect([error.kind, error.text.en]).toEqual([
      'unreachable',
      expect.stringMatching(/no-such-host\.invalid cannot be found/),
    ]);
  });

  it('does not answer at all', async () => {
    const port = await blackHole();
    const error = await failure(gather(port));
    expect([error.kind, error.text.en]).toEqual([
      'unreachable',
      expect.stringMatching(/did not answer within 0\.4 seconds/),
    ]);
  });

  it('is left when the user stops', async () => {
    const stop = new AbortController();
    const asked = failure(
      gather(await listen(() => undefined), { connectTimeoutSeconds: 30 }, '127.0.0.1', stop.signal),
    );
    setTimeout(() => stop.abort(), 100);
    expect((await asked).kind).toBe('stopped');
    const before = await failure(gather(await listen(() => undefined), {}, '127.0.0.1', AbortSignal.abort()));
    expect(before.kind).toBe('stopped');
  });
});

/** A port on which connections are begun but never taken: its process stands still and its queue is full. */
async function blackHole(): Promise<number> {
  const script = `require('net').createServer().listen(0, '127.0.0.1', 1, function () {
    console.log(this.address().port); process.kill(process.pid, 'SIGSTOP'); })`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
  const port = await new Promise<number>(resolve => child.stdout.once('data', data => resolve(Number(data))));
  const sockets = Array.from({ length: 4 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  closers.push(() => {
    child.kill('SIGKILL');
    for (const socket of sockets) socket.destroy();
  });
  await new Promise(resolve => setTimeout(resolve, 200));
  return port;
}

const sshServer = async (onLogin: (context: AuthContext) => void): Promise<number> => {
  const server = new ssh2.Server({ hostKeys: [hostKey] }, client => {
    client.on('error', () => undefined);
    client.on('authentication', onLogin);
    client.on('ready', () => {
      client.on('session', accept => {
        accept().on('exec', acceptExec => {
          const channel = acceptExec();
          channel.write('This account is currently not available.\n');
          channel.exit(1);
          channel.end();
        });
      });
    });
  });
  const port = await listen(socket => server.injectSocket(socket));
  if (fingerprint === '') {
    const unknown = await failure(gather(port, { connectTimeoutSeconds: 10 }));
    fingerprint = /SHA256:[A-Za-z0-9+/]+/.exec(unknown.text.en)?.[0] ?? '';
  }
  return port;
};

/** Trusts the stand-in for this once: its key is not written down anywhere. */
const trusting = (): SshOptions => ({
  knownHostsFiles: ['/dev/null'],
  acceptNewHostKeys: [fingerprint],
  connectTimeoutSeconds: 10,
});

describe('a password', () => {
  const takes =
    (method: 'password' | 'keyboard-interactive', seen: string[]) =>
    (context: AuthContext): void => {
      seen.push(context.method);
      if (context.method === 'password' && method === 'password' && context.password === 'Ñandú-1') context.accept();
      else if (context.method === 'keyboard-interactive' && method === 'keyboard-interactive') {
        context.prompt(
          [
            { prompt: 'Contraseña: ', echo: false },
            { prompt: 'Code: ', echo: true },
          ],
          answers => {
            if (answers?.[0] === 'Ñandú-1' && answers[1] === '123') context.accept();
            else context.reject([method]);
          },
        );
      } else context.reject([method]);
    };

  it('comes from an environment variable, once, and never when that is not set', async () => {
    const seen: string[] = [];
    const port = await sshServer(takes('password', seen));
    process.env['ANTESALA_TEST_PASSWORD'] = 'Ñandú-1';
    const error = await failure(gather(port, { ...trusting(), passwordFrom: { env: 'ANTESALA_TEST_PASSWORD' } }));
    expect([error.kind, error.text.en]).toEqual([
      'no-executor',
      expect.stringMatching(/account is currently not available/),
    ]);
    expect(seen.filter(method => method === 'password')).toHaveLength(1);
    delete process.env['ANTESALA_TEST_PASSWORD'];
    const unset = await failure(gather(port, { ...trusting(), passwordFrom: { env: 'ANTESALA_TEST_PASSWORD' } }));
    expect([unset.kind, unset.text.en]).toEqual(['login', expect.stringMatching(/ANTESALA_TEST_PASSWORD.*is not set/)]);
  });

  it('that is wrong is tried once and named in the reason, but not shown', async () => {
    const seen: string[] = [];
    const port = await sshServer(takes('password', seen));
    const error = await failure(gather(port, { ...trusting(), passwordFrom: async () => 'secreto' }));
    expect(error.kind).toBe('login');
    expect(error.text.en).toMatch(
      /ana@127\.0\.0\.1:\d+ was not let in\. Tried: password\. The server takes: password\. Check the user name and the password/,
    );
    expect(error.text.en + error.text.es).not.toContain('secreto');
    expect(seen).toEqual(['none', 'password']);
  });

  it('is asked for, with what else the server asks, and the time for it does not count', async () => {
    const seen: string[] = [];
    const port = await sshServer(takes('keyboard-interactive', seen));
    const asked: SecretWanted[] = [];
    const passwordFrom = async (wanted: SecretWanted): Promise<string> => {
      asked.push(wanted);
      await new Promise(resolve => setTimeout(resolve, 700));
      return wanted.what === 'password' ? 'Ñandú-1' : '123';
    };
    const error = await failure(gather(port, { ...trusting(), connectTimeoutSeconds: 0.6, passwordFrom }));
    expect([error.kind, error.text.en]).toEqual(['no-executor', expect.stringMatching(/not available/)]);
    expect(asked).toEqual([
      { what: 'password', user: 'ana', host: '127.0.0.1' },
      { what: 'prompt', user: 'ana', host: '127.0.0.1', prompt: 'Code: ' },
    ]);
  });

  it('kept in a variable is never given to a jump host; a person is asked for each', async () => {
    const seen: string[] = [];
    const port = await sshServer(takes('password', seen));
    const jump = `eva@127.0.0.1:${port}`;
    process.env['ANTESALA_TEST_PASSWORD'] = 'Ñandú-1';
    const error = await failure(gather(22, { ...trusting(), jump, passwordFrom: { env: 'ANTESALA_TEST_PASSWORD' } }));
    delete process.env['ANTESALA_TEST_PASSWORD'];
    expect([error.kind, error.text.en]).toEqual(['login', expect.stringMatching(/^eva@127/)]);
    expect(seen).toEqual(['none']);
    const asked: SecretWanted[] = [];
    const passwordFrom = async (wanted: SecretWanted): Promise<string> => {
      asked.push(wanted);
      return 'no';
    };
    await failure(gather(22, { ...trusting(), jump, passwordFrom }));
    expect(asked).toEqual([{ what: 'password', user: 'eva', host: '127.0.0.1' }]);
  });

  it('is what a server wants that takes nothing else', async () => {
    const port = await sshServer(takes('password', []));
    const error = await failure(gather(port, trusting()));
    expect([error.kind, error.text.en]).toEqual(['login', expect.stringMatching(/--password-env NAME/)]);
  });
});

describe('a login', () => {
  it.each<[string, (context: AuthContext) => void, HostError['kind'], RegExp]>([
    ['that is never answered', () => undefined, 'timeout', /did not answer the login/],
  ])('%s', async (_title, onLogin, kind, sentence) => {
    const port = await sshServer(onLogin);
    const error = await failure(gather(port, { ...trusting(), connectTimeoutSeconds: 0.6 }));
    expect([error.kind, error.text.en]).toEqual([kind, expect.stringMatching(sentence)]);
  });
});
