import type { ChangedEntry } from '../model/comparison.js';
import type { Told } from './entries.js';

/**
 * The entries that were told before and of which a value says nothing now, apart from things that are gone: a thing of a list is gone when
 * the list is told without it. Of a list that is not told any more, the list itself. Fields whose names come from the host (`named`) are
 * things too.
 *
 * @param changes what differs, of things as a whole only those themselves
 */
export function untold(
  changes: readonly ChangedEntry[],
  was: Told,
  is: Told,
  named: (entry: string) => boolean = () => false,
): { readonly untold: readonly ChangedEntry[]; readonly others: readonly ChangedEntry[] } {
  const gone = new Map<string, ChangedEntry>();
  const others: ChangedEntry[] = [];
  for (const change of changes) {
    const { entry, after } = change;
    const list = was.listed.get(entry);
    if (after !== undefined || (list === undefined ? named(entry) : is.lists.has(list))) others.push(change);
    else if (list === undefined) gone.set(entry, change);
    else gone.set(list, { entry: list, before: enumerated(gone.get(list)?.before, entry, list), after });
  }
  return { untold: [...gone.values()], others };
}

/** The things of a list that is not told any more, by their names. */
function enumerated(before: string | undefined, entry: string, list: string): string {
  const name = list === '' ? entry : entry.slice(list.length + 1);
  return before === undefined ? name : `${before}, ${name}`;
}
