import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { Question } from '../../model/question.js';
import { executorContract, posixLines } from '../../testing/executor-contract.js';
import { decodeAnswers } from '../decode.js';
import { programOf, shExecutor } from './sh.js';

const folder = mkdtempSync(join(tmpdir(), 'antesala-sh-test-'));
afterAll(() => {
  chmodSync(join(folder, 'closed'), 0o700);
  rmSync(folder, { recursive: true });
});

const nobody = 65534;
const isRoot = process.getuid?.() === 0;
mkdirSync(join(folder, 'closed'));
writeFileSync(join(folder, 'closed', 'file'), 'x');
chmodSync(join(folder, 'closed'), isRoot ? 0o700 : 0o000);
chmodSync(folder, 0o755);

const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const shells = [['dash'], ['bash', '--posix'], ['busybox', 'sh']].filter(([program = '']) => {
  if (has(program)) return true;
  process.stderr.write(`${program} is not installed: the sh executor is not tested with it.\n`);
  return false;
});

/** Without rights, so that a file may be denied; the answers are the same for root. */
function runIn(shell: readonly string[], program: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(shell[0] ?? '', shell.slice(1), {
      ...(isRoot ? { uid: nobody, gid: nobody } : {}),
      detached: true,
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.resume();
    child.on('error', reject).on('close', () => resolve(Buffer.concat(chunks)));
    child.stdin.on('error', () => undefined).end(program);
  });
}

/** Inherited by everything these tests start, so that a second run of them at the same time is not mistaken for a leftover. */
process.env['ANTESALA_TEST_RUN'] = folder;

/** The command lines of processes that were started here and still run: each question that hangs sleeps 61 or 62 seconds. */
async function sleepers(): Promise<string[]> {
  await pause(300);
  return readdirSync('/proc').flatMap(pid => {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ').trim();
      const ours = readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`ANTESALA_TEST_RUN=${folder}\0`);
      return ours && /^sleep 6[12]$/.test(line) ? [line] : [];
    } catch {
      return [];
    }
  });
}

describe.each(shells)('%s', (...shell) => {
  for (const runner of ['perl', 'plain'] as const) {
    if (runner === 'perl' && !has('perl')) {
      process.stderr.write('perl is not installed: the sh executor is not tested with it.\n');
      continue;
    }
    executorContract(`${shell.join(' ')} with ${runner}`, {
      executor: { ...shExecutor, program: (batch, nonce) => programOf(batch, nonce, runner) },
      run: program => runIn(shell, program),
      lines: posixLines,
      write(name, content) {
        writeFileSync(join(folder, name), content);
        return join(folder, name);
      },
      deniedFile: join(folder, 'closed', 'file'),
      leftovers: sleepers,
      can: { background: runner === 'perl' },
    });
  }
});

const ask = (...questions: Question[]) => ({ questions, avoidDrives: [] });
const echo: Question = { kind: 'command', id: 'echo', line: 'echo hello' };

describe('sh', () => {
  it.each(['registry', 'wmi', 'file-info', 'powershell'] as const)('cannot ask %s', async kind => {
    const question = { kind, id: 'q', key: 'x', class: 'x', properties: [], script: 'x' } as Question;
    for (const runner of ['perl', 'plain'] as const) {
      const decoded = decodeAnswers(await runIn(['sh'], programOf(ask(question, echo), 'n', runner)));
      expect(decoded.answers.get('q')).toMatchObject({ state: 'unsupported' });
      expect(decoded.complete).toBe(true);
    }
  });

  it('asks alone what is to be asked alone, after all others', async () => {
    const log = join(folder, 'order');
    const slow = (id: string, alone: boolean): Question => ({
      kind: 'command',
      id,
      line: `echo "+${id}" >>${log}; sleep 0.2; echo "-${id}" >>${log}`,
      ...(alone ? { alone } : {}),
    });
    writeFileSync(log, '');
    chmodSync(log, 0o666);
    const decoded = decodeAnswers(
      await runIn(
        ['sh'],
        shExecutor.program(ask(slow('x', true), slow('a', false), slow('b', false), slow('y', true)), 'n'),
      ),
    );
    expect([...decoded.answers.keys()]).toEqual(['a', 'b', 'x', 'y']);
    expect(readFileSync(log, 'latin1').split('\n').slice(4, 8)).toEqual(['+x', '-x', '+y', '-y']);
  });

  it('gives a predictable environment', async () => {
    const line = 'echo "$LC_ALL"; case ":$PATH:" in *:/usr/sbin:*) echo sbin ;; esac; pwd; read x || echo no input';
    const decoded = decodeAnswers(await runIn(['sh'], shExecutor.program(ask({ ...echo, line }), 'n')));
    expect(decoded.answers.get('echo')).toMatchObject({
      text: expect.stringMatching(/^C(\.UTF-8)?\nsbin\n\/\nno input\n$/),
    });
  });

  it.each(['perl', 'plain'] as const)(
    'answers on a machine whose disks are all read-only or full (%s)',
    async runner => {
      // strace is not everywhere: a shell that may create no file at all stands for it
      const limited = `ulimit -f 0; trap '' XFSZ\n${programOf(ask(echo, { kind: 'file', id: 'file', path: '/proc/version' }), 'n', runner)}`;
      const decoded = decodeAnswers(await runIn(['dash'], limited));
      expect(decoded.complete).toBe(true);
      expect(decoded.answers.get('file')).toMatchObject({ state: 'ok', text: expect.stringContaining('Linux') });
    },
  );

  it.each(['perl', 'plain'] as const)('does nothing of a program that came by half (%s)', async runner => {
    const program = programOf(ask(echo), 'n', runner);
    const output = await runIn(['dash'], program.slice(0, program.length - 3));
    expect(output.toString()).toBe('');
  });

  it('goes on by itself when perl is there but broken', async () => {
    const tools = join(folder, 'tools');
    mkdirSync(tools);
    writeFileSync(join(tools, 'perl'), '#!/bin/sh\nexit 2\n', { mode: 0o755 });
    symlinkSync('/bin/sh', join(tools, 'sh'));
    const decoded = decodeAnswers(await runIn(['dash'], `PATH=${tools}:$PATH\n${shExecutor.program(ask(echo), 'n')}`));
    expect(decoded.header?.engine).not.toContain('perl');
    expect(decoded).toMatchObject({ complete: true });
  });

  it.each([
    ['no base64', 'base64'],
    ['a base64 that wraps lines', 'base64 -w0'],
    ['no coreutils timeout', 'timeout'],
    ['neither timeout nor setsid', 'timeout setsid'],
  ])('manages with %s', async (_name, lacking) => {
    const tools = mkdtempSync(join(folder, 'lacking-'));
    chmodSync(tools, 0o755);
    for (const name of [
      'sh',
      'id',
      'date',
      'uname',
      'head',
      'tail',
      'tr',
      'od',
      'awk',
      'cat',
      'sleep',
      'setsid',
      'timeout',
      'base64',
      'seq',
    ]) {
      if (lacking.split(' ').includes(name) && lacking !== 'base64 -w0') continue;
      const found = spawnSync('sh', ['-c', `command -v ${name}`])
        .stdout.toString()
        .trim();
      if (name === 'base64' && lacking === 'base64 -w0') {
        writeFileSync(join(tools, name), `#!/bin/sh\n[ $# = 0 ] || exit 1\nexec ${found}\n`, { mode: 0o755 });
      } else symlinkSync(found, join(tools, name));
    }
    const bytes: Question = { kind: 'command', id: 'bytes', line: 'seq 1 1000' };
    const hung: Question = { kind: 'command', id: 'hung', line: 'sleep 5', timeoutSeconds: 1 };
    const lengths = [1, 2, 3, 4].map((n): Question => ({ kind: 'command', id: `n${n}`, line: `printf '%.${n}s' ñab` }));
    // the program adds the usual folders to PATH: without them
    const batch = ask(bytes, hung, echo, ...lengths);
    const program = programOf(batch, 'n', 'plain').replace(/^PATH=.*$/m, `PATH=${tools}`);
    const decoded = decodeAnswers(await runIn(['dash'], program), batch);
    expect(decoded.complete).toBe(true);
    expect(decoded.answers.get('bytes')).toMatchObject({
      text: `${Array.from({ length: 1000 }, (_, i) => i + 1).join('\n')}\n`,
    });
    expect(decoded.answers.get('hung')).toMatchObject({ state: 'timeout' });
    expect(decoded.answers.get('echo')).toMatchObject({ text: 'hello\n' });
    expect(lengths.map(({ id }) => decoded.answers.get(id))).toMatchObject([
      { text: '\ufffd' },
      { text: 'ñ' },
      { text: 'ña' },
      { text: 'ñab' },
    ]);
  });

  it.skipIf(!has('busybox'))('manages with nothing but busybox', async () => {
    const tools = mkdtempSync(join(folder, 'busybox-'));
    chmodSync(tools, 0o755);
    spawnSync('busybox', ['--install', '-s', tools]);
    writeFileSync(join(folder, 'long.txt'), 'start'.padEnd(200_000, '.').concat('the end'));
    const batch = ask(
      echo,
      { kind: 'command', id: 'hung', line: 'sleep 61; echo late', timeoutSeconds: 1 },
      { kind: 'command', id: 'endless', line: 'yes', maxBytes: 10 },
      { kind: 'file', id: 'end', path: join(folder, 'long.txt'), maxBytes: 7, tail: true },
      { kind: 'command', id: 'both', line: posixLines.both },
    );
    const program = programOf(batch, 'n', 'plain').replace(/^PATH=.*$/m, `PATH=${tools}`);
    const decoded = decodeAnswers(await runIn(['busybox', 'sh'], program), batch);
    expect(decoded.complete).toBe(true);
    expect(decoded.answers.get('echo')).toMatchObject({ text: 'hello\n' });
    expect(decoded.answers.get('hung')).toMatchObject({ state: 'timeout' });
    expect(decoded.answers.get('endless')).toMatchObject({ text: 'y\ny\ny\ny\ny', cut: true });
    expect(decoded.answers.get('end')).toMatchObject({ text: 'the end', cut: true });
    expect(decoded.answers.get('both')).toMatchObject({ text: 'out\n', err: 'problem\n', exit: 0 });
    expect(await sleepers()).toEqual([]);
  });

  it.each([
    ['perl', 'SIGTERM'],
    ['perl', 'SIGHUP'],
    ['plain', 'SIGTERM'],
    ['plain', 'SIGINT'],
  ] as const)('ends all it started when it is stopped (%s, %s)', async (runner, signal) => {
    const child = spawn('dash', { detached: true, stdio: ['pipe', 'pipe', 'ignore'] });
    child.stdin.end(programOf(ask({ kind: 'command', id: 'hung', line: 'sleep 62 & sleep 61' }), 'n', runner));
    await new Promise(resolve => child.stdout.once('data', resolve));
    await pause(300);
    const closed = new Promise(resolve => child.once('close', resolve));
    process.kill(-(child.pid ?? 0), signal);
    await closed;
    expect(await sleepers()).toEqual([]);
  });

  it('ends at once when nobody listens any more (perl)', async () => {
    const child = spawn('dash', { detached: true });
    child.stdin.end(programOf(ask({ kind: 'command', id: 'hung', line: 'sleep 61', timeoutSeconds: 60 }), 'n', 'perl'));
    await new Promise(resolve => child.stdout.once('data', resolve));
    await pause(300);
    const exited = new Promise(resolve => child.once('exit', resolve));
    child.stdout.destroy();
    child.stderr.destroy();
    await exited;
    expect(await sleepers()).toEqual([]);
  });

  it('takes no nonce that could be taken for something else', () =>
    expect(() => shExecutor.program(ask(), "a'b")).toThrow(RangeError));
});
