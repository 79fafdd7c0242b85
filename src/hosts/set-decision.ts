import type { Set, SetResult } from '../model/instruction.js';
import type { ResourceState } from '../model/resource.js';

/** What a `set` comes to, once the host has looked. `fields`: those of `to` that must be set, in its order. */
export type SetDecision =
  | { readonly do: 'nothing' }
  | { readonly do: 'leave'; readonly as: 'absent' | 'differs' }
  | { readonly do: 'set'; readonly fields: readonly string[] };

/**
 * The one rule of `set`, the same for every executor (they are tested with the same table, `src/testing/set-decisions.ts`):
 *
 * 1. there is no such thing: `absent`, also by force;
 * 2. every field of `to` is as it should be: `nothing`;
 * 3. by force: the fields that differ are set;
 * 4. for one and the same state of `from`, each field named by it or by `to` is as one of the two says (a half-done change of ours): the
 *    fields that differ are set;
 * 5. anything else: `differs`.
 *
 * A field that only the host tells (neither `from` nor `to` names it) is none of ours. One that `from` or `to` names and the host does not
 * tell counts as having no value.
 */
export function decideSet(
  found: ResourceState | 'absent',
  { from, to, force }: Pick<Set, 'from' | 'to' | 'force'>,
): SetDecision {
  if (found === 'absent') return { do: 'leave', as: 'absent' };
  const fields = Object.keys(to).filter(name => found[name] !== to[name]);
  if (fields.length === 0) return { do: 'nothing' };
  if (force || from.some(state => mixes(found, state, to))) return { do: 'set', fields };
  return { do: 'leave', as: 'differs' };
}

/** What is reported when it was tried and looked at again. Reached is reached, whatever went wrong on the way. */
export function outcomeOfSet(
  left: ResourceState | 'absent',
  to: ResourceState,
): Extract<SetResult['did'], 'set' | 'failed'> {
  return left !== 'absent' && Object.keys(to).every(name => left[name] === to[name]) ? 'set' : 'failed';
}

function mixes(found: ResourceState, from: ResourceState, to: ResourceState): boolean {
  return [...Object.keys(from), ...Object.keys(to)].every(
    name => found[name] === from[name] || found[name] === to[name],
  );
}
