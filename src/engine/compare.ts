import { facts as allFacts } from '../facts/registry.generated.js';
import type { ChangedEntry, ComparedEntry, ComparedFact, Comparison, Reason } from '../model/comparison.js';
import type { Reading } from '../model/fact.js';
import type { Recording } from '../model/recording.js';
import { entriesOf, untoldIn } from './entries.js';
import { differences } from './fingerprint.js';
import { FactReader } from './read.js';
import { changesByItself } from './volatile.js';

/**
 * Compares all facts before and after, expected and unexpected apart. Pure.
 *
 * @param upgraded whether the server is another product or build
 * @param prepared says of an entry that the preparation changed it
 */
export function compareRecordings(
  before: Recording,
  after: Recording,
  upgraded: boolean,
  prepared: (fact: string, entry: string) => boolean,
): Comparison {
  const readers = [new FactReader(before), new FactReader(after)] as const;
  const compared = allFacts.flatMap((fact): ComparedFact[] => {
    if (!fact.on[before.platform]) return [];
    const entries = comparedEntries(readers[0].read(fact), readers[1].read(fact), (entry: ChangedEntry) =>
      reasonOf(fact.id, entry, upgraded, prepared),
    );
    return entries.length > 0 ? [{ fact: fact.id, title: fact.title, entries }] : [];
  });
  const head = ({ host, computer, gatheredAt }: Recording): Comparison['before'] => ({ host, computer, gatheredAt });
  return {
    before: head(before),
    after: head(after),
    facts: compared,
    unexpected: compared.flatMap(fact => fact.entries).filter(entry => entry.reason === 'unexpected').length,
  };
}

/** Of a thing that is gone as a whole, or new, one entry says it all. */
function wholeThings(entries: readonly ChangedEntry[]): readonly ChangedEntry[] {
  const things = entries.filter(({ before, after }) => (before ?? after) === '' && before !== after);
  const whole = new Set(things.map(({ entry }) => entry));
  return entries.filter(({ entry }) => !parentsOf(entry).some(parent => whole.has(parent)));
}

function parentsOf(entry: string): readonly string[] {
  const parts = entry.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

function isIn(entry: string, path: string): boolean {
  return entry === path || entry.startsWith(`${path}/`);
}

/** What could not be looked at is no change and no peace either: it stands there as what nobody knows. */
function comparedEntries(
  was: Reading<unknown>,
  is: Reading<unknown>,
  reasonFor: (entry: ChangedEntry) => Reason,
): readonly ComparedEntry[] {
  if (was.state === 'missing' && is.state === 'missing') return [];
  if (was.state === 'missing') {
    return [
      { entry: 'missing', before: was.why.en, after: undefined, reason: 'by-itself', notTold: true, why: was.why },
    ];
  }
  if (is.state === 'missing') {
    return [
      { entry: 'missing', before: undefined, after: is.why.en, reason: 'unexpected', notTold: true, why: is.why },
    ];
  }
  const [before, after] = [was, is].map(({ value }) => ({ entries: entriesOf(value), untold: untoldIn(value) }));
  if (!before || !after) return [];
  return wholeThings(differences(before.entries, after.entries)).map(entry => {
    const untold = entry.after === undefined ? after.untold : entry.before === undefined ? before.untold : [];
    const notTold = untold.some(path => isIn(entry.entry, path));
    return { ...entry, reason: reasonFor(entry), ...(notTold ? { notTold } : {}) };
  });
}

function reasonOf(
  fact: string,
  entry: ChangedEntry,
  upgraded: boolean,
  prepared: (fact: string, entry: string) => boolean,
): Reason {
  // A service that ran and does not run now is what people call about: it never passes as a change of the hour.
  if (fact === 'services' && entry.entry.endsWith('/state')) {
    return entry.before === 'running' && entry.after !== 'running' ? 'unexpected' : 'by-itself';
  }
  if (prepared(fact, entry.entry)) return 'preparation';
  if (changesByItself(fact, entry.entry)) return 'by-itself';
  return upgraded && upgradeChanges(fact, entry) ? 'upgrade' : 'unexpected';
}

/** What an upgrade is expected to change: versions, what came new, the system's own parts. Never what is gone. */
const byUpgrade: Readonly<Record<string, true | RegExp>> = {
  identity: true,
  kernel: true,
  updates: true,
  'pending-reboot': true,
  apt: true,
  'release-upgrader': true,
  applications: /\/(?:version|installed|publisher)$/,
  drivers: /\/(?:version|date|signed|program)$/,
  exchange: /^build$/,
  databases: /\/version$/,
  'ssh-server': /^(?:version|settings)/,
  'system-settings': /^(?:systemdVersion|cgroup|tmpMount|mergedUsr)/,
  services: /\/(?:description|displayName|commandLine|program|recovery|maker)(?:\/|$)/,
};

function upgradeChanges(fact: string, { entry, before }: ChangedEntry): boolean {
  if (before === undefined) return true;
  const rule = byUpgrade[fact];
  return rule === true || (rule !== undefined && rule.test(entry));
}
