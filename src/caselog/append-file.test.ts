import { describe, expect, it } from 'vitest';
import { CaseError } from '../model/case-error.js';
import { AppendFile, type LogHandle } from './append-file.js';

/** A file in memory of which one call goes wrong, counted over all of them; a write that goes wrong has written half. */
class BreakingFile implements LogHandle {
  bytes = Buffer.from('first\n');
  calls = 0;

  constructor(
    readonly breaks: (call: number) => boolean,
    readonly code = 'EIO',
  ) {}

  async write(bytes: Buffer, offset: number, length: number, position: number) {
    const broken = this.#next();
    // never more than four bytes at once, as a full pipe or disk would take them
    const part = broken ? Math.floor(Math.min(length, 4) / 2) : Math.min(length, 4);
    this.bytes = Buffer.concat([this.bytes.subarray(0, position), bytes.subarray(offset, offset + part)]);
    if (broken) throw this.#error();
    return { bytesWritten: part };
  }

  async sync() {
    if (this.#next()) throw this.#error();
  }

  async truncate(length: number) {
    if (this.#next()) throw this.#error();
    this.bytes = this.bytes.subarray(0, length);
  }

  async stat() {
    if (this.#next()) throw this.#error();
    return { size: this.bytes.length };
  }

  async close() {
    // nothing to give back
  }

  #next(): boolean {
    this.calls += 1;
    return this.breaks(this.calls);
  }

  #error(): Error {
    return Object.assign(new Error(this.code), { code: this.code });
  }
}

const opened = (file: BreakingFile): AppendFile => new AppendFile(file, 'case.jsonl', 6);
const second = Buffer.from('second line\n');

describe('AppendFile', () => {
  it('writes all of it, piece by piece, and syncs once', async () => {
    const file = new BreakingFile(() => false);
    await opened(file).append(second);
    expect(file.bytes.toString()).toBe('first\nsecond line\n');
    expect(file.calls).toBe(1 + 3 + 1);
  });

  it.each([1, 2, 3, 4, 5])(
    'call %i of five goes wrong: nothing is left of it, and the next time it works',
    async call => {
      const file = new BreakingFile(count => count === call);
      const log = opened(file);
      await expect(log.append(second)).rejects.toMatchObject({ kind: 'unwritable' });
      expect(file.bytes.toString()).toBe('first\n');
      await log.append(second);
      expect(file.bytes.toString()).toBe('first\nsecond line\n');
    },
  );

  it.each([2, 3, 4, 5])(
    'every call from %i on goes wrong: what is left is a half line, and nothing more is written',
    async call => {
      const file = new BreakingFile(count => count >= call);
      const log = opened(file);
      await expect(log.append(second)).rejects.toBeInstanceOf(CaseError);
      const left = file.bytes.toString();
      expect('first\nsecond line\n'.startsWith(left)).toBe(true);
      const calls = file.calls;
      await expect(log.append(second)).rejects.toMatchObject({ kind: 'unwritable' });
      expect({ calls: file.calls, left: file.bytes.toString() }).toEqual({ calls, left });
    },
  );

  it('adds nothing to a file that somebody else has written to', async () => {
    const file = new BreakingFile(() => false);
    const log = opened(file);
    file.bytes = Buffer.from('first\nstrange\n');
    await expect(log.append(second)).rejects.toMatchObject({ kind: 'locked' });
    expect(file.bytes.toString()).toBe('first\nstrange\n');
  });

  it.each([
    ['ENOSPC', 'the disk is full', 'el disco está lleno'],
    ['EDQUOT', 'the disk is full', 'el disco está lleno'],
    ['EIO', 'the disk reports an error', 'el disco comunica un error'],
    ['EROFS', 'the disk is read-only', 'el disco es de solo lectura'],
    ['EXYZ', 'EXYZ', 'EXYZ'],
  ])('%s is said in words, with the file', async (code, en, es) => {
    const error: unknown = await opened(new BreakingFile(count => count === 2, code))
      .append(second)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ text: { en: expect.stringContaining(`case.jsonl could not be written: ${en}.`) } });
    expect(error).toMatchObject({ text: { es: expect.stringContaining(`No se pudo escribir case.jsonl: ${es}.`) } });
  });
});
