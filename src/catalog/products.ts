import type { Product } from '../model/path.js';
import { linuxProducts } from './products-linux.js';
import { smallBusinessProducts } from './products-small-business.js';
import { windowsProducts } from './products-windows.js';

/** Every product that can be upgraded or upgraded to, oldest first within a family. */
export const products: readonly Product[] = [...windowsProducts, ...smallBusinessProducts, ...linuxProducts];

const byId = new Map(products.map(product => [product.id, product]));

export function productById(id: string): Product | undefined {
  return byId.get(id);
}

/** How long a product is supported, seen from a day. */
export interface SupportLeft {
  /** `extended`: only what costs extra or is limited. */
  readonly state: 'supported' | 'extended' | 'ended';
  /** Whole days until the end of free security updates; negative when it is past. */
  readonly days: number;
  /** Whole days until the end of the extended support, where there is one. */
  readonly extendedDays: number | undefined;
}

/** A product is supported up to the end (UTC) of the last day it names. */
export function supportLeft({ support }: Pick<Product, 'support'>, now: Date): SupportLeft {
  const days = daysUntil(support.ends, now);
  const extendedDays = support.extended ? daysUntil(support.extended.ends, now) : undefined;
  const state = days >= 0 ? 'supported' : extendedDays !== undefined && extendedDays >= 0 ? 'extended' : 'ended';
  return { state, days, extendedDays };
}

function daysUntil(day: string, now: Date): number {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  return Math.round((Date.parse(`${day}T00:00:00Z`) - today) / 86_400_000);
}
