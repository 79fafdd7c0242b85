import type { Text } from '../i18n/text.js';
import type { Severity } from './finding.js';
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
 * not put back yet. `unexpected`: somebody should look at it.
 */
export type Reason = 'by-itself' | 'upgrade' | 'preparation' | 'unexpected';

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
  readonly unexpected: number;
}
