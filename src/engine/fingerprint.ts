import { createHash } from 'node:crypto';
import { facts as allFacts } from '../facts/registry.generated.js';
import type { ChangedEntry, ChangedFact } from '../model/comparison.js';
import type { Fact } from '../model/fact.js';
import type { Recording } from '../model/recording.js';
import { entriesOf } from './entries.js';
import { FactReader } from './read.js';
import { changesByItself } from './volatile.js';

/** The lasting entries of one fact as read from a recording; of a missing one why it is missing. */
export function lastingEntries(fact: Fact<unknown>, reader: FactReader): ReadonlyMap<string, string> {
  const reading = reader.read(fact);
  if (reading.state === 'missing') return new Map([['missing', reading.why.en]]);
  return new Map([...entriesOf(reading.value)].filter(([entry]) => !changesByItself(fact.id, entry)));
}

/**
 * What a judgement rests on: SHA-256 (hex) over the lasting entries of these facts. The same server gives the same fingerprint an hour
 * later; one that was changed does not.
 */
export function fingerprintOf(recording: Recording, facts: readonly Fact<unknown>[] = allFacts): string {
  return fingerprintRead(new FactReader(recording), facts);
}

/** The same over a reader that has read already. */
export function fingerprintRead(reader: FactReader, facts: readonly Fact<unknown>[]): string {
  const hash = createHash('sha256');
  for (const fact of facts.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    hash.update(`${fact.id}\n`);
    for (const [entry, value] of [...lastingEntries(fact, reader)].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      hash.update(`${JSON.stringify([entry, value])}\n`);
    }
  }
  return hash.digest('hex');
}

/**
 * What changed between two recordings of one host, fact by fact; what changes by itself is left out.
 *
 * @param expected says of an entry that it is ours: changed by the preparation, and no surprise
 */
export function changedFacts(
  before: Recording,
  after: Recording,
  expected: (fact: string, entry: string) => boolean = () => false,
): ChangedFact[] {
  const readers = [new FactReader(before), new FactReader(after)] as const;
  return allFacts.flatMap(fact => {
    if (!fact.on[before.platform]) return [];
    const entries = differences(lastingEntries(fact, readers[0]), lastingEntries(fact, readers[1])).filter(
      ({ entry }) => !expected(fact.id, entry),
    );
    return entries.length > 0 ? [{ fact: fact.id, title: fact.title, entries }] : [];
  });
}

export function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly ChangedEntry[] {
  const changed: ChangedEntry[] = [];
  for (const [entry, value] of before) {
    if (after.get(entry) !== value) changed.push({ entry, before: value, after: after.get(entry) });
  }
  for (const [entry, value] of after) {
    if (!before.has(entry)) changed.push({ entry, before: undefined, after: value });
  }
  return changed;
}
