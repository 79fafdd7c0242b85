import { expect, it } from 'vitest';
import { inParallel } from './in-parallel.js';

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

it('keeps the order and the limit', async () => {
  let active = 0;
  let most = 0;
  const taken: number[] = [];
  await inParallel(
    [5, 1, 4, 2, 3, 0],
    2,
    async n => {
      active += 1;
      most = Math.max(most, active);
      await pause(n * 4);
      active -= 1;
      return n;
    },
    n => {
      taken.push(n);
    },
  );
  expect(taken).toEqual([5, 1, 4, 2, 3, 0]);
  expect(most).toBe(2);
});

it('goes through more items than the limit and through none', async () => {
  const taken: number[] = [];
  await inParallel(
    Array.from({ length: 100 }, (_, n) => n),
    7,
    async n => n,
    n => void taken.push(n),
  );
  await inParallel(
    [],
    7,
    async n => n,
    n => void taken.push(n),
  );
  expect(taken.length).toBe(100);
});

it('hands on a failure', async () => {
  const work = async (n: number) => {
    if (n === 2) throw new Error('two');
    return n;
  };
  await expect(inParallel([1, 2, 3], 3, work, () => undefined)).rejects.toThrow('two');
});
