import { describe, expect, it } from 'vitest';
import { toldBy } from './entries.js';
import { differences } from './fingerprint.js';
import { untold } from './untold.js';

const names = ({ entry, before }: { readonly entry: string; readonly before: string | undefined }) =>
  `${entry}=${before ?? ''}`;

describe('what is told no more', () => {
  it.each<[string, unknown, unknown, readonly string[], readonly string[]]>([
    ['a field', { a: 'x', b: 1 }, { a: undefined, b: 2 }, ['a=x'], ['b=1']],
    ['a field of a thing', [{ name: 'N', note: 'x' }], [{ name: 'N', note: undefined }], ['N/note=x'], []],
    ['not a thing that is gone', { list: ['a', 'b'] }, { list: ['b'] }, [], ['list/a=']],
    ['not the last thing of a list', { list: ['a'] }, { list: [] }, [], ['list/a=']],
    ['a list, as one', { list: ['a', 'b'] }, { list: undefined }, ['list=a, b'], []],
    ['an object, by its fields', { o: { p: 1 } }, { o: undefined }, ['o/p=1'], []],
    ['not what is new', { a: undefined }, { a: 'x' }, [], ['a=']],
    ['not what the host names', { named: { x: '1' } }, { named: {} }, [], ['named/x=1']],
  ])('%s', (_, before, after, silent, others) => {
    const [was, is] = [toldBy(before), toldBy(after)];
    const found = untold(differences(was.entries, is.entries), was, is, entry => entry.startsWith('named/'));
    expect({ untold: found.untold.map(names), others: found.others.map(names) }).toEqual({ untold: silent, others });
  });
});
