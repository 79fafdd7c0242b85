import {
  appendFileSync,
  chmodSync,
  linkSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asBytePath, pathOfText, shownPath } from '../../backups/byte-path.js';
import { type TreeItem, awkwardTree, pseudoRandom } from '../../testing/reader-contract.js';
import { compareThread } from '../../testing/compare-thread.js';
import { writeTree } from '../../testing/tree-on-disk.js';
import { emptyTally, addTally } from '../tally.js';
import { compareTrees } from './compare-trees.js';
import type { TreePair } from './messages.js';

const bundles = mkdtempSync(join(tmpdir(), 'antesala-thread-'));
const thread = compareThread(bundles);
afterAll(() => rmSync(bundles, { recursive: true, force: true }));

let root = '';
const original = (name: string): string => join(root, 'original', name);
const copy = (name: string): string => join(root, 'copy', name);

async function compare(more: Partial<TreePair> = {}): Promise<{ said: string[]; identical: number; bytes: number }> {
  const pair: TreePair = {
    backup: pathOfText(join(root, 'copy')),
    original: pathOfText(join(root, 'original')),
    times: { precision: 0, zone: 'utc' },
    hash: false,
    leftOut: [],
    ...more,
  };
  const tally = emptyTally();
  const said: string[] = [];
  for await (const event of compareTrees(pair, thread, new AbortController().signal)) {
    if (!('result' in event)) continue;
    const { result } = event;
    addTally(tally, result.tally);
    said.push(...result.problems.map(problem => problem.text.en));
    said.push(...result.missing.map(({ entry }) => `missing ${shownPath(entry.path)}`));
    for (const { path, outcome, reason, differs } of result.findings) {
      said.push([outcome, reason, shownPath(path), ...differs].join(' '));
    }
  }
  return { said: said.toSorted(), identical: tally.files.identical, bytes: tally.bytes };
}

const tree: TreeItem[] = [
  ...awkwardTree(true),
  { path: pathOfText('de 9 MB'), kind: 'file' as const, content: pseudoRandom(9_000_000) },
].map(item => ({ modified: 1_200_000_001, ...item }));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'antesala-trees-'));
  for (const side of [original(''), copy('')]) {
    mkdirSync(side);
    writeTree(side, tree);
    utimesSync(side, 1_200_000_001, 1_200_000_001);
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const files = tree.filter(item => item.kind === 'file').length;

/** Writes into a file and gives it back its times. */
function quietly(path: string, change: () => void): void {
  const { atime, mtime } = lstatSync(path);
  change();
  utimesSync(path, atime, mtime);
}

describe('two trees', () => {
  it('that are the same', async () => {
    const { said, identical, bytes } = await compare();
    expect(said).toEqual([]);
    expect(identical).toBe(files);
    expect(bytes).toBe(tree.reduce((sum, item) => sum + (item.content?.length ?? 0), 0));
  });

  it.each<[string, () => void, string]>([
    [
      'a flipped bit, same size and time',
      () =>
        quietly(copy('grande.bin'), () => {
          const bytes = readFileSync(copy('grande.bin'));
          bytes[2_999_999] = (bytes[2_999_999] ?? 0) ^ 1;
          writeFileSync(copy('grande.bin'), bytes);
        }),
      'damaged content grande.bin',
    ],
    ['a zeroed block', () => quietly(copy('de 9 MB'), () => zero(copy('de 9 MB'), 4096)), 'damaged content de 9 MB'],
    ['a truncated file', () => quietly(copy('casi'), () => truncateSync(copy('casi'), 512)), 'damaged size casi'],
    ['empty for full', () => quietly(copy('bloque'), () => truncateSync(copy('bloque'), 0)), 'damaged size bloque'],
    ['a missing file', () => rmSync(copy('un byte')), 'missing un byte'],
    ['a file too many', () => writeFileSync(copy('de más'), 'x'), 'changed gone de más'],
    ['a changed original', () => appendFileSync(original('un byte'), 'y'), 'changed size un byte'],
    ['other rights', () => chmodSync(copy('casi'), 0o600), 'identical same casi mode'],
    ['another time', () => utimesSync(copy('casi'), 5, 5), 'identical same casi times'],
    ['another target', () => relink(copy('enlace'), 'other'), 'damaged target enlace'],
    [
      'a link for a file',
      () => (rmSync(copy('casi')), relink(copy('casi'), 'bloque', 1_200_000_001)),
      'damaged kind casi',
    ],
    ['a file for a link', () => (rmSync(copy('enlace')), writeFileSync(copy('enlace'), '')), 'damaged kind enlace'],
    ['an empty folder too many', () => mkdirSync(copy('de más')), 'changed gone de más'],
    ['an empty folder missing', () => rmSync(copy('vacía'), { recursive: true }), 'missing vacía'],
  ])('with %s', async (_, change, expected) => {
    change();
    expect((await compare()).said).toEqual([expected]);
  });

  it('of which one misses a folder with all that is in it', async () => {
    rmSync(copy('Contabilidad'), { recursive: true });
    const { said } = await compare();
    expect(said.filter(one => one.startsWith('missing'))).toEqual([
      'missing Contabilidad',
      'missing Contabilidad/Año 2009 – balance.xls',
      'missing Contabilidad/[raro] $(x) *? 100%.txt',
      'missing Contabilidad/niño €.doc',
    ]);
  });

  it('leaving out what is not to be compared', async () => {
    rmSync(copy('Contabilidad'), { recursive: true });
    writeFileSync(copy('casi'), 'x');
    const leftOut = [asBytePath('Contabilidad'), asBytePath('casi')];
    const { said } = await compare({ leftOut, times: { precision: 1e15, zone: 'utc' } });
    expect(said).toEqual([]);
  });

  it('with hashes of what is identical', async () => {
    linkSync(original('casi'), original('otro'));
    linkSync(copy('casi'), copy('otro'));
    const { said } = await compare({ hash: true });
    expect(said.filter(one => one.startsWith('identical same'))).toHaveLength(files + 1);
  });

  it('with many files in a folder and many folders', async () => {
    for (const side of [original, copy]) {
      for (let n = 0; n < 1500; n += 1) {
        mkdirSync(join(side('muchos'), String(n % 40)), { recursive: true });
        writeFileSync(join(side('muchos'), String(n % 40), String(n)), `${n}`);
        writeFileSync(join(side('muchos'), `f${n}`), `${n}`);
      }
    }
    writeFileSync(copy('muchos/7/47'), '74');
    const { said, identical } = await compare({ times: { precision: 1e15, zone: 'utc' } });
    expect([said, identical]).toEqual([['damaged content muchos/7/47'], files + 2999]);
  });

  it('until it is stopped', async () => {
    const pair = { backup: pathOfText(copy('')), original: pathOfText(original('')), hash: false, leftOut: [] };
    const all = compareTrees(
      { ...pair, times: { precision: 0, zone: 'utc' } },
      thread,
      AbortSignal.abort(new Error('stop')),
    );
    await expect(all.next()).rejects.toThrow('stop');
  });
});

function zero(path: string, at: number): void {
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0, at, at + 4096));
}

function relink(path: string, target: string, time?: number): void {
  const { mtimeMs } = lstatSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: (time ?? 0) * 1000 };
  rmSync(path, { force: true });
  symlinkSync(target, path);
  lutimesSync(path, mtimeMs / 1000, mtimeMs / 1000);
}
