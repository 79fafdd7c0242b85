import { productById, products, supportLeft } from '../catalog/products.js';
import type { UpgradePath } from '../model/path.js';
import { allPaths } from './all.js';

/** In-place upgrades one after the other; each hop is an outage with a backup, media and a key of its own. */
export type Route = readonly UpgradePath[];

/** More hops than this, or more than one that no vendor vouches for, are no advice: a new server is less work and less risk. */
const longestAdvice = 3;

/**
 * Ways to go in place from a product, shortest first, then those that stay longest on supported ground.
 *
 * @param to where to; left out: everywhere that can be reached, by the shortest ways to each
 */
export function routesFrom(product: string, to?: string, paths: readonly UpgradePath[] = allPaths): readonly Route[] {
  const found: Route[] = [];
  const shortest = new Map<string, number>();
  let open: Route[] = [[]];
  for (let hops = 1; open.length > 0; hops += 1) {
    const next = open.flatMap(route => extend(route, product, paths));
    for (const route of next) {
      const end = endOf(route);
      if (to !== undefined && end !== to) continue;
      const first = shortest.get(end) ?? hops;
      shortest.set(end, first);
      if (hops === first) found.push(route);
    }
    // what has arrived need not go on, and nothing longer than the shortest way is wanted
    open = to !== undefined && shortest.has(to) ? [] : next;
  }
  return found.toSorted((a, b) => a.length - b.length || byStops(a, b));
}

/**
 * The path to judge when nobody names one: the usual one where there is one, else to the product supported longest that one hop
 * reaches, else the first hop towards one that several hops reach, else a migration, else whatever hop there is.
 */
export function recommendedPath(
  product: string,
  now: Date,
  paths: readonly UpgradePath[] = allPaths,
): UpgradePath | undefined {
  const routes = adviceFrom(product, paths);
  const alive = routes.filter(route => isAlive(endOf(route), now));
  const migration = paths
    .filter(path => path.from === product && path.kind === 'migrate' && isAlive(path.to, now))
    .toSorted((a, b) => ends(b.to) - ends(a.to))[0];
  return (
    paths.find(path => path.from === product && path.usual) ??
    newest(alive.filter(route => route.length === 1))?.[0] ??
    newest(alive)?.[0] ??
    migration ??
    newest(routes)?.[0] ??
    paths.find(path => path.from === product && path.from !== path.to)
  );
}

const advice = new WeakMap<readonly UpgradePath[], Map<string, readonly Route[]>>();

/** The routes that may be advised. They depend on nothing but the table of paths, so they are searched once a product. */
function adviceFrom(product: string, paths: readonly UpgradePath[]): readonly Route[] {
  let found = advice.get(paths);
  if (!found) advice.set(paths, (found = new Map<string, readonly Route[]>()));
  let routes = found.get(product);
  if (!routes) {
    routes = routesFrom(product, undefined, paths).filter(isAdvice);
    // only what the catalogue knows is kept: a host may call itself anything
    if (productById(product)) found.set(product, routes);
  }
  return routes;
}

function isAdvice(route: Route): boolean {
  const unproven = route.filter(path => path.sources.every(source => source.proof !== 'vendor'));
  return route.length <= longestAdvice && unproven.length <= 1;
}

function extend(route: Route, product: string, paths: readonly UpgradePath[]): Route[] {
  const at = route.length === 0 ? product : endOf(route);
  const been = new Set([product, ...route.map(path => path.to)]);
  return paths
    .filter(path => path.kind === 'in-place' && path.from === at && !been.has(path.to))
    .map(path => [...route, path])
    .filter(fitsOneArchitecture);
}

/** No hop changes 32 bits into 64, so that one architecture must be accepted by all of them. */
function fitsOneArchitecture(route: Route): boolean {
  const [first = [], ...others] = route.flatMap(path =>
    path.requires.architectures ? [path.requires.architectures] : [],
  );
  return others.length === 0 || first.some(one => others.every(accepted => accepted.includes(one)));
}

function endOf(route: Route): string {
  return route.at(-1)?.to ?? '';
}

function newest(routes: readonly Route[]): Route | undefined {
  return routes.toSorted((a, b) => ends(endOf(b)) - ends(endOf(a)) || a.length - b.length)[0];
}

/** Later stops first: a server may have to stay at one of them for a while. */
function byStops(a: Route, b: Route): number {
  return earliestEnd(b) - earliestEnd(a) || (a.map(hop => hop.id).join() < b.map(hop => hop.id).join() ? -1 : 1);
}

function earliestEnd(route: Route): number {
  return Math.min(...route.map(path => ends(path.to)));
}

const endDays = new Map(products.map(product => [product.id, Date.parse(product.support.ends)]));

function ends(product: string): number {
  return endDays.get(product) ?? 0;
}

function isAlive(product: string, now: Date): boolean {
  const known = productById(product);
  return known !== undefined && supportLeft(known, now).state === 'supported';
}
