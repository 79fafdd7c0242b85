import { createCipheriv, createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BytePath, inside, isText, lastName, pathBytes, pathOfText } from '../backups/byte-path.js';
import type { BackupEntry, BackupReader, Problem, Restored, RestorePlace } from '../backups/reader.js';

/** What one thing in a tree is to be; content of files as bytes, of links as their target. */
export interface TreeItem {
  readonly path: BytePath;
  readonly kind: BackupEntry['kind'];
  readonly content?: Buffer;
  readonly target?: string;
  /** Seconds since 1970 UTC. */
  readonly modified?: number;
}

export interface ReaderUnderTest {
  readonly reader: BackupReader;
  /** Where the tree begins in it. */
  readonly mapped: BytePath;
}

export interface ReaderContract {
  readonly name: string;
  /** Whether the format keeps links and names that are no text. */
  readonly unix: boolean;
  /** Names that are no text are left out, and where links point is not told. */
  readonly textOnly?: boolean;
  /** Writes a backup of the tree and opens it. */
  readonly make: (tree: readonly TreeItem[]) => Promise<ReaderUnderTest>;
}

/** A tree with what trees of offices have, and what breaks readers. */
export function awkwardTree(unix: boolean): TreeItem[] {
  const file = (path: string, content: Buffer | string, modified = 1_200_000_001): TreeItem => ({
    path: pathOfText(path),
    kind: 'file',
    content: Buffer.from(content),
    modified,
  });
  const folder = (path: string): TreeItem => ({ path: pathOfText(path), kind: 'folder' });
  const long = Array.from({ length: 6 }, (_, index) => `carpeta larga ${index} ${'x'.repeat(40)}`);
  return [
    folder('vacía'),
    folder('Contabilidad'),
    file('Contabilidad/Año 2009 – balance.xls', 'balance'),
    file('Contabilidad/niño €.doc', 'ñ€'),
    file('Contabilidad/[raro] $(x) *? 100%.txt'.replace(/[*?]/g, unix ? '$&' : '_'), 'raro'),
    file('vacío.txt', ''),
    file('un byte', 'x'),
    file('bloque', Buffer.alloc(512, 7)),
    file('casi', Buffer.alloc(1023, 8)),
    file('grande.bin', pseudoRandom(3_000_001)),
    file('ceros.bin', Buffer.alloc(200_000)),
    ...long.map((_, index) => folder(long.slice(0, index + 1).join('/'))),
    file(`${long.join('/')}/fin.txt`, 'lejos'),
    ...(unix
      ? [
          { path: pathOfText('enlace'), kind: 'link' as const, target: 'Contabilidad/no está' },
          { path: 'latin1 a\xf1o.txt' as BytePath, kind: 'file' as const, content: Buffer.from('bytes'), modified: 1 },
        ]
      : []),
  ];
}

/** The same bytes every time, which no compression makes smaller. */
export function pseudoRandom(length: number, seed = 'antesala'): Buffer {
  const key = createHash('sha256').update(seed).digest();
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length));
}

/** What every reader of backups must do. */
export function readerContract({ name, unix, textOnly = false, make }: ReaderContract): void {
  describe(`reader contract: ${name}`, () => {
    const tree = awkwardTree(unix).filter(item => !textOnly || isText(item.path));
    const place = restorePlace();
    const never = new AbortController().signal;
    let made: ReaderUnderTest;
    let entries: BackupEntry[] = [];
    let problems: Problem[] = [];

    beforeAll(async () => {
      made = await make(tree);
      const all = await listed(made.reader, never);
      problems = all.problems;
      entries = all.entries.filter(entry => inside(entry.path, made.mapped));
    });
    afterAll(() => made.reader.close());

    it('lists all that is there, once, and nothing else', () => {
      expect(problems).toEqual([]);
      const found = entries.map(entry => `${entry.kind} ${inside(entry.path, made.mapped)}`);
      expect(found.toSorted()).toEqual(tree.map(item => `${item.kind} ${item.path}`).toSorted());
    });

    it('tells sizes, times and targets', () => {
      const { precision } = made.reader.facts.times;
      for (const item of tree) {
        const entry = entries.find(one => inside(one.path, made.mapped) === item.path);
        expect(entry?.size, item.path).toBe(item.content?.length ?? 0);
        if (item.target !== undefined && !textOnly) expect(entry?.target).toBe(pathOfText(item.target));
        if (item.modified === undefined || entry?.modified === undefined) continue;
        expect(Math.abs(entry.modified - item.modified * 1000), item.path).toBeLessThanOrEqual(precision);
      }
    });

    it('restores every file byte by byte, also in another order than it lists', async () => {
      const files = entries.filter(entry => entry.kind === 'file').toReversed();
      const contents = new Map<string, Buffer>();
      for await (const one of made.reader.restore(files, place, never)) {
        contents.set(inside(one.entry.path, made.mapped) ?? '', await contentOf(one));
      }
      expect(contents.size).toBe(files.length);
      for (const item of tree.filter(one => one.kind === 'file')) {
        expect(contents.get(item.path)?.equals(item.content ?? Buffer.alloc(0)), item.path).toBe(true);
      }
    });

    it('restores one file alone, and again', async () => {
      const one = entries.find(entry => lastName(entry.path) === pathOfText('niño €.doc'));
      if (!one) throw new Error('the file is not listed');
      for (let round = 0; round < 2; round += 1) {
        const restored: Buffer[] = [];
        for await (const item of made.reader.restore([one], place, never)) restored.push(await contentOf(item));
        expect(restored).toEqual([Buffer.from('ñ€')]);
      }
    });

    it('restores nothing when nothing is chosen', async () => {
      const restored: Restored[] = [];
      for await (const one of made.reader.restore([], place, never)) restored.push(one);
      expect(restored).toEqual([]);
    });

    it('stops when it is told to', async () => {
      const stop = AbortSignal.abort();
      await expect(listed(made.reader, stop)).rejects.toThrow(/abort/i);
    });
  });
}

export async function listed(
  reader: BackupReader,
  signal: AbortSignal = new AbortController().signal,
): Promise<{ readonly entries: BackupEntry[]; readonly problems: Problem[] }> {
  const [entries, problems]: [BackupEntry[], Problem[]] = [[], []];
  for await (const batch of reader.list(signal)) {
    entries.push(...batch.entries);
    problems.push(...batch.problems);
  }
  return { entries, problems };
}

/** The bytes of what was restored. */
export async function contentOf(restored: Restored): Promise<Buffer> {
  if ('problem' in restored) throw new Error(restored.problem.text.en);
  if ('file' in restored.content) return readFileSync(pathBytes(restored.content.file));
  const chunks: Buffer[] = [];
  for await (const chunk of restored.content.chunks) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

export function restorePlace(): RestorePlace {
  return { folder: async () => mkdtempSync(join(tmpdir(), 'antesala-restored-')) };
}
