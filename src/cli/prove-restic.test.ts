import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathOfText } from '../backups/byte-path.js';
import { buildOnce } from '../testing/build-once.js';
import { type TreeItem, pseudoRandom } from '../testing/reader-contract.js';
import { hasRestic, restic } from '../testing/restic.js';
import { writeTree } from '../testing/tree-on-disk.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'antesala-prove-restic-')));
const at = (...names: string[]): string => join(root, ...names);
const password = 'muy secreta';
const tree: TreeItem[] = Array.from(
  { length: 40 },
  (_, n): TreeItem => ({
    path: pathOfText(`año ${n}.bin`),
    kind: 'file',
    content: pseudoRandom(20_000 + n, `${n}`),
    modified: 1_200_000_001,
  }),
);

beforeAll(() => {
  if (!hasRestic) return;
  buildOnce();
  mkdirSync(at('datos'));
  writeTree(at('datos'), tree);
  restic(root, password, 'init', '--repo', at('repositorio'));
  restic(root, password, 'backup', '--repo', at('repositorio'), at('datos'));
  writeFileSync(at('clave'), `${password}\n`);
  writeFileSync(at('otra'), 'otra\n');
  writeFileSync(at('vacía'), '\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const command = (...more: string[]): string[] => [
  'bin/antesala.js',
  ...['prove', at('repositorio'), '--against', at('datos'), '--work', at('sitio'), ...more],
];

function prove(...more: string[]): { code: number | null; out: string; err: string } {
  const done = spawnSync(process.execPath, command(...more), {
    encoding: 'utf8',
    input: '',
    env: {
      ...process.env,
      LANG: 'C',
      LC_ALL: '',
      ANTESALA_LANG: '',
      RESTIC_PASSWORD: 'wrong',
      RESTIC_REPOSITORY: '/nowhere',
    },
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

describe.runIf(hasRestic)('antesala prove, of a repository of restic', () => {
  it('by a sample and of everything, and leaves no restored file behind', () => {
    const sample = prove('--password-file', at('clave'));
    expect(sample).toMatchObject({ code: 0, err: '' });
    expect(sample.out).toMatch(/^✔ 38 of 40 files, drawn at random, all identical/);
    expect(prove('--password-file', at('clave'), '--all')).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(at('sitio'))).toEqual([]);
  });

  it.each([
    ['a wrong password', ['--password-file', 'otra'], /does not open/],
    ['an empty password', ['--password-file', 'vacía'], /first line of .* is empty/],
    ['no file with the password', ['--password-file', 'nada'], /cannot be read \(ENOENT\)/],
    ['nobody to ask', [], /no terminal to ask on/],
    ['no such snapshot', ['--password-file', 'clave', '--snapshot', 'abcdef12'], /no snapshot abcdef12/],
  ])('%s ends with 2 and a sentence', (_, args, expected) => {
    const { code, out, err } = prove(...args.map(arg => (arg.startsWith('--') || arg === 'abcdef12' ? arg : at(arg))));
    expect(err).toMatch(expected);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toContain(password);
  });

  it('never shows the password to others on the computer', async () => {
    const child = spawn(process.execPath, command('--password-file', at('clave'), '--all'), { stdio: 'ignore' });
    let looks = 0;
    while (child.exitCode === null && child.signalCode === null) {
      for (const name of readdirSync('/proc').filter(one => /^\d+$/.test(one))) {
        for (const what of ['cmdline', 'environ']) {
          const text = read(`/proc/${name}/${what}`);
          if (text.includes('restic\0--repo')) looks += 1;
          expect(text.includes(password), `/proc/${name}/${what}`).toBe(false);
        }
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    expect(looks).toBeGreaterThan(0);
  });

  it('whose pack has a flipped byte is damaged, and the file is named', () => {
    const packs = readdirSync(at('repositorio', 'data'), { recursive: true, encoding: 'utf8' })
      .map(name => at('repositorio', 'data', name))
      .filter(name => statSync(name).isFile())
      .toSorted((a, b) => statSync(b).size - statSync(a).size);
    const bytes = readFileSync(packs[0] ?? '');
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    chmodSync(packs[0] ?? '', 0o600);
    writeFileSync(packs[0] ?? '', bytes);
    const { code, out } = prove('--password-file', at('clave'), '--all');
    expect(out).toMatch(/✖ \/.*\/datos\/año \d+\.bin: /);
    expect(code).toBe(1);
  });
});

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    // it ended meanwhile
    return '';
  }
}
