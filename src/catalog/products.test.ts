import { describe, expect, it } from 'vitest';
import { productById, products, supportLeft } from './products.js';

describe('products', () => {
  it('have ids of their own, real days in order, and a source each', () => {
    expect(new Set(products.map(product => product.id)).size).toBe(products.length);
    const days = products.flatMap(({ support }) => [support.ends, support.extended?.ends ?? support.ends]);
    expect(days.map(day => new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10))).toEqual(days);
    expect(products.filter(({ support }) => (support.extended?.ends ?? '9999') <= support.ends)).toEqual([]);
    expect(products.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });

  it.each([
    ['sbs2000', 'Small Business Server 2000'],
    ['ws2012r2', 'Windows Server 2012 R2'],
    ['debian13', 'Debian 13 (trixie)'],
    ['ubuntu24.04', 'Ubuntu 24.04 LTS'],
    ['ws2027', undefined],
    ['__proto__', undefined],
  ])('%s is found by its id', (id, name) => expect(productById(id)?.name).toBe(name));
});

describe('supportLeft', () => {
  const support = { ends: '2026-11-24', extended: { name: 'LTS', ends: '2026-11-26' } };
  it.each([
    ['2026-11-20T23:59:00Z', 'supported', 4, 6],
    ['2026-11-24T00:00:00Z', 'supported', 0, 2],
    ['2026-11-24T23:59:59Z', 'supported', 0, 2],
    ['2026-11-25T00:00:00Z', 'extended', -1, 1],
    ['2026-11-26T23:00:00Z', 'extended', -2, 0],
    ['2026-11-27T00:00:00Z', 'ended', -3, -1],
  ])('at %s it is %s', (now, state, days, extendedDays) =>
    expect(supportLeft({ support }, new Date(now))).toEqual({ state, days, extendedDays }),
  );

  it('without extended support it ends at once', () =>
    expect(supportLeft({ support: { ends: '2020-01-14' } }, new Date('2020-01-15T00:00:00Z'))).toEqual({
      state: 'ended',
      days: -1,
      extendedDays: undefined,
    }));
});
