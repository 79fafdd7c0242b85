import { linkSync, mkdirSync, mkdtempSync, rmSync, rmdirSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BytePath, pathOfText } from '../byte-path.js';
import { codeOf, isGone, walk } from './walk.js';

let folder = '';
const root = (): BytePath => pathOfText(folder);
const all = (leaveOut?: (path: string) => boolean): string[] =>
  [...walk(root(), leaveOut ? { leaveOut } : {})].flatMap(batch =>
    batch.entries.map(entry => `${entry.kind} ${entry.path}`),
  );

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'antesala-walk-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('walk', () => {
  it('does not follow links, nor links that lead in a circle', () => {
    mkdirSync(join(folder, 'a'));
    symlinkSync('..', join(folder, 'a/up'));
    symlinkSync('self', join(folder, 'self'));
    symlinkSync('nowhere', join(folder, 'dangling'));
    expect(all().toSorted()).toEqual(['folder a', 'link a/up', 'link dangling', 'link self']);
  });

  it('tells each name of a file with several', () => {
    writeFileSync(join(folder, 'one'), 'x');
    linkSync(join(folder, 'one'), join(folder, 'two'));
    expect(all().toSorted()).toEqual(['file one', 'file two']);
  });

  it('leaves out what it is told to, and all below', () => {
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    writeFileSync(join(folder, 'a/b/x'), '');
    expect(all(path => path === 'a/b')).toEqual(['folder a']);
  });

  it('goes through more than one batch, and passes over what vanishes meanwhile', () => {
    mkdirSync(join(folder, 'sub'));
    for (let n = 0; n < 600; n += 1) writeFileSync(join(folder, `f${n}`), '');
    const seen: string[] = [];
    for (const batch of walk(root())) {
      expect(batch.problems).toEqual([]);
      if (seen.length === 0) {
        for (let n = 0; n < 600; n += 1) unlinkSync(join(folder, `f${n}`));
        rmdirSync(join(folder, 'sub'));
      }
      seen.push(...batch.entries.map(entry => entry.path));
    }
    expect(seen.length).toBe(256);
  });

  it('knows what is gone from what may not be read', () => {
    const error = (code: string): Error => Object.assign(new Error(code), { code });
    expect(['ENOENT', 'ENOTDIR', 'EACCES', 'EIO'].map(code => isGone(error(code)))).toEqual([true, true, false, false]);
    expect(codeOf(error('EIO'))).toBe('EIO');
  });
});
