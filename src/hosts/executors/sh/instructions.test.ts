import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { type ActingSubject, instructionContract } from '../../../testing/instruction-contract.js';
import type { Instruction } from '../../../model/instruction.js';
import { ResultReader } from '../../decode-results.js';
import { shExecutor } from '../sh.js';

const folder = mkdtempSync(join(tmpdir(), 'antesala-sh-acts-'));
for (const name of ['files', 'var', 'run']) mkdirSync(join(folder, name));
afterAll(() => rmSync(folder, { recursive: true }));

const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** /var/lib and /run of its own for whoever acts, so that nothing of this machine's is touched. */
const inside = (() => {
  const script = 'mount --bind "$0/var" /var/lib && mount --bind "$0/run" /run && exec "$@"';
  const ways = [
    ['unshare', '-m'],
    ['unshare', '-rm'],
  ].map(way => [...way, 'sh', '-c', script, folder]);
  return ways.find(([program = '', ...args]) => spawnSync(program, [...args, 'true']).status === 0);
})();
if (!inside) process.stderr.write('Left out: sh acting (needs root, or user namespaces: unshare -rm)\n');
const shells = [['dash'], ['bash', '--posix'], ['busybox', 'sh']].filter(([program = '']) => {
  if (has(program)) return true;
  process.stderr.write(`${program} is not installed: sh acting is not tested with it.\n`);
  return false;
});

/** Inherited by everything these tests start, so that a second run of them at the same time is not mistaken for a leftover. */
process.env['ANTESALA_TEST_RUN'] = folder;

function started(shell: readonly string[], program: string) {
  const [file = '', ...args] = [...(inside ?? []), ...shell];
  const child = spawn(file, args, { detached: true, stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdin.on('error', () => undefined).end(program);
  return child;
}

function runIn(shell: readonly string[], program: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = started(shell, program);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject).on('close', () => resolve(Buffer.concat(chunks)));
  });
}

/** Processes of ours, and what lies in the folders of this test. */
async function leftovers(): Promise<string[]> {
  await pause(1500);
  const processes = readdirSync('/proc').flatMap(pid => {
    try {
      const ours = readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`ANTESALA_TEST_RUN=${folder}\0`);
      const line = readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ');
      return ours && /sleep 6[12]|antesala/.test(line) && !line.startsWith('node') ? [line] : [];
    } catch {
      return [];
    }
  });
  const files = readdirSync(join(folder, 'files')).filter(name => name.startsWith('.'));
  return [...processes, ...files, ...readdirSync(join(folder, 'run'))];
}

const subjectIn = (shell: readonly string[]): ActingSubject => ({
  executor: shExecutor,
  run: program => runIn(shell, program),
  async runUnheard(program, afterResults) {
    const child = started(shell, program);
    const exited = new Promise(resolve => child.once('exit', resolve));
    let seen = '';
    child.stdout.on('data', (chunk: Buffer) => {
      seen += chunk.toString('latin1');
      // The header is a line, too.
      if (seen.split('\n').length - 1 > afterResults) child.stdout.destroy();
    });
    await exited;
  },
  path: name => join(folder, 'files', name),
  read: name => (existsSync(join(folder, 'files', name)) ? readFileSync(join(folder, 'files', name)) : undefined),
  write(name, bytes, mode) {
    writeFileSync(join(folder, 'files', name), bytes);
    if (mode !== undefined) chmodSync(join(folder, 'files', name), mode);
  },
  remove: name => rmSync(join(folder, 'files', name), { force: true }),
  readCopy: caseId => readFileSync(join(folder, 'var', 'antesala', caseId, 'case.jsonl')),
  lines: {
    tell: path => `cat '${path}' 2>/dev/null || echo off`,
    put: (path, word) => `echo ${word} >'${path}'`,
    slowly: line => `sleep 1; ${line}`,
    fail: 'echo problem >&2; exit 3',
    hang: 'sleep 61 & sleep 62',
    endless: 'yes',
    print: text => `printf '%s\\n' '${text.replaceAll("'", "'\\''")}'`,
  },
  leftovers,
  foreign: 'service',
  modes: true,
});

describe.skipIf(!inside).each(shells)('%s', (...shell) => {
  instructionContract(shell.join(' '), subjectIn(shell));
});

const act = async (instructions: readonly Instruction[], wrap: (program: string) => string = program => program) => {
  const reader = new ResultReader(instructions, 'n');
  reader.push(await runIn(['dash'], wrap(shExecutor.instructionProgram(instructions, 'n'))));
  return reader;
};
const path = join(folder, 'files', 'own');

describe.skipIf(!inside)('sh', () => {
  it('keeps the mode of a file and follows a link to it', async () => {
    writeFileSync(path, 'a', { mode: 0o604 });
    chmodSync(path, 0o604);
    const link = `${path}-link`;
    spawnSync('ln', ['-sf', path, link]);
    const [result] = (
      await act([
        {
          kind: 'set',
          id: 's',
          resource: { kind: 'file', path: link },
          from: [{ present: true, base64: 'YQ==' }],
          to: { present: true, base64: 'Yg==' },
        },
      ])
    ).results;
    expect(result).toMatchObject({ did: 'set', left: { base64: 'Yg==', mode: '604' } });
    expect(readFileSync(path, 'utf8')).toBe('b');
    rmSync(link);
  });

  it.each([
    ['a folder', dirname(path), 'error'],
    ['a device', '/dev/null', 'error'],
  ])('does not take %s for a file', async (_name, target, state) =>
    expect((await act([{ kind: 'look', id: 'l', resource: { kind: 'file', path: target } }])).results).toMatchObject([
      { did: 'not-done', state },
    ]),
  );

  it('says why it cannot look at units where systemd does not run', async () =>
    expect(
      (await act([{ kind: 'look', id: 'l', resource: { kind: 'unit', name: 'acme.service' } }])).results,
    ).toMatchObject([
      { did: 'not-done', state: 'unsupported', why: expect.stringContaining('systemd does not run here') },
    ]));

  it.each(['acme', 'a b.service', 'acme.*', '../acme.service', ''])('takes %j for no unit', async name =>
    expect((await act([{ kind: 'look', id: 'l', resource: { kind: 'unit', name } }])).results).toMatchObject([
      { did: 'not-done', state: 'error', why: expect.stringContaining('unit') },
    ]),
  );

  it('takes half of a line away again when the disk is full', async () => {
    const mount = join(folder, 'var', 'antesala', 'full');
    mkdirSync(mount, { recursive: true });
    const keep = (offset: number, text: string): Instruction => ({
      kind: 'keep-copy',
      id: `k${offset}`,
      caseId: 'full',
      offset,
      text,
    });
    const full = (program: string): string =>
      `mount -n -t tmpfs -o size=8k none /var/lib/antesala/full\n${program}\nwc -c </var/lib/antesala/full/case.jsonl`;
    const { results, noise } = await act([keep(0, 'first\n'), keep(6, `${'x'.repeat(20_000)}\n`), keep(6, '')], full);
    expect(results).toMatchObject([
      { did: 'kept', length: 6 },
      { did: 'not-done', state: 'error', why: expect.stringContaining('No space left') },
    ]);
    expect(noise).toBe('6');
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)('finishes what it is at when it gets %s', async signal => {
    const lines = ['a', 'b'].map((id): Instruction => ({ kind: 'run', id, line: `sleep 1; touch '${path}-${id}'` }));
    const child = started(['dash'], `echo $$\n${shExecutor.instructionProgram(lines, 'n')}`);
    const reader = new ResultReader(lines, 'n');
    const closed = new Promise(resolve => child.once('close', resolve));
    let seen = '';
    child.stdout.on('data', (chunk: Buffer) => {
      reader.push(chunk);
      const heard = seen.includes('answers');
      seen += chunk.toString('latin1');
      // Later than the header, so that the first instruction has begun.
      if (!heard && seen.includes('answers')) setTimeout(() => process.kill(Number.parseInt(seen, 10), signal), 400);
    });
    await closed;
    expect(reader.results.map(({ id }) => id)).toEqual(['a']);
    expect([existsSync(`${path}-a`), existsSync(`${path}-b`), reader.ended]).toEqual([true, false, false]);
  });

  it.each([
    ['no coreutils timeout', 'timeout'],
    ['neither timeout nor setsid', 'timeout|setsid'],
  ])('keeps time limits with %s', async (_name, lacking) => {
    const without = (program: string): string =>
      program.replace(
        'library=',
        `command() { case $2 in ${lacking}) return 1 ;; esac; }\ntimeout() { return 127; }\nlibrary=`,
      );
    const { results } = await act(
      [
        { kind: 'run', id: 'hangs', line: 'exec sleep 61', timeoutSeconds: 1 },
        { kind: 'run', id: 'ends', line: 'echo hi; exit 7' },
      ],
      without,
    );
    expect(results).toMatchObject([
      { did: 'not-done', state: 'timeout' },
      { did: 'ran', exit: 7, text: 'hi\n' },
    ]);
    expect(await leftovers()).toEqual([]);
  });

  it('does not wait for what a line leaves in the background', async () => {
    const [result] = (await act([{ kind: 'run', id: 'r', line: 'sleep 5 & echo started', timeoutSeconds: 4 }])).results;
    expect(result).toMatchObject({ did: 'ran', exit: 0, text: 'started\n' });
  });

  it('does not begin where base64 is missing', async () => {
    const reader = await act([], program => program.replace('command -v base64', 'false'));
    expect(reader.header).toBeUndefined();
  });
});

it.each<[string, Instruction[], string]>([
  ['a nonce that could be taken for something else', [], "a'b"],
  ['a case id that is a path', [{ kind: 'keep-copy', id: 'k', caseId: '../x', offset: 0, text: '' }], 'n'],
  ['a NUL', [{ kind: 'run', id: 'r', line: 'a\0b' }], 'n'],
  [
    'a dead-man with nothing to set again',
    [
      {
        kind: 'set',
        id: 's',
        resource: { kind: 'file', path: '/x' },
        from: [],
        to: { present: false },
        deadMan: { seconds: 1, id: 'x' },
      },
    ],
    'n',
  ],
])('refuses %s', (_name, instructions, nonce) =>
  expect(() => shExecutor.instructionProgram(instructions, nonce)).toThrow(RangeError),
);
