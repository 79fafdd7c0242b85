import type { Text } from '../../i18n/text.js';
import type { ChangedEntry, Loss } from '../../model/comparison.js';

/** A fact's entries, by their path (see entries.ts). */
export type Entries = ReadonlyMap<string, string>;
export type Weight = Loss['severity'];

/** What an entry must be, and become, to count as lost. */
export interface LossRule {
  /** The entries it is about; the first group is the thing's name. */
  readonly like: RegExp;
  readonly text: Text;
  /** Undefined when it is no loss after all. `path` is the thing's own entry. */
  readonly weight: (change: ChangedEntry, path: string, was: Entries, is: Entries) => Weight | undefined;
  /** The field that names the thing better than its entry does. */
  readonly named?: string;
}

export type LossRules = Readonly<Record<string, readonly LossRule[]>>;

export function gone({ after }: ChangedEntry): boolean {
  return after === undefined;
}

/** A thing that is gone weighs this. */
export function goneWith(weight: Weight): LossRule['weight'] {
  return change => (gone(change) ? weight : undefined);
}

/** A field that had this value and has another (or, where `after` is given, that one) weighs this. */
export function from(before: string, weight: Weight, after?: string): LossRule['weight'] {
  return change =>
    change.before === before && (after === undefined ? change.after !== before : change.after === after)
      ? weight
      : undefined;
}
