import { describe, expect, it } from 'vitest';
import { productById, products } from '../catalog/products.js';
import { allPaths } from './all.js';
import { recommendedPath, routesFrom } from './routes.js';

const now = new Date('2026-11-24T00:00:00Z');
const stops = (route: readonly { readonly from: string; readonly to: string }[]) =>
  [route[0]?.from, ...route.map(hop => hop.to)].join(' ');

describe('routes', () => {
  it.each([
    ['the hole of the table', 'ws2012r2', 'ws2022', ['ws2012r2 ws2019 ws2022', 'ws2012r2 ws2016 ws2022']],
    ['straight over the hole', 'ws2012r2', 'ws2025', ['ws2012r2 ws2025']],
    ['2012 takes a stop to 2025', 'ws2012', 'ws2025', ['ws2012 ws2016 ws2025', 'ws2012 ws2012r2 ws2025']],
    ['one Debian at a time', 'debian10', 'debian13', ['debian10 debian11 debian12 debian13']],
    ['LTS by LTS', 'ubuntu20.04', 'ubuntu26.04', ['ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04']],
    ['SBS 2000', 'sbs2000', 'sbs2003', ['sbs2000 sbs2003']],
    ['no way in place from SBS 2011', 'sbs2011', 'ws2025', []],
    ['never backwards', 'ws2022', 'ws2019', []],
  ])('%s', (_, from, to, expected) => expect(routesFrom(from, to).map(stops)).toEqual(expected));

  it('without a target gives the best way to each', () => {
    expect(routesFrom('ws2016').map(stops)).toEqual(['ws2016 ws2025', 'ws2016 ws2022', 'ws2016 ws2019']);
  });
});

describe('recommended path', () => {
  it.each([
    ['ws2012r2', 'ws2012r2-ws2025'],
    ['ws2016', 'ws2016-ws2025'],
    ['ws2012', 'ws2012-ws2016'],
    ['debian12', 'debian12-debian13'],
    ['debian10', 'debian10-debian11'],
    ['ubuntu22.04', 'ubuntu22.04-ubuntu24.04'],
    ['sbs2000', 'sbs2000-sbs2003'],
    ['sbs2011', 'sbs2011-ws2025'],
    ['sbs45', 'sbs45-sbs2003'],
    ['ws2025', undefined],
  ])('%s: %s', (from, expected) => expect(recommendedPath(from, now)?.id).toBe(expected));
});

describe('every path', () => {
  it.each(allPaths)('$id names products that exist, is called after them and has a source', path => {
    expect(productById(path.from)).toBeDefined();
    expect(productById(path.to)).toBeDefined();
    expect(path.id).toBe(`${path.from}-${path.to}`);
    expect(path.sources.length).toBeGreaterThan(0);
    expect(path.kind === 'migrate' || path.requires.sources.length > 0).toBe(true);
  });

  it('is there once', () => expect(new Set(allPaths.map(path => path.id)).size).toBe(allPaths.length));
});

it('every product but the newest has a way on', () => {
  const newest = new Set(['ws2025', 'debian13', 'ubuntu26.04']);
  const stuck = products.filter(product => !newest.has(product.id) && !allPaths.some(path => path.from === product.id));
  expect(stuck.map(product => product.id)).toEqual([]);
});
