import type { Problem } from '../backups/reader.js';
import { type Outcome, outcomes } from './judge.js';
import { type Finding, type Tally, addTally, count, emptyTally } from './tally.js';

/** Of one outcome no more than this many are named; all are counted. */
export const mostNamed = 10_000;

/** What a comparison of everything has come to so far. Flat in memory but for what is named. */
export class Findings {
  readonly tally: Tally = emptyTally();
  readonly problems: Problem[] = [];
  readonly #named = new Map<Outcome, Finding[]>(outcomes.map(outcome => [outcome, []]));
  #problemCount = 0;

  /** One of which only the count is of interest when it is identical. */
  add(found: Finding, isFile: boolean): void {
    count(this.tally, isFile, found.size, found);
    this.name(found);
  }

  addTally(tally: Tally): void {
    addTally(this.tally, tally);
  }

  /** One that was counted already. */
  name(found: Finding): void {
    const hashed = found.sha256 !== undefined;
    if (found.outcome === 'identical' && found.differs.length === 0 && !hashed) return;
    const named = this.#named.get(found.outcome);
    // hashes are asked for, so all of them are kept
    if (named && (hashed || named.length < mostNamed)) named.push(found);
  }

  problem(problem: Problem): void {
    this.#problemCount += 1;
    if (this.problems.length < mostNamed) this.problems.push(problem);
  }

  get problemCount(): number {
    return this.#problemCount;
  }

  /** By path, what is worst first. */
  named(): Finding[] {
    const worst: readonly Outcome[] = ['damaged', 'not-verifiable', 'changed', 'identical'];
    return worst.flatMap(outcome => (this.#named.get(outcome) ?? []).toSorted((a, b) => (a.path < b.path ? -1 : 1)));
  }
}
