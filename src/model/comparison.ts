import type { Text } from '../i18n/text.js';
import type { Severity } from './finding.js';
import type { Acceptance } from './put-back.js';
import type { Recording } from './recording.js';

/** One entry of a fact that is no longer what it was. */
export interface ChangedEntry {
  readonly entry: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface ChangedFact {
  readonly fact: string;
  readonly title: Text;
  readonly entries: readonly ChangedEntry[];
}

/**
 * Why an entry is other than before. `by-itself`: from hour to hour. `upgrade`: that is what an upgrade does. `preparation`: our own change,
 * not put back yet. `accepted`: a person takes it as it is. `unexpected`: somebody should look at it. `not-known`: it was told before and is
 * not told now, which is neither of both.
 */
export type Reason = 'by-itself' | 'upgrade' | 'preparation' | 'accepted' | 'unexpected' | 'not-known';

/** Whether it belongs to what nobody needs to look at. */
export function isExpected({ reason }: ComparedEntry): boolean {
  return reason !== 'unexpected' && reason !== 'not-known';
}

/** What an upgrade must never lose, and lost. */
export interface Loss {
  /** `high`: people will call about it. `medium`: somebody will miss it later. `low`: probably nobody. */
  readonly severity: Extract<Severity, 'high' | 'medium' | 'low'>;
  /** The thing as the host names it. */
  readonly thing: string;
  /** What became of it, to go on after its name. */
  readonly text: Text;
}

export interface ComparedEntry extends ChangedEntry {
  readonly reason: Reason;
  /** Only when unexpected, and known to matter. */
  readonly loss?: Loss;
  /** Only when accepted. */
  readonly accepted?: Pick<Acceptance, 'by' | 'at' | 'reason'>;
}

export interface ComparedFact {
  readonly fact: string;
  readonly title: Text;
  readonly entries: readonly ComparedEntry[];
}

export interface Comparison {
  readonly before: Pick<Recording, 'host' | 'computer' | 'gatheredAt'>;
  readonly after: Pick<Recording, 'host' | 'computer' | 'gatheredAt'>;
  readonly facts: readonly ComparedFact[];
  /** Things to look at: see {@link unexpectedIn}. */
  readonly unexpected: number;
}

/** What nobody expected of a fact; of a thing that is gone as a whole, or new, one line says it all. */
export function unexpectedIn(fact: ComparedFact): readonly ComparedEntry[] {
  const entries = fact.entries.filter(({ reason }) => reason === 'unexpected');
  const whole = entries.filter(one => one.before === undefined || one.after === undefined).map(({ entry }) => entry);
  return entries.filter(({ entry }) => !whole.some(name => entry.startsWith(`${name}/`)));
}

/** How many things there are to look at: the figure that every report shows. */
export function unexpectedCount({ facts }: Pick<Comparison, 'facts'>): number {
  return facts.reduce((sum, fact) => sum + unexpectedIn(fact).length, 0);
}
