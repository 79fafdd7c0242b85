import type { Text } from '../i18n/text.js';
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

export interface ComparedEntry extends ChangedEntry {
  readonly reason: Reason;
  /** The server did not tell it before, or does not now: nobody knows whether it changed. */
  readonly notTold?: true;
  /** Why a whole fact could not be read in one of the two. */
  readonly why?: Text;
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
