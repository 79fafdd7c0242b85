import { type Standings, standingsOf } from '../../checks/rules/service-standing.js';
import type { Protection } from '../../facts/protection.js';
import type { Service, Services } from '../../facts/services.js';

/**
 * The services of antivirus and backup products, by lower-case name with the product's id: they are for the step `disk-tools`, whole
 * products at a time. What such a service needs and is of another maker goes with it, so that no order between steps has to be kept: what
 * depends on a product is stopped with the third-party services before, what a product depends on together with it.
 */
export function servicesOfProducts(
  services: Services,
  products: Protection,
  standings: Standings = standingsOf(services),
): ReadonlyMap<string, string> {
  const byName = new Map(services.map(service => [service.name.toLowerCase(), service]));
  const owner = new Map<string, string>();
  for (const { product, seen } of products) {
    const open = seen.map(name => name.toLowerCase());
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      const service = byName.get(name);
      if (!service || owner.has(name)) continue;
      owner.set(name, product);
      open.push(
        ...service.dependsOn.filter(needed => isTaken(byName, standings, needed)).map(one => one.toLowerCase()),
      );
    }
  }
  return owner;
}

function isTaken(byName: ReadonlyMap<string, Service>, standings: Standings, name: string): boolean {
  const id = name.toLowerCase();
  return byName.has(id) && standings.get(id)?.kind === 'take';
}
