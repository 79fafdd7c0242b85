import type { Standings } from '../../checks/rules/service-standing.js';
import type { Service } from '../../facts/services.js';
import { isRunning } from './service-state.js';

/** A running dependent, near or far, that must not be stopped: then its dependency cannot be either. */
export function holderOf(
  service: Service,
  off: ReadonlySet<Service>,
  dependentsOf: (service: Service) => readonly Service[],
  standings: Standings,
): Service | undefined {
  const seen = new Set<Service>([service]);
  const open = [...dependentsOf(service)];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (seen.has(one) || (!isRunning(one) && !off.has(one))) continue;
    seen.add(one);
    const standing = standings.get(one.name.toLowerCase());
    if (!off.has(one) && (one.driver || one.maker.kind === 'unknown' || standing?.kind === 'keep')) return one;
    open.push(...dependentsOf(one));
  }
  return undefined;
}

/** The first wanted service that this one needs, to say why it is stopped. */
export function neededBy(
  service: Service,
  off: ReadonlySet<Service>,
  byName: ReadonlyMap<string, Service>,
): Service | undefined {
  const seen = new Set<string>();
  const open = [...service.dependsOn];
  for (let name = open.shift(); name !== undefined; name = open.shift()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const needed = byName.get(name.toLowerCase());
    if (!needed) continue;
    if (off.has(needed)) return needed;
    open.push(...needed.dependsOn);
  }
  return undefined;
}
