import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceShown, sampleSize, shareShown } from './sample-size.js';

const usual = { confidence: 0.95, share: 0.01 };

/** The probability of seeing no bad one, as the textbook multiplies it. */
function noneBad(population: number, bad: number, drawn: number): number {
  let chance = 1;
  for (let index = 0; index < drawn; index += 1) chance *= (population - bad - index) / (population - index);
  return Math.max(0, chance);
}

describe('size of a sample', () => {
  it.each([
    // large trees: ln(0.05) / ln(0.99), rounded up
    [10_000_000, usual, 299],
    [10_000_000, { confidence: 0.99, share: 0.01 }, 459],
    [10_000_000, { confidence: 0.95, share: 0.05 }, 59],
    // small ones: every file when one bad file is already too many
    [1, usual, 1],
    [20, usual, 19],
    [100, usual, 95],
    [0, usual, 0],
  ])('%i files, %j: %i', (population, aim, expected) => expect(sampleSize(population, aim)).toBe(expected));

  it('is the least that suffices', () => {
    const aim = fc.record({
      confidence: fc.constantFrom(0.5, 0.8, 0.9, 0.95, 0.99),
      share: fc.constantFrom(0.001, 0.01, 0.05, 0.2),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60_000 }), aim, (population, { confidence, share }) => {
        const size = sampleSize(population, { confidence, share });
        const bad = Math.max(1, Math.ceil(population * share - 1e-9));
        expect(noneBad(population, bad, size)).toBeLessThanOrEqual(1 - confidence + 1e-9);
        expect(noneBad(population, bad, size - 1)).toBeGreaterThan(1 - confidence - 1e-9);
      }),
    );
  });
});

describe('what was shown', () => {
  it.each([
    [10_000_000, 299, 0, 0.95, 0.01],
    [10_000_000, 59, 0, 0.95, 0.05],
    [100, 100, 0, 0.95, 0.01],
    [100, 100, 3, 0.95, 0.04],
    [100, 0, 0, 0.95, 1],
    [100, 10, 10, 0.95, 1],
    [0, 0, 0, 0.95, 1],
  ])(
    'of %i files %i were looked at, %i not shown good: less than a share, at %d',
    (n, looked, bad, confidence, share) => expect(shareShown(n, looked, bad, confidence)).toBeCloseTo(share, 3),
  );

  it('agrees with the size that was asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000 }), population => {
        const size = sampleSize(population, usual);
        expect(confidenceShown(population, size, 0, usual.share)).toBeGreaterThanOrEqual(0.95 - 1e-9);
        expect(shareShown(population, size, 0, 0.95)).toBeLessThanOrEqual(
          Math.ceil(population * 0.01 - 1e-9) / population,
        );
      }),
    );
  });

  it('one file that could not be verified costs confidence', () => {
    expect(confidenceShown(50_000, 297, 1, 0.01)).toBeCloseTo(0.8, 1);
    expect(shareShown(50_000, 297, 1, 0.95)).toBeGreaterThan(0.015);
  });
});
