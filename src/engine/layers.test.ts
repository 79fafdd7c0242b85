import { describe, expect, it } from 'vitest';
import { type Waiting, layersOf, reversed } from './layers.js';

const names = (layers: readonly (readonly Waiting[])[]) => layers.map(layer => layer.map(({ id }) => id));
const a = { id: 'a', after: [] };
const b = { id: 'b', after: ['a'] };
const c = { id: 'c', after: ['a', 'b'] };

describe('layers', () => {
  it.each([
    ['nothing', [], []],
    ['things that wait for nobody', [a, { id: 'd', after: [] }], [['a', 'd']]],
    ['a chain, in whatever order it comes', [c, b, a], [['a'], ['b'], ['c']]],
    ['what is not among them is not waited for', [b], [['b']]],
    ['itself is not waited for', [{ id: 'x', after: ['x'] }], [['x']]],
    [
      'a circle comes last and together',
      [{ id: 'x', after: ['y'] }, { id: 'y', after: ['x'] }, { id: 'z', after: ['x'] }, a],
      [['a'], ['x', 'y', 'z']],
    ],
  ] satisfies readonly (readonly [string, readonly Waiting[], readonly (readonly string[])[]])[])(
    '%s',
    (_, items, expected) => expect(names(layersOf(items))).toEqual(expected),
  );

  it('are the other way round when putting back', () =>
    expect(names(layersOf(reversed([a, b, c])))).toEqual([['c'], ['b'], ['a']]));
});
