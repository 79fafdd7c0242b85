import { facts as allFacts } from '../facts/registry.generated.js';
import type { ChangedEntry, ComparedFact, Comparison, Reason } from '../model/comparison.js';
import type { Recording } from '../model/recording.js';
import { entriesOf } from './entries.js';
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
    const [was, is] = readers.map(reader => {
      const reading = reader.read(fact);
      return reading.state === 'known' ? entriesOf(reading.value) : new Map([['missing', reading.why.en]]);
    });
    if (!was || !is) return [];
    const entries = differences(was, is).map(entry => ({
      ...entry,
      reason: reasonOf(fact.id, entry, upgraded, prepared),
    }));
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
