import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type BkfItem, type BkfOptions, buildBkf } from '../../testing/bkf-backup.js';
import { u32 } from '../../testing/bkf-builder.js';
import { contentOf, listed, pseudoRandom, readerContract, restorePlace } from '../../testing/reader-contract.js';
import { asBytePath, pathOfText, shownPath } from '../byte-path.js';
import type { BackupEntry } from '../reader.js';
import { BkfReader } from './bkf-reader.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-bkf-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let number = 0;

/** Writes the parts side by side and opens the first. */
function opened(parts: readonly Buffer[], first = 0): BkfReader {
  const folder = mkdtempSync(join(root, 'b-'));
  const paths = parts.map((bytes, index) => {
    const path = join(folder, `copia ${index + 1}.bkf`);
    writeFileSync(path, bytes);
    return path;
  });
  return new BkfReader(paths[first] ?? '');
}

const variants: [string, BkfOptions][] = [
  ['blocks of 1024, soft marks of 1024', {}],
  ['blocks of 512, no soft marks', { blockSize: 512, softMark: 0 }],
  ['blocks of 1024 that begin at half of one', { softMark: 1 }],
  ['with checksums', { checksums: true, blockSize: 512, softMark: 1, zone: -20 }],
];
for (const [name, options] of variants) {
  readerContract({
    name: `bkf, ${name}`,
    unix: false,
    make: async tree => ({ reader: opened(buildBkf(tree, options)), mapped: asBytePath('C:') }),
  });
}

const file = (path: string, content: Buffer | string, more: Partial<BkfItem> = {}): BkfItem => ({
  path: pathOfText(path),
  kind: 'file',
  content: Buffer.from(content),
  modified: 1_574_000_000,
  ...more,
});

/** What a backup lists, and the content of each file, or what is said instead. */
async function all(
  reader: BkfReader,
): Promise<{ files: Record<string, string | Buffer>; problems: string[]; entries: BackupEntry[] }> {
  const { entries, problems } = await listed(reader);
  const files: Record<string, string | Buffer> = {};
  for await (const one of reader.restore(
    entries.filter(entry => entry.kind === 'file'),
    restorePlace(),
    new AbortController().signal,
  )) {
    const name = shownPath(one.entry.path);
    files[name] =
      'problem' in one
        ? `${one.problem.means}: ${one.problem.text.en}`
        : await contentOf(one).catch((error: unknown) => (error instanceof Error ? error.message : ''));
  }
  await reader.close();
  return { files, entries, problems: problems.map(one => `${one.offset ?? '-'} ${one.text.en}`) };
}

describe('a .bkf', () => {
  it('tells what it is', async () => {
    const reader = opened(buildBkf([file('a', 'x')]));
    expect(reader.facts).toMatchObject({
      label: 'Set created 11/26/2019 at 3:00 PM',
      writtenBy: 'Backup Utility (NTBACKUP.EXE) Version 1.0 Rev. 3.41',
      made: Date.UTC(2019, 10, 26, 14),
    });
    await reader.close();
  });

  it.each<[string, BkfItem, string | Buffer]>([
    [
      'sparse',
      file('s', '', {
        pieces: [
          [4096, Buffer.from('uno')],
          [100_000, Buffer.from('dos')],
        ],
        size: 150_000,
      }),
      sparse(),
    ],
    ['sparse and nothing but a hole', file('s', '', { pieces: [], size: 70_000 }), Buffer.alloc(70_000)],
    [
      'with an alternate stream',
      file('s', 'x', { before: [{ id: 'NACL', data: pseudoRandom(99) }, adat()] }),
      Buffer.from('x'),
    ],
    [
      'with a stream nobody knows',
      file('s', 'x', { before: [{ id: 'ZZZZ', data: pseudoRandom(5000) }] }),
      Buffer.from('x'),
    ],
    ['in several pieces', file('s', '', { streams: [stan('uno', 2), stan('dos', 4)], size: 6 }), Buffer.from('unodos')],
    ['encrypted', file('s', 'x', { streams: [stan('x', 8)] }), /^not-verifiable: It is encrypted/.source],
    ['compressed', file('s', 'x', { streams: [stan('x', 16)] }), /^not-verifiable: It was compressed/.source],
    [
      'encrypted by Windows',
      file('s', '', { streams: [{ id: 'NTED', data: pseudoRandom(9) }] }),
      /^not-verifiable: .*EFS/.source,
    ],
    [
      'a reparse point',
      file('s', '', { streams: [{ id: 'NTRP', data: pseudoRandom(9) }] }),
      /^not-verifiable: .*reparse/.source,
    ],
    [
      'changed meanwhile',
      file('s', 'x', { streams: [{ ...stan('x'), system: 1 }] }),
      /^not-verifiable: .*written to/.source,
    ],
    ['marked corrupt', file('s', 'x', { attributes: 1 << 18 }), /^damaged: The backup itself/.source],
    [
      'with a corrupt stream',
      file('s', 'x', { streams: [stan('x'), { id: 'CRPT', data: Buffer.alloc(0) }] }),
      /^damaged: .*itself/.source,
    ],
    ['filled up', file('s', 'x', { filler: true }), /^damaged: .*filled up/.source],
    ['without its content', file('s', '', { streams: [], size: 7 }), /^not-verifiable: Its content/.source],
  ])('with a file that is %s', async (_, item, expected) => {
    const { files, problems } = await all(opened(buildBkf([file('a', 'antes'), item, file('z', 'después')])));
    expect(problems).toEqual([]);
    expect(files['C:/a']).toEqual(Buffer.from('antes'));
    expect(files['C:/z']).toEqual(Buffer.from('después'));
    if (typeof expected === 'string') expect(files['C:/s']).toMatch(new RegExp(expected));
    else expect(files['C:/s']).toEqual(expected);
  });

  it('lists alternate streams by name', async () => {
    const { entries } = await all(opened(buildBkf([file('s', 'x', { before: [adat()] })])));
    expect(entries[0]?.streams).toEqual(['Zona.Identificador']);
  });

  it('with names too long for a block', async () => {
    const [long, folder] = ['ñ'.repeat(400), Array.from({ length: 8 }, () => 'x'.repeat(200)).join('/')];
    const { files, problems } = await all(
      opened(buildBkf([file(long, 'uno'), { path: pathOfText(folder), kind: 'folder' }, file(`${folder}/dos`, 'dos')])),
    );
    expect(problems).toEqual([]);
    expect(files).toEqual({ [`C:/${long}`]: Buffer.from('uno'), [`C:/${folder}/dos`]: Buffer.from('dos') });
  });

  it('with single-byte names', async () => {
    const { files } = await all(opened(buildBkf([file('año', 'x')], { ansi: true })));
    expect(files).toEqual({ 'C:/año': Buffer.from('x') });
  });

  it('whose names hold what separates paths', async () => {
    const reader = opened(
      buildBkf([{ ...file('x', 'x'), path: asBytePath('x') }]).map(bytes => renamed(bytes, 'x', '/')),
    );
    expect(Object.keys((await all(reader)).files)).toEqual(['C:/\u2215']);
  });

  it.each([512, 1024] as const)('in parts, with blocks of %i, whichever of them is named', async blockSize => {
    const big = pseudoRandom(300_000);
    for (const cutAfter of [1, 5000, 150_000, 298_000]) {
      for (const softMark of [0, 1, 2] as const) {
        const tree = [file('a', 'antes'), file('grande', big, { cutAfter }), file('z', 'después')];
        const parts = buildBkf(tree, { blockSize, softMark });
        expect(parts).toHaveLength(2);
        number = (number + 1) % 2;
        const { files, problems } = await all(opened(parts, number));
        expect({ cutAfter, softMark, problems }).toEqual({ cutAfter, softMark, problems: [] });
        expect(Object.keys(files)).toEqual(['C:/a', 'C:/grande', 'C:/z']);
        expect((files['C:/grande'] as Buffer).equals(big), `cut after ${cutAfter}, marks ${softMark}`).toBe(true);
      }
    }
  });

  it('in three parts, and a file that is cut twice', async () => {
    const big = pseudoRandom(100_000);
    const parts = buildBkf([file('a', big, { cutAfter: 50_000 }), file('b', big, { cutAfter: 70_000 })]);
    expect(parts).toHaveLength(3);
    const { files } = await all(opened(parts, 2));
    expect([files['C:/a'], files['C:/b']].map(one => Buffer.isBuffer(one) && one.equals(big))).toEqual([true, true]);
  });

  it('says which part is missing', async () => {
    const big = pseudoRandom(100_000);
    const parts = buildBkf([file('a', big, { cutAfter: 50_000 }), file('b', big, { cutAfter: 70_000 })]);
    const [one, two, three] = parts;
    if (!one || !two || !three) throw new Error('three parts');
    expect((await all(opened([one]))).problems).toEqual([
      `${endOf(one)} Part 2 of the backup is not beside the others. Copy all parts into one folder and try again.`,
    ]);
    expect((await all(opened([one]))).files['C:/a']).toMatch(/another part, which is not there/);
    expect((await all(opened([one, three]))).problems.join()).toMatch(/Part 2 of the backup/);
    expect((await all(opened([two, three]))).problems.join()).toMatch(/Part 1 of the backup/);
  });

  it.each<[string, BkfOptions, RegExp]>([
    ['aborted', { end: { attributes: 1 << 18 } }, /stopped before it was complete/],
    ['with corrupt files', { end: { corrupt: 2 } }, /2 files could not be read whole/],
  ])('that calls itself %s', async (_, options, expected) => {
    expect((await all(opened(buildBkf([file('a', 'x')], options)))).problems.join()).toMatch(expected);
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(100_000)],
    ['text', Buffer.from('nothing of the kind'.repeat(1000))],
    ['a block that is none of ours', buildBkf([])[0]?.subarray(0, 40) ?? Buffer.alloc(0)],
  ])('is not what is %s', (_, bytes) => {
    expect(() => opened([bytes])).toThrow(/is no backup/);
    expect(() => new BkfReader(join(root, 'nowhere.bkf'))).toThrow(/cannot be read \(ENOENT\)/);
  });
});

function endOf(part: Buffer): number {
  return part.lastIndexOf('EOTM') - 1024;
}

function stan(text: string, media = 0): { id: string; data: Buffer; media: number } {
  return { id: 'STAN', data: Buffer.from(text), media };
}

function adat(): { id: string; data: Buffer } {
  const name = Buffer.from('Zona.Identificador\0', 'utf16le');
  return { id: 'ADAT', data: Buffer.concat([u32(name.length), name, Buffer.from('[ZoneTransfer]')]) };
}

function sparse(): Buffer {
  const bytes = Buffer.alloc(150_000);
  bytes.write('uno', 4096);
  bytes.write('dos', 100_000);
  return bytes;
}

/** Changes a name of one character in the block of a file; it stands outside what the checksum covers. */
function renamed(bytes: Buffer, from: string, to: string): Buffer {
  const at = bytes.indexOf(Buffer.from(from, 'utf16le'), bytes.indexOf('FILE'));
  bytes.write(to, at, 'utf16le');
  return bytes;
}
