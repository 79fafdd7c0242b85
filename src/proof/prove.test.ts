import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { BkfReader } from '../backups/bkf/bkf-reader.js';
import { asBytePath, emptyPath, pathOfText } from '../backups/byte-path.js';
import { FolderReader } from '../backups/folder/folder-reader.js';
import { buildBkf } from '../testing/bkf-backup.js';
import { compareThread } from '../testing/compare-thread.js';
import { type TreeItem, pseudoRandom, restorePlace } from '../testing/reader-contract.js';
import { writeTree } from '../testing/tree-on-disk.js';
import { type Proof, proofShape } from './proof-shape.js';
import { type ProofRequest, prove } from './prove.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-prove-'));
const thread = compareThread(root);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const original = (name = ''): string => join(root, 'original', name);
const copy = (name = ''): string => join(root, 'copy', name);
const bkf = join(root, 'copia.bkf');

/** 120 files in 10 folders, and one that matters. */
const tree: TreeItem[] = [
  ...Array.from({ length: 10 }, (_, folder): TreeItem => ({ path: pathOfText(`carpeta ${folder}`), kind: 'folder' })),
  ...Array.from(
    { length: 120 },
    (_, n): TreeItem => ({
      path: pathOfText(`carpeta ${n % 10}/niño ${n}.doc`),
      kind: 'file',
      content: pseudoRandom(300 + n, `${n}`),
      modified: 1_200_000_001 + n,
    }),
  ),
  { path: pathOfText('carpeta 0/clientes.mdb'), kind: 'file', content: pseudoRandom(70_000), modified: 1_100_000_000 },
];

beforeEach(() => {
  for (const side of ['original', 'copy']) {
    rmSync(join(root, side), { recursive: true, force: true });
    mkdirSync(join(root, side));
  }
  writeTree(original(), tree);
  cpSync(original(), copy(), { recursive: true, preserveTimestamps: true });
  // cpSync rounds times to the millisecond and leaves folders at now
  for (const item of tree) {
    const { atime, mtime } = statSync(original(Buffer.from(item.path, 'latin1').toString()));
    utimesSync(copy(Buffer.from(item.path, 'latin1').toString()), atime, mtime);
  }
  writeFileSync(bkf, buildBkf(tree)[0] ?? '');
});

async function proof(of: 'folder' | 'bkf', more: Partial<ProofRequest> = {}): Promise<Proof> {
  const reader = of === 'folder' ? new FolderReader(copy()) : new BkfReader(bkf);
  try {
    const result = await prove({
      reader,
      backup: of === 'folder' ? copy() : bkf,
      roots: [{ original: pathOfText(original()), mapped: of === 'folder' ? emptyPath : asBytePath('C:') }],
      leftOut: [],
      seed: 'semilla',
      aim: { confidence: 0.95, share: 0.05 },
      place: restorePlace(),
      thread,
      version: '0.1.0',
      computer: 'taller',
      now: () => new Date(),
      signal: new AbortController().signal,
      progress: () => undefined,
      ...more,
    });
    expect(proofShape.safeParse(result).error?.issues ?? []).toEqual([]);
    return result;
  } finally {
    await reader.close();
  }
}

const all = { all: { hash: false } };
const drawnPaths = (result: Proof): string[] => result.findings.filter(one => !one.always).map(one => one.path);

/** Flips a byte in the copy, which keeps its size and time. */
function spoil(of: 'folder' | 'bkf', name: string): void {
  if (of === 'folder') {
    const { atime, mtime } = statSync(copy(name));
    const bytes = readFileSync(copy(name));
    bytes[50] = (bytes[50] ?? 0) ^ 1;
    writeFileSync(copy(name), bytes);
    utimesSync(copy(name), atime, mtime);
  } else {
    const bytes = readFileSync(bkf);
    const at = bytes.indexOf(readFileSync(original(name)));
    bytes[at + 50] = (bytes[at + 50] ?? 0) ^ 1;
    writeFileSync(bkf, bytes);
  }
}

describe.each(['folder', 'bkf'] as const)('a proof of a backup that is a %s', of => {
  it('by a sample says how many were drawn and what that shows', async () => {
    const result = await proof(of);
    expect(result.verdict).toBe('proven');
    // 121 files, 5 %: 7 bad ones are too many; with 42 drawn, none of them is seen less than once in twenty times
    expect(result.method).toMatchObject({ population: 121, needed: 42, drawn: 42, speaking: 42 });
    expect(result.files).toEqual({ identical: 42, changed: 0, damaged: 0, notVerifiable: 0 });
    expect(result.text[0]).toEqual({
      en: '42 of 121 files, drawn at random, all identical: with 95 % confidence, less than 5 % is damaged.',
      es: '42 de 121 archivos elegidos al azar, todos idénticos: con un 95 % de confianza, menos del 5 % está dañado.',
    });
    expect(result.findings.filter(one => one.always).map(one => one.always)).toContain('database');
    for (const one of result.findings) expect(one.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('draws the same with the same seed, and others with another', async () => {
    const [one, again, other] = [await proof(of), await proof(of), await proof(of, { seed: 'otra' })];
    expect(drawnPaths(again)).toEqual(drawnPaths(one));
    expect(drawnPaths(other)).not.toEqual(drawnPaths(one));
  });

  it('finds a byte flipped in a file that is drawn, always', async () => {
    const [path = ''] = drawnPaths(await proof(of));
    spoil(of, path.replace(/^C:\//, ''));
    const result = await proof(of);
    expect(result.verdict).toBe('damaged');
    expect(result.findings.filter(one => one.outcome === 'damaged')).toMatchObject([
      { path, reason: 'content', at: 50 },
    ]);
    expect(result.text[0]?.es).toMatch(/^De 42 archivos elegidos al azar, 1 está dañado/);
  });

  it('finds a byte flipped in what matters, drawn or not', async () => {
    spoil(of, 'carpeta 0/clientes.mdb');
    const result = await proof(of, { seed: 'x' });
    expect([result.verdict, result.always.damaged]).toEqual(['damaged', 1]);
  });

  it('draws another for each that changed since the backup', async () => {
    const changed = drawnPaths(await proof(of)).slice(0, 20);
    for (const path of changed) appendFileSync(original(path.replace(/^C:\//, '')), 'más');
    const result = await proof(of);
    expect(result.verdict).toBe('proven');
    expect(result.method).toMatchObject({ needed: 42, speaking: 42 });
    expect(result.files.changed).toBeGreaterThanOrEqual(10);
    expect(result.files.identical).toBe(42);
  });

  it('proves nothing when too little is left to draw', async () => {
    for (const item of tree)
      if (item.kind === 'file') appendFileSync(original(Buffer.from(item.path, 'latin1').toString()), 'x');
    const result = await proof(of);
    expect(result.verdict).toBe('not-proven');
    expect(result.text[0]?.en).toMatch(/^Nothing could be proven/);
  });

  it('of everything compares each byte', async () => {
    const result = await proof(of, all);
    expect(result.files).toEqual({ identical: 121, changed: 0, damaged: 0, notVerifiable: 0 });
    expect(result.others.identical).toBe(10);
    expect([result.verdict, result.problems]).toEqual(['proven', []]);
    expect(result.text[0]?.es).toBe(
      'Los 121 archivos que no han cambiado desde la copia son idénticos en ella, byte a byte.',
    );
  });

  it('of everything finds what is damaged, missing, gone and changed', async () => {
    spoil(of, 'carpeta 3/niño 3.doc');
    appendFileSync(original('carpeta 4/niño 4.doc'), 'x');
    rmSync(original('carpeta 5/niño 5.doc'));
    if (of === 'folder') rmSync(copy('carpeta 6/niño 6.doc'));
    else writeFileSync(original('carpeta 6/falta.doc'), 'x');
    const result = await proof(of, { ...all, ...(of === 'bkf' ? { made: Date.now() + 60_000 } : {}) });
    expect(result.verdict).toBe('damaged');
    const said = result.findings
      .filter(one => one.outcome !== 'identical')
      .map(one => `${one.outcome} ${one.reason} ${one.path.replace(/^C:\//, '')}`);
    expect(said).toEqual([
      'damaged content carpeta 3/niño 3.doc',
      `damaged missing carpeta 6/${of === 'folder' ? 'niño 6' : 'falta'}.doc`,
      'changed size carpeta 4/niño 4.doc',
      'changed gone carpeta 5/niño 5.doc',
    ]);
  });

  it('leaves out what it is told to', async () => {
    spoil(of, 'carpeta 3/niño 3.doc');
    const result = await proof(of, { ...all, leftOut: [pathOfText(original('carpeta 3'))] });
    expect([result.verdict, result.files.identical]).toEqual(['proven', 109]);
  });

  it('with a budget looks at what fits, and says what that shows', async () => {
    const result = await proof(of, { budget: { bytes: 80_000 } });
    expect(result.bytesCompared).toBeLessThanOrEqual(80_000);
    expect(result.verdict).toBe('not-proven');
    expect(result.method).toMatchObject({ needed: 42, budget: { bytes: 80_000, seconds: null } });
    expect(result.text[0]?.en).toMatch(/The aim was 5 %, so this proves too little/);
    const more = await proof(of, { budget: { seconds: 60 } });
    expect(more.files.identical).toBe(121);
  });
});

it('a backup that is cut off is damaged although all that was drawn is there', async () => {
  const bytes = readFileSync(bkf);
  writeFileSync(bkf, bytes.subarray(0, bytes.lastIndexOf('ESET')));
  const result = await proof('bkf');
  expect([result.verdict, result.files.damaged, result.problemCount]).toEqual(['damaged', 0, 1]);
});
