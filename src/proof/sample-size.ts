/**
 * How many files have to be looked at, and what looking at them is worth. Drawn without putting back from a tree of known size, so the
 * distribution is the hypergeometric one; for large trees that comes to the 299 files of the textbook (95 %, 1 %), for small ones to fewer.
 *
 * Source: H. F. Dodge, H. G. Romig, "Sampling Inspection Tables", acceptance number 0.
 */

/** What a proof is to show: that with this confidence less than this share of the files is damaged. Both between 0 and 1. */
export interface Aim {
  readonly confidence: number;
  readonly share: number;
}

/** The fewest files that reach the aim when all of them prove good. Never more than there are. */
export function sampleSize(population: number, { confidence, share }: Aim): number {
  if (population === 0) return 0;
  const bad = fewestBad(population, share);
  return firstIn(1, population, size => atMost(0, population, bad, size) <= 1 - confidence + slack);
}

/**
 * The share of which it can be said, with this confidence, that less is bad.
 *
 * @param looked files looked at
 * @param bad those of them that were not shown to be good
 * @returns 1 when nothing can be said; 1/population when all were looked at and good: less than one file
 */
export function shareShown(population: number, looked: number, bad: number, confidence: number): number {
  if (population === 0) return 1;
  const fewest = firstIn(bad + 1, population + 1, all =>
    all > population - (looked - bad) ? true : atMost(bad, population, all, looked) <= 1 - confidence + slack,
  );
  return Math.min(1, fewest / population);
}

/** The confidence with which it can be said that less than this share is bad. Between 0 and 1. */
export function confidenceShown(population: number, looked: number, bad: number, share: number): number {
  if (population === 0) return 0;
  return Math.max(0, 1 - atMost(bad, population, fewestBad(population, share), looked));
}

/** Sums of logarithms are not exact: an aim that is met to twelve digits is met. */
const slack = 1e-12;

/** The least number of files that is not "less than this share". */
function fewestBad(population: number, share: number): number {
  return Math.min(population, Math.max(1, Math.ceil(population * share - 1e-9)));
}

/** The least whole number in a range for which something that stays true once it is true holds; the upper bound when it never does. */
function firstIn(from: number, to: number, holds: (value: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low);
}

/** Probability of drawing at most so many bad ones. */
function atMost(most: number, population: number, bad: number, drawn: number): number {
  let sum = 0;
  for (let found = Math.max(0, drawn - (population - bad)); found <= Math.min(most, bad, drawn); found += 1) {
    sum += Math.exp(logChoose(bad, found) + logChoose(population - bad, drawn - found) - logChoose(population, drawn));
  }
  return Math.min(1, sum);
}

function logChoose(of: number, choose: number): number {
  return logFactorial(of) - logFactorial(choose) - logFactorial(of - choose);
}

const small: number[] = [0];
for (let n = 1; n <= 256; n += 1) small.push((small[n - 1] ?? 0) + Math.log(n));

/** Exact up to 256, then Stirling's series, whose next term is below 1e-17. */
function logFactorial(n: number): number {
  const exact = small[n];
  if (exact !== undefined) return exact;
  const inverse = 1 / n;
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + inverse / 12 - inverse ** 3 / 360 + inverse ** 5 / 1260;
}
