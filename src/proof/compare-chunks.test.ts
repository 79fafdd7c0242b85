import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BytePath, pathOfText } from '../backups/byte-path.js';
import { DamagedBackup, type Content } from '../backups/reader.js';
import { say } from '../i18n/text.js';
import { pseudoRandom } from '../testing/reader-contract.js';
import { type ComparedContent, compareContent } from './compare-chunks.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-chunks-'));
const at = (name: string): BytePath => pathOfText(join(root, name));
const whole = pseudoRandom(300_000);
const sha256 = createHash('sha256').update(whole).digest('hex');
const problem = { means: 'damaged' as const, text: say({ en: 'cut', es: 'cortado' }), offset: 7 };
beforeAll(() => {
  writeFileSync(join(root, 'original'), whole);
  writeFileSync(join(root, 'same'), whole);
  symlinkSync('same', join(root, 'link'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function* chunks(bytes: Buffer, size: number, error?: Error): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
  if (error) throw error;
}

const compare = (
  content: Content,
  original = 'original',
  told: (bytes: number) => void = () => undefined,
): Promise<ComparedContent> => compareContent(content, at(original), new AbortController().signal, told);

describe('restored content', () => {
  it.each([1000, 131_072, 131_073, 300_000])('in pieces of %i is the same, and all of it is counted', async size => {
    let bytes = 0;
    const result = await compare({ chunks: chunks(whole, size) }, 'original', more => (bytes += more));
    expect([result, bytes]).toEqual([{ same: true, sha256 }, 300_000]);
  });

  it('in a file is the same', async () => {
    expect(await compare({ file: at('same') })).toEqual({ same: true, sha256 });
  });

  it('differs at the first byte that does, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(299_999), fc.integer({ min: 500, max: 200_000 }), async (byte, size) => {
        const other = Buffer.from(whole);
        other[byte] = (other[byte] ?? 0) ^ 1;
        expect(await compare({ chunks: chunks(other, size) })).toEqual({ same: false, at: byte });
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['shorter', whole.subarray(0, 299_999), 299_999],
    ['longer', Buffer.concat([whole, Buffer.from('x')]), 300_000],
    ['empty', Buffer.alloc(0), 0],
  ])('that is %s differs where the shorter ends', async (_, bytes, end) =>
    expect(await compare({ chunks: chunks(bytes, 4096) })).toEqual({ same: false, at: end }),
  );

  it.each<[string, Content, string, unknown]>([
    ['a copy that is gone', { file: at('no') }, 'original', { unreadable: 'backup', code: 'ENOENT' }],
    ['an original that is gone', { file: at('same') }, 'no', { unreadable: 'original', code: 'ENOENT' }],
    ['an original that became a link', { file: at('same') }, 'link', { unreadable: 'original', code: 'ELOOP' }],
  ])('%s is told', async (_, content, original, expected) =>
    expect(await compare(content, original)).toEqual(expected),
  );

  it('that breaks off tells what its reader said', async () => {
    const result = await compare({ chunks: chunks(whole.subarray(0, 5000), 1000, new DamagedBackup(problem)) });
    expect(result).toEqual({ unreadable: 'backup', code: 'damaged', problem });
    await expect(compare({ chunks: chunks(whole, 5000, new Error('ours')) })).rejects.toThrow('ours');
  });
});
