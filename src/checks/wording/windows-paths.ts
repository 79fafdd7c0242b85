import type { Product, UpgradePath } from '../../model/path.js';

/** The server is upgraded where it stands; a migration leaves it as it is. */
export const staysInPlace = (path: UpgradePath): boolean => path.kind === 'in-place';

/** In place to Small Business Server 2003 or 2003 R2. */
export const toSmallBusiness2003 = (path: UpgradePath): boolean =>
  staysInPlace(path) && (path.to === 'sbs2003' || path.to === 'sbs2003r2');

/** Windows Server by age, for rules that hold from a release on. */
const order = [
  'ws2000',
  'ws2003',
  'ws2003r2',
  'ws2008',
  'ws2008r2',
  'ws2012',
  'ws2012r2',
  'ws2016',
  'ws2019',
  'ws2022',
  'ws2025',
];

/** Essentials and Small Business Server stand at the Windows Server they are made of. */
const standsFor: Readonly<Record<string, string>> = {
  sbs2000: 'ws2000',
  sbs2003: 'ws2003',
  sbs2003r2: 'ws2003r2',
  sbs2008: 'ws2008',
  sbs2011: 'ws2008r2',
  wse2012: 'ws2012',
  wse2012r2: 'ws2012r2',
  wse2016: 'ws2016',
  wse2019: 'ws2019',
};

/** Whether a Windows product is of that release or a later one. */
export function isAtLeast(product: string, release: string): boolean {
  const rank = order.indexOf(standsFor[product] ?? product);
  return rank >= 0 && rank >= order.indexOf(release);
}

/** In place to a Windows Server of that release or later. */
export const inPlaceTo =
  (release: string) =>
  (path: UpgradePath): boolean =>
    staysInPlace(path) && isAtLeast(path.to, release);

/** In place from a Windows Server of that release or later. */
export const inPlaceFrom =
  (release: string) =>
  (path: UpgradePath, from: Product): boolean =>
    staysInPlace(path) && isAtLeast(from.id, release);

/** In place to Windows Server 2012 or later: set-up from the medium with "keep files and applications". */
export const toModernWindows = inPlaceTo('ws2012');
