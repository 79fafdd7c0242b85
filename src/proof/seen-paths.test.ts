import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asBytePath } from '../backups/byte-path.js';
import { SeenPaths } from './seen-paths.js';

it('knows what it has seen, and nothing else', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 50 }), fc.nat(50), (names, split) => {
      const seen = new SeenPaths('x');
      const paths = names.map(asBytePath);
      for (const path of paths.slice(0, split)) seen.add(path);
      for (const path of paths.slice(0, split)) seen.add(path);
      expect(paths.map(path => seen.has(path))).toEqual(paths.map((_, index) => index < split));
    }),
  );
});

it('also when they are many', () => {
  const seen = new SeenPaths('x');
  const path = (n: number): ReturnType<typeof asBytePath> => asBytePath(`carpeta/${n}`);
  for (let n = 0; n < 20_000; n += 1) seen.add(path(n));
  const wrong = Array.from({ length: 40_000 }, (_, n) => n).filter(n => seen.has(path(n)) !== n < 20_000);
  expect(wrong).toEqual([]);
});
