import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathOfText } from '../backups/byte-path.js';
import { proofShape } from '../proof/proof-shape.js';
import { buildBkf } from '../testing/bkf-backup.js';
import { buildOnce } from '../testing/build-once.js';
import { type TreeItem, pseudoRandom } from '../testing/reader-contract.js';
import { writeTree } from '../testing/tree-on-disk.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-prove-cli-'));
const at = (...names: string[]): string => join(root, ...names);
const tree: TreeItem[] = [
  { path: pathOfText('Datos'), kind: 'folder' },
  ...Array.from(
    { length: 30 },
    (_, n): TreeItem => ({
      path: pathOfText(`Datos/año ${n}.xls`),
      kind: 'file',
      content: pseudoRandom(500 + n, `${n}`),
      modified: 1_200_000_001,
    }),
  ),
];

beforeAll(() => {
  buildOnce();
  mkdirSync(at('original'));
  writeTree(at('original'), tree);
  for (const name of ['copia', 'mala', 'original/copia dentro']) {
    cpSync(at('original', 'Datos'), at(name, 'Datos'), { recursive: true, preserveTimestamps: true });
  }
  spoil(at('mala', 'Datos', 'año 7.xls'));
  const bkf = buildBkf(tree)[0] ?? Buffer.alloc(0);
  writeFileSync(at('copia.bkf'), bkf);
  const place = bkf.indexOf(pseudoRandom(507, '7'));
  bkf[place + 9] = (bkf[place + 9] ?? 0) ^ 4;
  writeFileSync(at('mala.bkf'), bkf);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function spoil(path: string): void {
  const { atime, mtime } = statSync(path);
  const bytes = readFileSync(path);
  bytes[9] = (bytes[9] ?? 0) ^ 4;
  writeFileSync(path, bytes);
  utimesSync(path, atime, mtime);
}

function prove(...args: string[]): { code: number | null; out: string; err: string } {
  const done = spawnSync(process.execPath, ['bin/antesala.js', 'prove', ...args], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C', LC_ALL: '', ANTESALA_LANG: '' },
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

describe('antesala prove', () => {
  it.each([
    ['a folder', 'copia', 'original/Datos=Datos'],
    ['a .bkf', 'copia.bkf', 'original=C:'],
    ['a .bkf, as Windows writes paths', 'copia.bkf', 'original/Datos=C:\\Datos\\'],
  ])('proves %s, by a sample and of everything', (_, backup, against) => {
    const [folder, mapped] = against.split('=');
    const sample = prove(
      at(backup),
      '--against',
      `${at(folder ?? '')}=${mapped}`,
      '--exclude',
      at('original', 'copia dentro'),
      '--seed',
      's',
    );
    expect(sample).toMatchObject({ code: 0, err: '' });
    expect(sample.out).toMatch(
      /^✔ 29 of 30 files, drawn at random, all identical: with 95 % confidence, less than 1 % is damaged/,
    );
    expect(sample.out).toContain('--seed s draws the same files again');
    const all = prove(
      at(backup),
      '--against',
      `${at(folder ?? '')}=${mapped}`,
      '--exclude',
      at('original', 'copia dentro'),
      '--all',
      '--lang',
      'es',
    );
    expect(all).toMatchObject({ code: 0, err: '' });
    expect(all.out).toMatch(
      /^✔ Los 30 archivos que no han cambiado desde la copia son idénticos en ella, byte a byte\./,
    );
  });

  it.each([
    ['mala', 'Datos', 'Datos/año 7.xls'],
    ['mala.bkf', 'C:/Datos', 'C:/Datos/año 7.xls'],
  ])('names the damage in %s and ends with 1', (backup, mapped, path) => {
    for (const how of [['--tolerate', '0.1'], ['--all']]) {
      const { code, out } = prove(at(backup), '--against', `${at('original', 'Datos')}=${mapped}`, ...how);
      expect(out).toContain(`✖ ${path}: differs from byte 9 on, with the same size and time`);
      expect(code).toBe(1);
    }
  });

  it('writes evidence that has its schema, also where it prints it', () => {
    const saved = at('proof.json');
    const { code, out } = prove(
      at('copia'),
      '--against',
      `${at('original', 'Datos')}=Datos`,
      '--save',
      saved,
      '--json',
      '--all',
      '--hashes',
    );
    expect(code).toBe(0);
    expect(readFileSync(saved, 'utf8')).toBe(out);
    const proof = proofShape.parse(JSON.parse(out));
    expect(proof.findings.filter(one => one.sha256)).toHaveLength(30);
  });

  it('tells programs how far it is', () => {
    const { err } = prove(at('copia.bkf'), '--against', `${at('original', 'Datos')}=C:/Datos`, '--progress', 'json');
    const lines = err
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { schema: string; phase: string });
    expect(lines.map(line => line.schema)).toContain('antesala.progress/1');
    expect(new Set(lines.map(line => line.phase)).size).toBeGreaterThanOrEqual(2);
  });

  it('does not compare a backup with itself where it lies among the originals', () => {
    const { code, out } = prove(at('original', 'copia dentro'), '--against', at('original'), '--all');
    expect(out).toMatch(/^✔ All 30 files/);
    expect(code).toBe(0);
  });

  it('proves nothing with a budget for too few, and ends with 4', () => {
    const { code, out } = prove(
      at('copia'),
      '--against',
      `${at('original', 'Datos')}=Datos`,
      '--budget',
      '9KB',
      '--seed',
      'y',
    );
    expect(out).toMatch(/so this proves too little/);
    expect(code).toBe(4);
  });

  it('keeps its evidence in a case, and a change of it is found', () => {
    const antesala = (...args: string[]) =>
      spawnSync(process.execPath, ['bin/antesala.js', ...args], { encoding: 'utf8' });
    antesala('case', 'new', 'c', '--host', 'recordings/lab-debian.json', '--in', root);
    const { code, err } = prove(at('mala'), '--against', at('original'), '--case', at('c'));
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/Kept in the case .* as evidence/) });
    const events = readFileSync(at('c', 'case.jsonl'), 'utf8').trimEnd().split('\n');
    const { sha256, ...stored } = JSON.parse(events.at(-1) ?? '') as { readonly sha256: string };
    expect(stored).toMatchObject({ type: 'evidence-stored', kind: 'proof', data: { verdict: 'damaged' } });
    expect(antesala('verify', at('c')).status).toBe(0);
    spoil(at('c', 'evidence', sha256));
    expect(antesala('verify', at('c'))).toMatchObject({ status: 1, stdout: expect.stringContaining(sha256) });
  });

  it('says at once that there is no such case', () =>
    expect(prove(at('copia'), '--against', at('original'), '--case', at('nada'))).toMatchObject({ code: 2, out: '' }));

  it.each<[string, readonly string[], RegExp]>([
    ['nothing to compare with', ['copia'], /--against and the folder/],
    ['no such backup', ['nada', '--against', 'original'], /no backup .*nada/],
    ['no such originals', ['copia', '--against', 'nada'], /no folder of originals .*nada/],
    ['originals that are a file', ['copia', '--against', 'copia.bkf'], /no folder of originals/],
    [
      'a file that is no backup',
      ['original/Datos/año 1.xls', '--against', 'original'],
      /is no backup that can be read/,
    ],
    ['a .bkf without a drive', ['copia.bkf', '--against', 'original'], /=C:/],
    ['the wrong drive', ['copia.bkf', '--against', 'original=D:'], /it holds C:\/Datos/],
    ['the wrong drive, for everything', ['copia.bkf', '--all', '--against', 'original=D:'], /it holds C:\/Datos/],
    ['the wrong folder', ['copia', '--against', 'original=nada'], /Nothing of the originals/],
    ['the wrong folder, for everything', ['copia', '--all', '--against', 'original=nada'], /Nothing of the originals/],
    ['itself', ['original', '--against', 'original'], /the backup and the original at once/],
    ['one folder in another', ['copia', '--against', 'original', '--against', 'original/Datos'], /one lies in another/],
    ['a confidence that is none', ['copia', '--against', 'original', '--confidence', '100'], /--confidence takes/],
    ['a budget for everything', ['copia', '--against', 'original', '--all', '--budget', '1h'], /Use one of them/],
    ['hashes without everything', ['copia', '--against', 'original', '--hashes'], /only with --all/],
    ['an exclusion of nothing', ['copia', '--against', 'original', '--exclude', 'nada'], /nothing at .*nada/],
  ])('%s ends with 2 and a sentence', (_, args, expected) => {
    const paths = args.map((arg, index) =>
      arg.startsWith('--') || /^\d|h$/.test(arg) ? arg : index >= 0 ? at(arg) : arg,
    );
    const { code, out, err } = prove(...paths);
    expect(err).toMatch(expected);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it.runIf(process.getuid?.() === 0)('what may not be read is not verifiable, and proves nothing', () => {
    cpSync(at('copia', 'Datos'), at('cerrado'), { recursive: true, preserveTimestamps: true });
    chmodSync(at('cerrado', 'año 3.xls'), 0);
    chmodSync(root, 0o755);
    const args = ['bin/antesala.js', 'prove', at('copia', 'Datos'), '--against', at('cerrado'), '--all'];
    const done = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      uid: 65_534,
      gid: 65_534,
      env: { LANG: 'C', PATH: process.env['PATH'] },
    });
    expect(done.stdout).toContain('? año 3.xls: the original cannot be read (EACCES)');
    expect(done.status).toBe(4);
  });

  it('takes a folder with = in its name for what it is', () => {
    cpSync(at('copia', 'Datos'), at('a=b'), { recursive: true, preserveTimestamps: true });
    symlinkSync(at('copia', 'Datos'), at('enlace'));
    expect(prove(at('enlace'), '--against', at('a=b')).code).toBe(0);
  });
});
