import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../model/input-error.js';
import { readInput } from './file.js';

const folder = mkdtempSync(join(tmpdir(), 'antesala-file-'));
const file = (name: string, content: Buffer | string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('readInput', () => {
  it('reads UTF-8 with its digest', async () => {
    const read = await readInput(file('good', 'ñ'));
    expect(read.text).toBe('ñ');
    expect(read.sha256).toBe(createHash('sha256').update('ñ').digest('hex'));
  });

  it.each([
    ['a file that is not there', () => join(folder, 'none'), /There is no file/],
    ['a folder', () => folder, /is a folder/],
    ['Latin-1', () => file('latin1', Buffer.from('{"a":"ñ"}', 'latin1')), /not UTF-8/],
    ['UTF-16', () => file('utf16', Buffer.from('\ufeff{}', 'utf16le')), /not UTF-8/],
    ['NULs', () => file('nul', '{"a":\0}'), /not UTF-8/],
  ])('%s is a clear sentence', async (_, path, expected) => {
    const failure = readInput(path());
    await expect(failure).rejects.toBeInstanceOf(InputError);
    await expect(failure).rejects.toThrow(expected);
  });

  it('200 MB are refused by their size, without reading them', async () => {
    const path = file('huge', '');
    truncateSync(path, 200 * 1024 * 1024);
    await expect(readInput(path)).rejects.toThrow(/200 MiB/);
  });
});
