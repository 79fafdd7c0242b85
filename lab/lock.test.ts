import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { alone } from './lock.js';
import { pause } from './namespace.js';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lab-lock-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

it('lets one work after the other', async () => {
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} begins`);
    await pause(30);
    log.push(`${name} ends`);
  };
  await Promise.all([alone(dir, work('a')), alone(dir, work('b'))]);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  expect(readdirSync(dir)).toEqual([]);
});

it('is released when the work fails', async () => {
  await expect(alone(dir, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await alone(dir, async () => 'free')).toBe('free');
});

it('takes over from a process that has died', async () => {
  writeFileSync(join(dir, 'lock'), '4194305'); // above the largest process number Linux gives
  expect(await alone(dir, async () => 'mine', 2000)).toBe('mine');
});

it('says who holds it when it takes too long', async () => {
  writeFileSync(join(dir, 'lock'), String(process.pid));
  await expect(alone(dir, async () => 'mine', 50)).rejects.toThrow(`process ${process.pid}`);
});
