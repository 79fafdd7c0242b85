import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../model/input-error.js';
import { type BkfItem, buildBkf } from '../../testing/bkf-backup.js';
import { contentOf, listed, pseudoRandom, restorePlace } from '../../testing/reader-contract.js';
import { asBytePath, pathOfText } from '../byte-path.js';
import { DamagedBackup } from '../reader.js';
import { BkfReader } from './bkf-reader.js';
import { xorOfWords } from './layout.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-hostile-'));
const path = join(root, 'copia.bkf');
afterAll(() => rmSync(root, { recursive: true, force: true }));

const tree: BkfItem[] = [
  { path: pathOfText('uno.txt'), kind: 'file', content: Buffer.from('uno'), modified: 1_574_000_000 },
  { path: pathOfText('dos.bin'), kind: 'file', content: pseudoRandom(9000, 'dos'), modified: 1_574_000_000 },
  { path: pathOfText('Datos'), kind: 'folder' },
  { path: pathOfText('Datos/tres'), kind: 'file', pieces: [[5000, Buffer.from('tres')]], size: 9000 },
  { path: pathOfText('Datos/cuatro'), kind: 'file', content: pseudoRandom(3000, 'cuatro'), modified: 1_574_000_000 },
];
const [whole = Buffer.alloc(0)] = buildBkf(tree);

/** All a reader says of some bytes: contents by path, and how many problems. Undefined when they are no backup at all. */
async function read(
  bytes: Buffer,
): Promise<{ files: Map<string, Buffer>; problems: (number | undefined)[]; broken: number } | undefined> {
  writeFileSync(path, bytes);
  let reader: BkfReader;
  try {
    reader = new BkfReader(path);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
  try {
    const { entries, problems } = await listed(reader);
    const files = new Map<string, Buffer>();
    let broken = entries.filter(entry => entry.trouble).length;
    // a size out of all proportion is an entry to compare sizes with, not one to read
    const chosen = entries.filter(entry => entry.kind === 'file' && !entry.trouble && entry.size < 1 << 24);
    for await (const one of reader.restore(chosen, restorePlace(), new AbortController().signal)) {
      try {
        files.set(one.entry.path, await contentOf(one));
      } catch (error) {
        if (!(error instanceof DamagedBackup)) throw error;
        broken += 1;
      }
    }
    return { files, problems: problems.map(problem => problem.offset), broken };
  } finally {
    await reader.close();
  }
}

const contents = async (): Promise<Map<string, Buffer>> => (await read(whole))?.files ?? new Map<string, Buffer>();
/** The last block that counts; behind it there is only padding and a mark. */
const lastBlock = whole.lastIndexOf('ESET');

describe('a .bkf that is broken', () => {
  it('is whole to begin with', async () => {
    expect(await read(whole)).toMatchObject({ problems: [], broken: 0 });
    expect([...(await contents()).keys()]).toEqual(['C:/uno.txt', 'C:/dos.bin', 'C:/Datos/tres', 'C:/Datos/cuatro']);
  });

  it('cut off at any block is said to be, and what is whole is still there', async () => {
    const expected = await contents();
    for (let length = 0; length <= lastBlock; length += 512) {
      const found = await read(whole.subarray(0, length));
      if (!found) {
        expect(length).toBeLessThan(4096);
        continue;
      }
      expect(found.problems.length, `cut at ${length}`).toBeGreaterThan(0);
      for (const [name, content] of found.files)
        expect(content.equals(expected.get(name) ?? Buffer.alloc(0)), `${name} cut at ${length}`).toBe(true);
    }
  });

  it('cut off within a block is said to be', async () => {
    for (const type of ['SSET', 'VOLB', 'DIRB', 'FILE', 'STAN', 'ESET']) {
      for (const more of [1, 20, 51, 52, 60, 90]) {
        const found = await read(whole.subarray(0, whole.lastIndexOf(type) + more));
        // of the last block only padding is lost by then
        if (type === 'SSET' || (type === 'ESET' && more === 90)) continue;
        expect(found?.problems.length, `${type} + ${more}`).toBeGreaterThan(0);
      }
    }
  });

  it('with any byte changed never throws, runs on for ever or invents content', async () => {
    const expected = await contents();
    const seen = { problems: 0, same: 0, other: 0 };
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        const found = await read(bytes);
        if (!found) return;
        const told = found.problems.length + found.broken > 0;
        const same = [...expected].every(([name, content]) => found.files.get(name)?.equals(content) === true);
        // either it says that something is wrong, or a comparison with the originals shows it, or nothing that counts was hit
        seen[told ? 'problems' : same ? 'same' : 'other'] += 1;
      }),
      { numRuns: 400 },
    );
    expect(seen.problems).toBeGreaterThan(0);
  });

  it.each(['uno.txt', 'dos.bin', 'Datos/cuatro'])(
    'a byte flipped in the content of %s shows in it and in no other',
    async name => {
      const expected = await contents();
      const content = expected.get(`C:/${name}`) ?? Buffer.alloc(0);
      const start = whole.indexOf(content);
      for (const at of [0, content.length >> 1, content.length - 1]) {
        const bytes = Buffer.from(whole);
        bytes[start + at] = (bytes[start + at] ?? 0) ^ 0x40;
        const found = await read(bytes);
        for (const [other, original] of expected) {
          expect(found?.files.get(other)?.equals(original)).toBe(other !== `C:/${name}`);
        }
      }
    },
  );

  it('in a header says where', async () => {
    for (const type of ['FILE', 'DIRB', 'VOLB', 'STAN', 'SPAD']) {
      const at = whole.indexOf(type, 1024);
      const bytes = Buffer.from(whole);
      bytes[at + 9] = (bytes[at + 9] ?? 0) ^ 0x04;
      const found = await read(bytes);
      expect(found?.problems[0], type).toBe(at);
    }
  });

  it('random bytes, and random blocks with right checksums, end', async () => {
    const block = fc.record({
      type: fc.constantFrom('TAPE', 'SSET', 'VOLB', 'DIRB', 'FILE', 'CFIL', 'ESET', 'EOTM', 'SFMB', 'XXXX'),
      fill: fc.uint8Array({ minLength: 508, maxLength: 508 }),
      stream: fc.option(
        fc.tuple(fc.integer({ min: 52, max: 480 }), fc.constantFrom('STAN', 'SPAD', 'SPAR', 'FNAM', 'ADAT')),
      ),
      length: fc.oneof(fc.nat(4096), fc.constantFrom(0, 0xffffffff)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 12 }), async blocks => {
        const bytes = Buffer.concat(
          blocks.map(({ type, fill, stream, length }) => {
            const one = Buffer.concat([Buffer.from(type), fill]);
            if (stream) {
              const at = stream[0] & ~3;
              one.writeUInt16LE(at, 8);
              one.write(stream[1], at);
              one.writeBigUInt64LE(BigInt(length), at + 8);
              one.writeUInt16LE(xorOfWords(one, at, 10), at + 20);
            }
            one.writeUInt16LE(xorOfWords(one, 0, 25), 50);
            return one;
          }),
        );
        await read(bytes);
      }),
      { numRuns: 300 },
    );
  });

  it('does not take a backup that lies in it for a part of itself', async () => {
    const inner = buildBkf([{ path: pathOfText('robado'), kind: 'file', content: Buffer.from('x') }], {
      device: 'Z:',
    })[0];
    const [outer = Buffer.alloc(0)] = buildBkf([
      {
        path: pathOfText('copia.bkf'),
        kind: 'file',
        content: Buffer.concat([Buffer.alloc(200), inner ?? Buffer.alloc(0)]),
      },
      { path: pathOfText('después'), kind: 'file', content: Buffer.from('y') },
    ]);
    // the content begins 200 bytes before a boundary of 512, so its blocks stand where blocks may stand
    const start = outer.indexOf('TAPE', 4);
    const shift = (512 - (start % 512)) % 512;
    const moved =
      buildBkf([
        {
          path: pathOfText('copia.bkf'),
          kind: 'file',
          content: Buffer.concat([Buffer.alloc(200 + shift), inner ?? Buffer.alloc(0)]),
        },
        { path: pathOfText('después'), kind: 'file', content: Buffer.from('y') },
      ])[0] ?? Buffer.alloc(0);
    expect(moved.indexOf('TAPE', 4) % 512).toBe(0);
    const at = moved.indexOf('STAN');
    moved[at + 9] = (moved[at + 9] ?? 0) ^ 4;
    const found = await read(moved);
    expect(found?.problems[0]).toBe(at);
    expect([...(found?.files.keys() ?? [])].filter(name => name.includes('robado'))).toEqual([]);
    expect(found?.files.get(pathOfText('C:/después'))).toEqual(Buffer.from('y'));
  });

  it('whose folder was lost does not put its files elsewhere', async () => {
    const at = whole.lastIndexOf('DIRB');
    const bytes = Buffer.from(whole);
    bytes[at] = 0;
    const found = await read(bytes);
    expect([...(found?.files.keys() ?? [])]).toEqual(['C:/uno.txt', 'C:/dos.bin']);
    expect(found?.problems.length).toBe(3);
    expect(found?.files.has(asBytePath('C:/tres'))).toBe(false);
  });
});
