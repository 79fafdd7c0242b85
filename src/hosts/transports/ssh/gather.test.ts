import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchOf, smallPrograms } from '../../../testing/ssh-programs.js';
import { type TestSshd, startSshd, whyNoSshd } from '../../../testing/sshd.js';
import { shExecutor } from '../../executors/sh.js';
import type { HostError } from '../../host-error.js';
import { sshHost } from './host.js';
import type { SshOptions } from './options.js';

const reason = whyNoSshd();
if (reason) process.stderr.write(`Left out: gathering over a real sshd (${reason})\n`);

const started: TestSshd[] = [];
const start = async (...args: Parameters<typeof startSshd>): Promise<TestSshd> => {
  const sshd = await startSshd(...args);
  started.push(sshd);
  return sshd;
};
afterAll(async () => {
  for (const sshd of started) await sshd.stop();
});

const optionsFor = (sshd: TestSshd, more: SshOptions = {}): SshOptions => ({
  identityFiles: [sshd.identityFile],
  agent: false,
  knownHostsFiles: [sshd.knownHostsFile],
  ...more,
});

const gather = async (sshd: TestSshd, lines: readonly string[], more: SshOptions = {}, signal?: AbortSignal) => {
  const progress: number[] = [];
  const host = sshHost({ host: '127.0.0.1', port: sshd.port }, optionsFor(sshd, more), smallPrograms);
  const batch = batchOf(...lines);
  const recording = await host.gather(
    { linux: batch, windows: batch },
    { now: () => new Date(0), onProgress: ({ answered }) => progress.push(answered), ...(signal ? { signal } : {}) },
  );
  const answer = recording.answers['printed'];
  const text = answer?.state === 'ok' && 'text' in answer ? answer.text : '';
  return { recording, progress, text };
};

const failure = async (...args: Parameters<typeof gather>): Promise<HostError> =>
  gather(...args).then(
    () => expect.unreachable('was answered'),
    (error: HostError) => {
      if (error.name !== 'HostError') throw error;
      expect(error.text.es).not.toBe(error.text.en);
      return error;
    },
  );

describe.skipIf(reason !== undefined)('over a real sshd', () => {
  let plain: TestSshd;
  beforeAll(async () => {
    plain = await start();
  });

  it('asks everything in one process, counts the answers, and names the host', async () => {
    const before = plain.sessions();
    const { recording, progress, text } = await gather(plain, [':', 'sleep 0.2', ':']);
    expect(plain.sessions() - before).toBe(1);
    expect(plain.log()).not.toContain('subsystem request');
    expect(progress.at(-1)).toBe(3);
    expect(progress.length).toBeGreaterThan(1);
    expect(recording.host).toBe(`ssh://127.0.0.1:${plain.port}`);
    expect(text).toContain('@antesala:NONCE {"end":3');
  });

  it('brings megabytes over whole', async () => {
    const { text } = await gather(plain, ['head -c 6000000 /dev/zero | tr "\\0" x; echo']);
    expect(text).toContain('x'.repeat(6_000_000));
  });

  it.each([
    ['a banner', ['Banner BANNER'], 'sh'],
    ['a message without line end', [], 'echo; echo MOTD; echo; exec sh -c "$SSH_ORIGINAL_COMMAND"'],
    ['fish as login shell', [], 'exec fish -c "$SSH_ORIGINAL_COMMAND"'],
    ['csh as login shell', [], 'exec tcsh -fc "$SSH_ORIGINAL_COMMAND"'],
    ['a restricted bash', [], 'exec bash -r -c "$SSH_ORIGINAL_COMMAND"'],
  ])('gathers behind %s', async (_title, config, command) => {
    if (/fish|tcsh/.test(command) && !existsSync(/fish/.test(command) ? '/usr/bin/fish' : '/usr/bin/tcsh')) {
      process.stderr.write(`Left out: ${command} (not installed)\n`);
      return;
    }
    const banner = join(plain.folder, 'banner');
    writeFileSync(banner, 'Acceso restringido\n@antesala:x {"end":0}\n');
    const sshd = await start([...config.map(line => line.replace('BANNER', banner)), `ForceCommand ${command}`]);
    expect((await gather(sshd, [':'])).text).toContain('"end":1');
  });

  it.each<[string, string, HostError['kind'], RegExp]>([
    ['nologin', '/usr/sbin/nologin', 'no-executor', /This account is currently not available/],
    ['silence', 'true', 'no-executor', /said nothing/],
    ['escape sequences', "printf '\\033[2Jbad\\007\\n'", 'no-executor', /␛\[2Jbad␇/],
    ['an unknown command', 'sh: command not found', 'no-executor', /not found/],
    ['a full disk', "echo 'mktemp: No space left on device' >&2; exit 1", 'cut-off', /disk of the server is full/],
    ['only files', 'internal-sftp', 'no-executor', /could not run the questions/],
  ])('says what came instead of answers: %s', async (_title, command, kind, sentence) => {
    const sshd = await start([`ForceCommand ${command}`]);
    const error = await failure(sshd, [':'], { firstLineTimeoutSeconds: 8 });
    expect([error.kind, error.text.en]).toEqual([kind, expect.stringMatching(sentence)]);
  });

  it.each<[string, readonly string[], SshOptions, HostError['kind'], RegExp]>([
    ['ending early', [':', 'exit 3', ':'], {}, 'cut-off', /1 of 3 answers/],
    ['killed', [':', ':', 'kill -9 $$'], {}, 'cut-off', /2 of 3 answers/],
    ['the connection killed', [':', 'sleep 0.3; kill -9 $PPID; sleep 5'], {}, 'cut-off', /1 of 2 answers/],
    [
      'a disk running full',
      [':', 'echo "No space left on device" >&2; exit 1'],
      {},
      'cut-off',
      /disk of the server is full/,
    ],
    ['too slow', [':', 'sleep 20'], { totalTimeoutSeconds: 1 }, 'timeout', /longer than 1 second; 1 of 2 answers/],
    ['too long', [':', 'yes'], { maxBytes: 100_000 }, 'cut-off', /more than 97.6 KiB; 1 of 2 answers/],
  ])('says how many answers came before %s', async (_title, lines, options, kind, sentence) => {
    const error = await failure(plain, lines, options);
    expect([error.kind, error.text.en]).toEqual([kind, expect.stringMatching(sentence)]);
  });

  it('says that a server hangs after the login', async () => {
    const sshd = await start(['ForceCommand sleep 30']);
    const error = await failure(sshd, [':'], { firstLineTimeoutSeconds: 0.5 });
    expect([error.kind, error.text.en]).toEqual(['timeout', expect.stringMatching(/has begun no answer/)]);
  });

  it('does not wait for a job left behind that holds the output', async () => {
    const from = performance.now();
    await gather(plain, ['sleep 30 &']);
    expect(performance.now() - from).toBeLessThan(8000);
  });

  it('stopped half way leaves neither process nor folder on the server', async () => {
    const marker = join(plain.folder, 'folder');
    const stop = new AbortController();
    const asked = failure(plain, [`echo "$d $$" > ${marker}`, 'sleep 60'], {}, stop.signal);
    await written(marker);
    const [folder = '', pid = ''] = readFileSync(marker, 'utf8').trim().split(' ');
    expect(existsSync(folder)).toBe(true);
    stop.abort();
    expect((await asked).kind).toBe('stopped');
    await vanished(folder);
    await vanished(`/proc/${pid}`);
  });

  it('stopped half way leaves nothing of the real program for sh either', async () => {
    const seconds = String(3600 + (process.pid % 1000));
    const running = () =>
      execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
        .split('\n')
        .filter(line => line === `sleep ${seconds}`).length;
    const stop = new AbortController();
    const options = optionsFor(plain);
    const host = sshHost({ host: '127.0.0.1', port: plain.port }, options, { ...smallPrograms, sh: shExecutor });
    const batch = batchOf(':', `sleep ${seconds}`, ':');
    const asked = host.gather({ linux: batch, windows: batch }, { now: () => new Date(0), signal: stop.signal });
    for (let tries = 0; tries < 100 && running() === 0; tries += 1) await pause(50);
    expect(running()).toBe(1);
    stop.abort();
    await expect(asked).rejects.toMatchObject({ kind: 'stopped' });
    for (let tries = 0; tries < 60 && running() > 0; tries += 1) await pause(50);
    expect(running()).toBe(0);
  });

  it('closing the host stops what it asks', async () => {
    const host = sshHost({ host: '127.0.0.1', port: plain.port }, optionsFor(plain), smallPrograms);
    const batch = batchOf('sleep 60');
    const asked = host.gather({ linux: batch, windows: batch }, { now: () => new Date(0) });
    setTimeout(() => void host.close(), 300);
    await expect(asked).rejects.toMatchObject({ kind: 'stopped' });
  });

  it('leaves no temporary files on this machine either', () => {
    expect(readdirSync(tmpdir()).filter(name => name.startsWith('antesala-ssh-'))).toEqual([]);
  });
});

async function written(file: string): Promise<void> {
  for (let tries = 0; tries < 100 && !(existsSync(file) && readFileSync(file, 'utf8').endsWith('\n')); tries += 1) {
    await pause(50);
  }
}

async function vanished(path: string): Promise<void> {
  for (let tries = 0; tries < 60 && existsSync(path); tries += 1) await pause(50);
  expect(existsSync(path), `${path} is still there`).toBe(false);
}
