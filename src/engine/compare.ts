import { facts as allFacts } from '../facts/registry.generated.js';
import {
  type ChangedEntry,
  type ComparedEntry,
  type ComparedFact,
  type Comparison,
  unexpectedCount,
} from '../model/comparison.js';
import type { Reading } from '../model/fact.js';
import type { Recording } from '../model/recording.js';
import { toldBy } from './entries.js';
import type { AcceptedBy } from './expected.js';
import { differences } from './fingerprint.js';
import { unreadable } from './losses/texts.js';
import { lossOf } from './losses/losses.js';
import { FactReader } from './read.js';
import { onlyCountedElsewhere } from './still-installed.js';
import { untold } from './untold.js';
import { changesByItself } from './volatile.js';

/** Says of an entry that the preparation changed it. */
type Prepared = (fact: string, entry: string) => boolean;

/**
 * Compares all facts before and after, expected and unexpected apart. Pure.
 *
 * @param upgraded whether the server is another product or build
 * @param prepared says of an entry that the preparation changed it
 * @param accepted says of a change who took it as it is
 */
export function compareRecordings(
  before: Recording,
  after: Recording,
  upgraded: boolean,
  prepared: Prepared,
  accepted: AcceptedBy = () => undefined,
): Comparison {
  const readers = [new FactReader(before), new FactReader(after)] as const;
  const noChange = onlyCountedElsewhere(after);
  const compared = allFacts.flatMap((fact): ComparedFact[] => {
    if (!fact.on[before.platform]) return [];
    const entries = comparedEntries(
      fact.id,
      readers[0].read(fact),
      readers[1].read(fact),
      upgraded,
      prepared,
      accepted,
    ).filter(entry => !noChange(fact.id, entry));
    return entries.length > 0 ? [{ fact: fact.id, title: fact.title, entries }] : [];
  });
  const head = ({ host, computer, gatheredAt }: Recording): Comparison['before'] => ({ host, computer, gatheredAt });
  return {
    before: head(before),
    after: head(after),
    facts: compared,
    unexpected: unexpectedCount({ facts: compared }),
  };
}

/** The changes of one fact out of its readings. */
export function comparedEntries(
  fact: string,
  before: Reading<unknown>,
  after: Reading<unknown>,
  upgraded: boolean,
  prepared: Prepared,
  accepted: AcceptedBy = () => undefined,
): readonly ComparedEntry[] {
  if (before.state === 'missing') {
    // what was not known before cannot have been lost, and nothing can be said of it
    const why = after.state === 'missing' ? after.why.en : undefined;
    return why === before.why.en ? [] : [{ entry: 'missing', before: before.why.en, after: why, reason: 'by-itself' }];
  }
  if (after.state === 'missing') {
    const loss = { severity: 'medium', thing: fact, text: unreadable } as const;
    return [{ entry: 'missing', before: undefined, after: after.why.en, reason: 'unexpected', loss }];
  }
  const [was, is] = [toldBy(before.value), toldBy(after.value)];
  const found = untold(wholes(differences(was.entries, is.entries)), was, is, entry => namedByHost(fact, entry));
  const silent = found.untold.map(
    (change): ComparedEntry => ({
      ...change,
      reason: changesByItself(fact, change.entry)
        ? 'by-itself'
        : prepared(fact, change.entry)
          ? 'preparation'
          : 'not-known',
    }),
  );
  const told = found.others.map((change): ComparedEntry => {
    const taken = accepted(fact, change);
    if (taken) return { ...change, reason: 'accepted', accepted: taken };
    const loss = lossOf(fact, change, was.entries, is.entries);
    // never what does not run: people call about it, whoever stopped it
    if (prepared(fact, change.entry) && !change.entry.endsWith('/state')) return { ...change, reason: 'preparation' };
    if (loss) return { ...change, reason: 'unexpected', loss };
    if (changesByItself(fact, change.entry)) return { ...change, reason: 'by-itself' };
    return { ...change, reason: upgraded && upgradeChanges(fact, change) ? 'upgrade' : 'unexpected' };
  });
  return [...told, ...silent];
}

/** Settings of a program and versions of packages go by names of their own: one that is missing was taken out. */
function namedByHost(fact: string, entry: string): boolean {
  return (fact === 'ssh-server' && entry.startsWith('settings/')) || (fact === 'apt' && entry.includes('versions/'));
}

/** Of a thing that came or went, itself alone: what is said of it came or went with it. */
function wholes(changes: readonly ChangedEntry[]): readonly ChangedEntry[] {
  const things = new Set(
    changes.filter(({ before, after }) => before === undefined || after === undefined).map(({ entry }) => entry),
  );
  return changes.filter(({ entry }) => {
    for (let at = entry.lastIndexOf('/'); at > 0; at = entry.lastIndexOf('/', at - 1)) {
      if (things.has(entry.slice(0, at))) return false;
    }
    return true;
  });
}

/** What an upgrade is expected to change: versions, what came new, the system's own parts. What must never be lost is in losses/. */
const byUpgrade: Readonly<Record<string, true | RegExp>> = {
  identity: true,
  kernel: true,
  updates: true,
  'pending-reboot': true,
  apt: true,
  'release-upgrader': true,
  applications: /\/(?:version|installed|publisher)$/,
  // those of others are in losses/
  drivers: /^[^/]+$|\/(?:version|date|signed|program)$/,
  exchange: /^build$/,
  databases: /\/version$/,
  'ssh-server': /^(?:version|settings)/,
  'system-settings': /^(?:systemdVersion|cgroup|tmpMount|mergedUsr)/,
  // the system's own that did not run come and go with its releases
  services: /^[^/]+$|\/(?:description|displayName|commandLine|program|recovery|maker)(?:\/|$)/,
  'scheduled-tasks': /^tasks\/\\Microsoft\\/,
};

function upgradeChanges(fact: string, { entry, before, after }: ChangedEntry): boolean {
  if (before === undefined) return true;
  // later releases name the same file by its place under /usr, with which /lib and /bin were merged
  if (after === `/usr${before}`) return true;
  const rule = byUpgrade[fact];
  return rule === true || (rule !== undefined && rule.test(entry));
}
