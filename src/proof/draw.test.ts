import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asBytePath, pathOfText } from '../backups/byte-path.js';
import { FirstDrawn, drawingOrder, seedFrom } from './draw.js';

describe('drawing', () => {
  it('goes by the hash of seed and path, as anybody can check', () => {
    const digest = createHash('sha256').update('semilla ñ\0Año/niño.doc').digest('hex');
    expect(drawingOrder('semilla ñ', pathOfText('Año/niño.doc'))).toBe(Number.parseInt(digest.slice(0, 13), 16));
  });

  it('depends on the seed and on every byte of the path', () => {
    const orders = [
      drawingOrder('a', asBytePath('x')),
      drawingOrder('b', asBytePath('x')),
      drawingOrder('a', asBytePath('x\xff')),
      drawingOrder('a', asBytePath('x\xfe')),
    ];
    expect(new Set(orders).size).toBe(4);
  });

  it('takes every file with the same chance', () => {
    const counts = Array.from({ length: 20 }, () => 0);
    for (let seed = 0; seed < 4000; seed += 1) {
      const first = new FirstDrawn<number>(5);
      for (let n = 0; n < 20; n += 1) first.add(drawingOrder(`${seed}`, asBytePath(`carpeta/${n}`)), n);
      for (const n of first.drawn()) counts[n] = (counts[n] ?? 0) + 1;
    }
    // 1000 each; five standard deviations are 137
    for (const one of counts) expect(Math.abs(one - 1000)).toBeLessThan(137);
  });

  it('keeps the first few, in order, whatever order they come in', () => {
    const orders = fc.uniqueArray(fc.nat(10_000), { maxLength: 200 });
    fc.assert(
      fc.property(orders, fc.nat(50), (values, most) => {
        const first = new FirstDrawn<number>(most);
        for (const value of values) first.add(value, value);
        expect(first.drawn()).toEqual(values.toSorted((a, b) => a - b).slice(0, most));
      }),
    );
  });

  it('makes a seed of random bytes', () => {
    expect(seedFrom(Buffer.from('x'))).toMatch(/^[0-9a-f]{16}$/);
    expect(seedFrom(Buffer.from('x'))).not.toBe(seedFrom(Buffer.from('y')));
  });
});
