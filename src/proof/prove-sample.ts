import type { BytePath } from '../backups/byte-path.js';
import type { BackupEntry, Problem } from '../backups/reader.js';
import { InputError } from '../model/input-error.js';
import { type Bench, type Pair, compareRestored, judgePair } from './compare-restored.js';
import { noneThere } from './none-there.js';
import type { Survey, Wanted } from './survey.js';
import type { Finding } from './tally.js';

/** What may be spent beside what is needed; whichever is used up first. */
export interface Budget {
  readonly bytes?: number;
  /** When to stop, in milliseconds since 1970. */
  readonly until?: number;
}

export interface SampleResult {
  /** Of files that were drawn, in drawing order. */
  readonly drawn: readonly Finding[];
  /** Of those that are always looked at. */
  readonly always: readonly Finding[];
  /** Files listed in the backup. */
  readonly listed: number;
  readonly problems: readonly Problem[];
}

/**
 * Compares the files that are always looked at, and so many of those drawn. One that changed since the backup says nothing of it: the next in
 * the order is drawn instead. So what remains is a random sample of the files that did not change.
 *
 * @param wanted how many of the drawn must say something; with a budget, more are looked at until it is used up
 */
export async function proveSample(
  survey: Survey,
  wanted: number,
  budget: Budget | undefined,
  bench: Bench,
  now: () => number,
  seen: (files: number) => void,
): Promise<SampleResult> {
  const { entries, listed, problems } = await lookUp(survey, bench, seen);
  const pair = (one: Wanted): Pair => ({ wanted: one, backup: entries.get(one.path) });
  const drawn: Finding[] = [];
  const important = new Set(survey.always.map(one => one.path));
  const known = new Map<BytePath, Finding>();
  // together with the first of those drawn: every restore from a repository takes a while to begin
  let waiting = survey.always.map(pair);
  const compare = async (round: readonly Pair[]): Promise<void> => {
    const found = await compareAll([...waiting, ...round.filter(one => !important.has(one.wanted.path))], bench);
    waiting = [];
    for (const one of found) if (important.has(one.path)) known.set(one.path, one);
    drawn.push(...found.filter(one => !important.has(one.path)));
    for (const one of round) drawn.push(...[known.get(one.wanted.path)].filter(already => already !== undefined));
  };
  let bytes = survey.always.reduce((sum, one) => sum + one.original.size, 0);
  for (let next = 0; next < survey.drawn.length; ) {
    const speaking = drawn.filter(speaks).length;
    if (budget ? spent(budget, bytes, now()) : speaking >= wanted) break;
    const size = budget ? 32 : wanted - speaking;
    const round: Pair[] = [];
    for (
      ;
      next < survey.drawn.length && round.filter(one => judgePair(one, bench)?.outcome !== 'changed').length < size;
      next += 1
    ) {
      const one = survey.drawn[next];
      // in the order drawn, up to the first that no longer fits: choosing smaller ones instead would favour them
      const cost = one && !important.has(one.path) ? one.original.size : 0;
      if (!one || (budget?.bytes !== undefined && bytes + cost > budget.bytes)) break;
      bytes += cost;
      round.push(pair(one));
    }
    if (round.length === 0) break;
    await compare(round);
  }
  await compare([]);
  const order = new Map(survey.drawn.map((one, index) => [one.path, index]));
  drawn.sort((a, b) => (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0));
  const always = survey.always.flatMap(one => known.get(one.path) ?? []);
  return { drawn, always, listed, problems };
}

/** Whether a finding says something of the backup. */
export function speaks({ outcome }: Finding): boolean {
  return outcome !== 'changed';
}

function spent({ bytes, until }: Budget, used: number, now: number): boolean {
  return (bytes !== undefined && used >= bytes) || (until !== undefined && now >= until);
}

/** Lists the backup once and keeps what was drawn. Where a path is in it more than once, the later counts, as when it is restored. */
async function lookUp(
  { drawn, always }: Survey,
  { reader, signal }: Bench,
  seen: (files: number) => void,
): Promise<{
  readonly entries: Map<BytePath, BackupEntry>;
  readonly listed: number;
  readonly problems: readonly Problem[];
}> {
  const asked = new Set([...drawn, ...always].map(one => one.path));
  const entries = new Map<BytePath, BackupEntry>();
  const problems: Problem[] = [];
  const examples: BytePath[] = [];
  let listed = 0;
  for await (const batch of reader.list(signal)) {
    problems.push(...batch.problems);
    for (const entry of batch.entries) {
      if (entry.kind === 'file' && (listed += 1) <= 2) examples.push(entry.path);
      if (asked.has(entry.path)) entries.set(entry.path, entry);
    }
    seen(listed);
  }
  if (asked.size > 0 && entries.size === 0 && listed > 0)
    throw new InputError(noneThere([...asked].slice(0, 1), examples));
  return { entries, listed, problems };
}

async function compareAll(pairs: readonly Pair[], bench: Bench): Promise<Finding[]> {
  if (pairs.length === 0) return [];
  const judged = pairs.flatMap(pair => judgePair(pair, bench) ?? []);
  const done = new Set(judged.map(one => one.path));
  const findings = [...judged];
  for await (const one of compareRestored(
    pairs.filter(pair => !done.has(pair.wanted.path)),
    bench,
  ))
    findings.push(one);
  return findings;
}
