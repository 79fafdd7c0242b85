import { productById, products } from '../catalog/products.js';
import type { UpgradePath } from '../model/path.js';
import { allPaths } from './all.js';

/**
 * Every way in place from a product to another, without going anywhere twice: fewest hops first, then the one whose stops are
 * newest. Without a target: the best way to each product that can be reached.
 */
export function routesFrom(product: string, target?: string): readonly (readonly UpgradePath[])[] {
  const routes: UpgradePath[][] = [];
  const walk = (at: string, gone: readonly UpgradePath[]): void => {
    for (const path of allPaths) {
      if (path.kind !== 'in-place' || path.from !== at || gone.some(one => one.from === path.to)) continue;
      const route = [...gone, path];
      if (target === undefined || path.to === target) routes.push(route);
      if (path.to !== target) walk(path.to, route);
    }
  };
  walk(product, []);
  routes.sort((a, b) => a.length - b.length || newness(b) - newness(a));
  if (target !== undefined) {
    const fewest = routes[0]?.length ?? 0;
    return routes.filter(route => route.length === fewest);
  }
  const best = new Map<string, UpgradePath[]>();
  for (const route of routes) {
    const end = route.at(-1)?.to ?? '';
    if (!best.has(end)) best.set(end, route);
  }
  return [...best.values()];
}

/** Newer stops on the way mean more years between the hops; the catalogue lists products oldest first. */
function newness(route: readonly UpgradePath[]): number {
  return route.reduce((sum, path) => sum + products.findIndex(one => one.id === path.to), 0);
}

/**
 * The path to judge when nobody names one: the direct hop to the product that is supported longest; when support of every direct
 * target has ended, the first hop of the way to the one supported longest; without any way in place, the migration.
 */
export function recommendedPath(product: string, now: Date): UpgradePath | undefined {
  const direct = allPaths.filter(path => path.from === product && path.kind === 'in-place');
  const alive = direct.filter(path => Date.parse(endsOf(path.to)) > now.getTime());
  if (alive.length > 0) return longest(alive, path => path.to);
  const far = longest([...routesFrom(product)], route => route.at(-1)?.to ?? '');
  return far?.[0] ?? allPaths.find(path => path.from === product);
}

function longest<T>(items: readonly T[], product: (item: T) => string): T | undefined {
  return items.toSorted((a, b) => endsOf(product(b)).localeCompare(endsOf(product(a))))[0];
}

function endsOf(product: string): string {
  return productById(product)?.support.ends ?? '';
}
