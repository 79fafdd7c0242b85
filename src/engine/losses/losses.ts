import type { ChangedEntry, Loss } from '../../model/comparison.js';
import { installedLost } from './installed.js';
import { offersLost } from './offers.js';
import type { Entries, LossRules } from './rule.js';

const rules: LossRules = { ...installedLost, ...offersLost };

/**
 * What is lost by a change of a fact's entry, and how soon people will call about it; undefined when it is nothing that an upgrade must
 * never lose. Pure.
 */
export function lossOf(fact: string, change: ChangedEntry, was: Entries, is: Entries): Loss | undefined {
  for (const { like, text, weight, named } of rules[fact] ?? []) {
    const found = new RegExp(like, `${like.flags}d`).exec(change.entry);
    const [first, last] = found?.indices?.[1] ?? [];
    if (first === undefined || last === undefined) continue;
    const path = change.entry.slice(0, last);
    const severity = weight(change, path, was, is);
    if (severity === undefined) continue;
    const better = named === undefined ? undefined : was.get(`${path}/${named}`);
    return { severity, thing: (better ?? change.entry.slice(first, last)).replaceAll('∕', '/'), text };
  }
  return undefined;
}
