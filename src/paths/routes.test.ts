import { describe, expect, it } from 'vitest';
import { productById } from '../catalog/products.js';
import { allPaths } from './all.js';
import { recommendedPath, routesFrom } from './routes.js';

const stops = (from: string, to?: string) =>
  routesFrom(from, to).map(route => [from, ...route.map(path => path.to)].join(' '));
const now = new Date('2026-11-24T00:00:00Z');

describe('paths', () => {
  it('have ids of their own, made of products that exist', () => {
    expect(new Set(allPaths.map(path => path.id)).size).toBe(allPaths.length);
    expect(allPaths.filter(({ id, from, to }) => id !== `${from}-${to}`)).toEqual([]);
    expect(allPaths.filter(({ from, to }) => !productById(from) || !productById(to))).toEqual([]);
  });

  it('name a source for themselves and for their requirements, and notes in both languages', () => {
    const unsourced = allPaths.filter(
      ({ sources, requires }) =>
        sources.length === 0 || (Object.keys(requires).length > 1 && requires.sources.length === 0),
    );
    expect(unsourced).toEqual([]);
    expect(allPaths.flatMap(path => path.notes).filter(note => note.en === note.es)).toEqual([]);
  });

  it.each([
    ['ws2008-ws2012', 'unverified'],
    ['ws2008r2-ws2012r2', 'unverified'],
    ['ws2003-ws2008', 'community'],
    ['ws2012r2-ws2025', 'vendor'],
    ['debian12-debian13', 'vendor'],
  ])('%s says whose word it is: %s', (id, proof) =>
    expect(allPaths.find(path => path.id === id)?.sources.map(source => source.proof)).toEqual([proof]),
  );

  it.each(['ws2012r2-ws2022', 'ws2012-ws2019', 'ws2012-ws2025', 'debian11-debian13', 'ubuntu20.04-ubuntu24.04'])(
    '%s does not exist',
    id => expect(allPaths.some(path => path.id === id)).toBe(false),
  );
});

describe('routesFrom', () => {
  it.each([
    ['ws2012r2', 'ws2022', ['ws2012r2 ws2019 ws2022', 'ws2012r2 ws2016 ws2022']],
    ['ws2012r2', 'ws2025', ['ws2012r2 ws2025']],
    ['ws2012', 'ws2025', ['ws2012 ws2016 ws2025', 'ws2012 ws2012r2 ws2025']],
    ['ws2008r2', 'ws2025', ['ws2008r2 ws2012r2 ws2025']],
    ['debian10', 'debian13', ['debian10 debian11 debian12 debian13']],
    ['ubuntu18.04', 'ubuntu26.04', ['ubuntu18.04 ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04']],
    ['ws2000', 'ws2008', ['ws2000 ws2003 ws2008']],
    ['ws2000', 'ws2012', []],
    ['ws2003', 'ws2012', ['ws2003 ws2008 ws2012']],
    ['sbs2003', 'ws2025', []],
    ['ws2025', 'ws2025', []],
    ['ws2022', 'ws2012', []],
    ['nothing', 'ws2025', []],
  ])('%s to %s', (from, to, expected) => expect(stops(from, to)).toEqual(expected));

  it('without a goal it goes everywhere by the shortest ways', () =>
    expect(stops('ws2016')).toEqual(['ws2016 ws2025', 'ws2016 ws2022', 'ws2016 ws2019']));

  it('ends although paths may go round in circles', () => {
    const [one] = allPaths;
    if (!one) throw new Error('no path');
    const circle = ['ab', 'ba', 'bc', 'ca'].map(([from = '', to = '']) => ({ ...one, id: `${from}-${to}`, from, to }));
    expect(routesFrom('a', 'c', circle).map(route => route.map(path => path.id))).toEqual([['a-b', 'b-c']]);
  });
});

describe('recommendedPath', () => {
  it.each([
    ['ws2012r2', 'ws2012r2-ws2025'],
    ['ws2012', 'ws2012-ws2016'],
    ['ws2008r2', 'ws2008r2-ws2012r2'],
    ['ws2022', 'ws2022-ws2025'],
    ['ws2003', 'ws2003-ws2025'],
    ['ws2000', 'ws2000-ws2025'],
    ['sbs45', 'sbs45-ws2025'],
    ['sbs2000', 'sbs2000-sbs2003'],
    ['sbs2003', 'sbs2003-ws2025'],
    ['sbs2011', 'sbs2011-ws2025'],
    ['wse2012r2', 'wse2012r2-wse2016'],
    ['wse2019', 'wse2019-ws2025'],
    ['debian12', 'debian12-debian13'],
    ['debian10', 'debian10-debian11'],
    ['ubuntu20.04', 'ubuntu20.04-ubuntu22.04'],
    ['ubuntu24.04', 'ubuntu24.04-ubuntu26.04'],
    ['debian13', undefined],
    ['ws2025', undefined],
    ['nothing', undefined],
  ])('%s: %s', (product, id) => expect(recommendedPath(product, now)?.id).toBe(id));

  it.each([
    ['debian10', 'debian13', '2026-11-24', 'debian10-debian11'],
    ['ubuntu18.04', 'ubuntu26.04', '2030-01-01', 'ubuntu18.04-ubuntu26.04'],
  ])('%s: three hops are advice, with four a migration is', (from, to, day, id) => {
    const [one] = allPaths;
    if (!one) throw new Error('no path');
    const migration = { ...one, id: `${from}-${to}`, from, to, kind: 'migrate' } as const;
    expect(recommendedPath(from, new Date(day), [...allPaths, migration])?.id).toBe(id);
  });

  it('changes with the clock', () => {
    expect(recommendedPath('wse2012r2', new Date('2027-01-12T23:00:00Z'))?.id).toBe('wse2012r2-wse2016');
    expect(recommendedPath('wse2012r2', new Date('2027-01-13T00:00:00Z'))?.id).toBe('wse2012r2-ws2025');
  });
});
