import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pseudoRandom } from '../testing/reader-contract.js';
import { compareBuffers, compareFiles } from './compare-files.js';

const folder = mkdtempSync(join(tmpdir(), 'antesala-compare-'));
const buffers = compareBuffers();
const path = (name: string): Buffer => Buffer.from(join(folder, name));
const write = (name: string, bytes: Uint8Array): void => writeFileSync(join(folder, name), bytes);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('two files', () => {
  const big = pseudoRandom((1 << 17) * 2 + 5);
  beforeAll(() => write('big', big));

  it.each([0, 1, (1 << 17) - 1, 1 << 17, (1 << 17) + 1, big.length - 1])('a byte flipped at %i is found there', at => {
    const other = Buffer.from(big);
    other[at] = (other[at] ?? 0) ^ 0x10;
    write('other', other);
    expect(compareFiles(path('other'), path('big'), big.length, buffers)).toEqual({ same: false, at });
  });

  it.each([0, 1, 100, (1 << 17) - 1, 1 << 17, (1 << 17) + 1, big.length])('%i same bytes are the same', length => {
    write('a', big.subarray(0, length));
    write('b', big.subarray(0, length));
    const sha256 = createHash('sha256').update(big.subarray(0, length)).digest('hex');
    expect(compareFiles(path('a'), path('b'), length, buffers, { hash: true })).toEqual({ same: true, sha256 });
  });

  it.each([
    [100, 99],
    [99, 100],
    [0, 1],
    [1 << 17, (1 << 17) + 1],
  ])('of %i and %i bytes differ where the shorter ends, whatever they should be', (one, other) => {
    write('a', big.subarray(0, one));
    write('b', big.subarray(0, other));
    for (const size of [one, other, 0, 5000]) {
      expect(compareFiles(path('a'), path('b'), size, buffers)).toEqual({ same: false, at: Math.min(one, other) });
    }
  });

  it('are told apart by any difference', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 40 }), (a, b) => {
        write('a', a);
        write('b', b);
        const compared = compareFiles(path('a'), path('b'), a.length, buffers);
        expect('same' in compared && compared.same).toBe(Buffer.from(a).equals(Buffer.from(b)));
      }),
      { numRuns: 50 },
    );
  });

  it('a hole reads as zeros', () => {
    write('zeros', Buffer.alloc(3 << 20));
    write('hole', Buffer.alloc(0));
    truncateSync(join(folder, 'hole'), 3 << 20);
    expect(compareFiles(path('hole'), path('zeros'), 3 << 20, buffers)).toEqual({ same: true });
  });

  it('tells which of them cannot be read', () => {
    mkdirSync(join(folder, 'd'), { recursive: true });
    symlinkSync('big', join(folder, 'l'));
    expect(compareFiles(path('no'), path('big'), 1, buffers)).toEqual({ unreadable: 'backup', code: 'ENOENT' });
    expect(compareFiles(path('big'), path('no'), 1, buffers)).toEqual({ unreadable: 'original', code: 'ENOENT' });
    expect(compareFiles(path('d'), path('big'), 1, buffers)).toEqual({ unreadable: 'backup', code: 'EISDIR' });
    expect(compareFiles(path('big'), path('l'), 1, buffers)).toEqual({ unreadable: 'original', code: 'ELOOP' });
  });

  it('a pipe put in the place of a file is not waited for', () => {
    expect(spawnSync('mkfifo', [join(folder, 'pipe')]).status).toBe(0);
    expect(compareFiles(path('pipe'), path('big'), 1, buffers)).toEqual({ same: false, at: 0 });
  });
});
