import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOf } from './entries.js';

const sorted = (entries: ReadonlyMap<string, string>) => [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1));

describe('entries', () => {
  it.each([
    ['a plain value', 7, [['', '7']]],
    [
      'things of a list go by their name',
      [
        { name: 'Norton', startMode: 'auto' },
        { name: 'APC', startMode: 'manual' },
      ],
      [
        ['Norton', ''],
        ['Norton/name', 'Norton'],
        ['Norton/startMode', 'auto'],
        ['APC', ''],
        ['APC/name', 'APC'],
        ['APC/startMode', 'manual'],
      ],
    ],
    [
      'a slash in a name is no level',
      [{ path: '/etc' }],
      [
        ['∕etc', ''],
        ['∕etc/path', '/etc'],
      ],
    ],
    [
      'two of one name',
      { dns: ['1.1.1.1', '1.1.1.1'] },
      [
        ['dns/1.1.1.1', ''],
        ['dns/1.1.1.1 #2', ''],
      ],
    ],
    ['what is not told is left out', { a: undefined, b: null }, [['b', 'null']]],
  ] as const)('%s', (_, value, expected) => expect([...entriesOf(value)]).toEqual(expected));

  it('are the same in whatever order a list comes', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 8 }), list => {
        const things = list.map(name => ({ name: `n${name}`, on: true }));
        expect(sorted(entriesOf(things))).toEqual(sorted(entriesOf(things.toReversed())));
      }),
    ));
});
