import { productById, products } from '../catalog/products.js';
import { say } from '../i18n/text.js';
import type { Hop } from '../model/assessment.js';
import { InputError } from '../model/input-error.js';
import type { Product, UpgradePath } from '../model/path.js';
import { allPaths } from '../paths/all.js';
import { recommendedPath, routesFrom } from '../paths/routes.js';

export interface ChosenPath {
  readonly path: UpgradePath;
  readonly from: Product;
  readonly to: Product;
  /** Ways to the product asked for; when it takes several hops, `path` is the first of the shortest way. */
  readonly routes: readonly (readonly Hop[])[];
}

/**
 * Picks the path to judge: the one asked for, the first hop towards the product asked for, or the one we would recommend.
 *
 * @param wish id of a path (`ws2016-ws2025`) or of a product (`ws2025`); left out: recommended
 * @throws InputError when there is no such path or product, or no way to it
 */
export function choosePath(product: string, wish: string | undefined, now: Date): ChosenPath {
  if (wish === undefined) {
    const path = recommendedPath(product, now);
    if (!path) throw noWayAtAll(product);
    return chosen(path, []);
  }
  const asked = allPaths.find(path => path.id === wish);
  if (asked) return chosen(asked, []);
  const target = productById(wish);
  if (!target) throw unknownWish(wish, product);
  const routes = routesFrom(product, target.id);
  const first = routes[0]?.[0];
  if (first) return chosen(first, routes);
  const migration = allPaths.find(path => path.from === product && path.to === target.id);
  if (migration) return chosen(migration, []);
  throw noWay(product, target);
}

function chosen(path: UpgradePath, routes: readonly (readonly UpgradePath[])[]): ChosenPath {
  const from = productById(path.from);
  const to = productById(path.to);
  if (!from || !to) throw new Error(`The path ${path.id} names a product that the catalogue lacks.`);
  return {
    path,
    from,
    to,
    routes: routes.map(route => route.map(hop => ({ path: hop.id, from: hop.from, to: hop.to }))),
  };
}

function noWayAtAll(product: string): InputError {
  const name = productById(product)?.name ?? product;
  return new InputError(
    say({
      en: `No upgrade from ${name} is known here. See “antesala paths” for those that are, or name one with --to.`,
      es: `Aquí no se conoce ninguna actualización desde ${name}. Consulte «antesala paths» o indique una con --to.`,
    }),
  );
}

function noWay(product: string, target: Product): InputError {
  const name = productById(product)?.name ?? product;
  return new InputError(
    say({
      en: `There is no way in place from ${name} to ${target.name}, not even in several hops. See “antesala paths” for the ways there are.`,
      es: `No hay forma de actualizar ${name} a ${target.name} en el mismo equipo, ni siquiera en varios saltos. Consulte «antesala paths».`,
    }),
  );
}

function unknownWish(wish: string, product: string): InputError {
  const shown = wish.slice(0, 60);
  const names = allPaths.filter(path => path.from === product).map(path => path.id);
  const known = names.length > 0 ? names : products.map(one => one.id);
  return new InputError(
    say({
      en: f => `“${shown}” is neither a path nor a product known here. Possible: ${f.list(known, 30)}.`,
      es: f => `«${shown}» no es una ruta ni un producto conocido. Posibles: ${f.list(known, 30)}.`,
    }),
  );
}
