import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from '../testing/build-once.js';
import { type TestSshd, freePort, startSshd, whyNoSshd } from '../testing/sshd.js';

const reason = whyNoSshd();
if (reason) process.stderr.write(`Left out: hosts that fail, from the command line (${reason})\n`);

const folder = mkdtempSync(join(tmpdir(), 'antesala-failing-'));
const started: { stop(): Promise<void> | void }[] = [];
beforeAll(buildOnce);
afterAll(async () => {
  for (const one of started) await one.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(args: readonly string[], stopAfter?: number, env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, ['bin/antesala.js', ...args], {
      env: { ...process.env, LANG: 'C', LC_ALL: '', ANTESALA_LANG: '', SSH_AUTH_SOCK: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    if (stopAfter !== undefined) setTimeout(() => child.kill('SIGINT'), stopAfter);
    child.once('close', code =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
}

async function sshd(...config: readonly string[]): Promise<TestSshd> {
  const one = await startSshd(config);
  started.push(one);
  return one;
}
const reach = (one: TestSshd): string[] => ['-i', one.identityFile, '--known-hosts', one.knownHostsFile];
const at = (one: TestSshd): string => `ssh://${one.user}@127.0.0.1:${one.port}`;

/** A place where somebody listens who is no SSH server. */
async function listener(onSocket: (socket: Socket) => void): Promise<number> {
  const server: Server = createServer(onSocket);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  started.push({ stop: () => void server.close() });
  return (server.address() as AddressInfo).port;
}

/** Exit code 4, nothing printed, and a sentence without a stack behind it. */
const failed = (sentence: RegExp): Ran => ({
  code: 4,
  out: '',
  err: expect.stringMatching(new RegExp(`^(?![^]*\\n\\s+at )[^]*(?:${sentence.source})`)) as string,
});

describe.skipIf(reason !== undefined)('assess ends with 4 and a sentence when a host', () => {
  it('refuses', async () =>
    expect(await run(['assess', `ssh://x@127.0.0.1:${await freePort()}`])).toEqual(failed(/refuses the connection/)));

  it('closes at once', { timeout: 90_000 }, async () => {
    const port = await listener(socket => socket.destroy());
    expect(await run(['assess', `ssh://x@127.0.0.1:${port}`, '--timeout', '5'])).toEqual(failed(/127\.0\.0\.1/));
  });

  it('has a name nobody knows', async () =>
    expect(await run(['assess', 'ssh://x@no-such-host.invalid'])).toEqual(failed(/no-such-host\.invalid/)));

  it('is not known by its key', async () => {
    const one = await sshd();
    const empty = join(folder, 'known_hosts');
    writeFileSync(empty, '');
    expect(await run(['assess', at(one), '-i', one.identityFile, '--known-hosts', empty])).toEqual(failed(/SHA256:/));
  });

  it.each([
    ['hangs after the login', 'sleep 600', /begun no answer within 5 seconds/],
    [
      'closes in the middle of the answers',
      'sh -c "$SSH_ORIGINAL_COMMAND" | head -c 20000; kill -9 $PPID',
      /\d+ of \d+ answers/,
    ],
    ['has no shell', '/usr/sbin/nologin', /not available/],
    ['has a full disk', "echo 'sh: write error: No space left on device' >&2; exit 1", /disk of the server is full/],
  ])('%s', { timeout: 60_000 }, async (_, command, sentence) => {
    const one = await sshd(`ForceCommand ${command}`);
    expect(await run(['assess', at(one), ...reach(one), '--timeout', '5'])).toEqual(failed(sentence));
  });
});

describe.skipIf(reason !== undefined)('a host that is only talkative', () => {
  it('behind a banner, a message and csh is gathered whole', { timeout: 120_000 }, async () => {
    const banner = join(folder, 'banner');
    writeFileSync(banner, 'Acceso restringido\n@antesala:x {"end":0}\n');
    const one = await sshd(
      `Banner ${banner}`,
      'ForceCommand printf "Bienvenido a \\303\\261and\\372\\n@antesala:x {\\"end\\":0}"; exec sh -c "$SSH_ORIGINAL_COMMAND"',
    );
    const done = await run(['gather', at(one), ...reach(one)]);
    expect(done.code, done.err).toBe(0);
    expect(JSON.parse(done.out)).toMatchObject({ schema: 'antesala.recording/1', platform: 'linux' });
  });

  it('asked twice at once answers both', { timeout: 120_000 }, async () => {
    const one = await sshd();
    const both = await Promise.all([1, 2].map(() => run(['gather', at(one), ...reach(one)])));
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
  });
});

const root = userInfo().uid === 0;
if (!root) process.stderr.write('Left out: assessing without rights (only root can become somebody without)\n');

describe.skipIf(!root || reason !== undefined)('without rights', () => {
  it('the facts that are missing for it are named, and what needs them is not passed', {
    timeout: 120_000,
  }, async () => {
    const bare = await sshd(
      'ForceCommand exec setpriv --reuid=65534 --regid=65534 --clear-groups sh -c "$SSH_ORIGINAL_COMMAND"',
    );
    const place = join(folder, 'nobody.json');
    const done = await run([
      'assess',
      at(bare),
      ...reach(bare),
      '--json',
      '--save',
      place,
      '--to',
      'debian12-debian13',
    ]);
    expect(readFileSync(place, 'utf8')).toContain('"elevated":false');
    const report = JSON.parse(done.out) as {
      readonly findings: readonly {
        readonly key: string;
        readonly state: string;
        readonly text: { readonly en: string };
      }[];
    };
    const unknown = report.findings.filter(({ state }) => state === 'unknown').map(({ key }) => key);
    expect(unknown).toEqual(expect.arrayContaining(['weak-password-hashes']));
    const text = await run(['assess', place, '--lang', 'es', '--to', 'debian12-debian13']);
    expect(text.out).toContain('La cuenta no tenía derechos de administrador');
  });
});

describe.skipIf(reason !== undefined)('Ctrl-C', () => {
  it('at any time ends with 6 and leaves nothing on the host', { timeout: 600_000 }, async () => {
    const home = join(folder, 'home');
    const scratch = join(folder, 'scratch');
    for (const place of [home, scratch]) {
      mkdirSync(place);
      chmodSync(place, 0o777);
    }
    const mark = `ANTESALA_TEST_MARK=${process.pid}`;
    const one = await sshd(
      `ForceCommand cd ${home}; exec env HOME=${home} TMPDIR=${scratch} ${mark} sh -c "$SSH_ORIGINAL_COMMAND"`,
    );
    const whole = await run(['gather', at(one), ...reach(one)]);
    expect(whole.code, whole.err).toBe(0);
    const codes = new Set<number | null>();
    // later and later, until one is done before it is stopped: however fast this machine is
    for (let moment = 0; !codes.has(0) && moment < 30_000; moment += 100 + moment / 10) {
      const done = await run(['gather', at(one), ...reach(one)], moment);
      codes.add(done.code);
      expect(done.err).not.toMatch(/\n\s+at /);
      await nobodyLeft(mark);
      expect([...readdirSync(home), ...readdirSync(scratch)], `stopped after ${moment} ms`).toEqual([]);
    }
    // the first is stopped before anything happens, a late one may be done before it is stopped; null: before node listens to signals
    expect([...codes].filter(code => code !== 6 && code !== 0 && code !== null)).toEqual([]);
    expect(codes).toContain(6);
  });
});

/** Waits until no process of the host carries the mark in its environment. */
async function nobodyLeft(mark: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (carriers(mark).length === 0) return;
    await pause(100);
  }
  expect(carriers(mark)).toEqual([]);
}

function carriers(mark: string): string[] {
  return readdirSync('/proc').filter(pid => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(mark);
    } catch {
      return false;
    }
  });
}
