import type { Product, UpgradePath } from '../../model/path.js';

/** Concerns paths to these products. */
export const leadsTo =
  (...products: readonly string[]) =>
  (path: UpgradePath): boolean =>
    products.includes(path.to);

export const onDebian = (_path: UpgradePath, from: Product): boolean => from.family === 'debian';
export const onUbuntu = (_path: UpgradePath, from: Product): boolean => from.family === 'ubuntu';
