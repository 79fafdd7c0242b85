import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, RegistryValue } from '../../model/answer.js';
import {
  flagCell,
  keyOf,
  keysOf,
  listCell,
  listIn,
  numberCell,
  numberIn,
  rowsOf,
  subKeysOf,
  textCell,
  textIn,
  textOf,
  valueOf,
  valuesNamed,
  wmiDay,
  wmiTime,
} from './windows-answers.js';

const sz = (value: string): RegistryValue => ({ type: 'sz', value });
const answer: Answer = {
  state: 'ok',
  ms: 1,
  keys: {
    'HKLM\\Software\\A': { Name: sz(' x '), EMPTY: sz(''), List: { type: 'multi', value: ['a', '', 'b'] } },
    'HKLM\\SOFTWARE\\A\\B': { n: { type: 'dword', value: 7 } },
    'HKLM\\SOFTWARE\\A\\B\\C': {},
    'HKLM\\SOFTWARE\\AB': {},
  },
};

describe('registry answers', () => {
  it('finds keys and values whatever their case', () => {
    const key = keyOf(answer, 'HKLM\\SOFTWARE\\A');
    expect(textIn(key, 'NAME')).toBe('x');
    expect(textIn(key, 'empty')).toBeUndefined();
    expect(listIn(key, 'list')).toEqual(['a', 'b']);
    expect(listIn(key, 'Name')).toEqual(['x']);
    expect(numberIn(keyOf(answer, 'hklm\\software\\a\\b'), 'N')).toBe(7);
    expect(numberIn(key, 'Name')).toBeUndefined();
    expect(textIn(undefined, 'Name')).toBeUndefined();
    expect(valueOf({}, '__proto__')).toBeUndefined();
    expect(keyOf(answer, 'constructor')).toBeUndefined();
  });

  it('finds several values in one pass as it finds each', () => {
    const look = valuesNamed('Type', 'Start', 'Group');
    const values: Readonly<Record<string, RegistryValue>> = JSON.parse(
      '{"start":{"type":"dword","value":1},"Start":{"type":"dword","value":2},"START":{"type":"dword","value":3},"TYPE":{"type":"sz","value":"x"},"Tag":{"type":"dword","value":4},"__proto__":{"type":"dword","value":5}}',
    );
    for (const name of ['Type', 'Start', 'Group'] as const) expect(look(values)[name]).toBe(valueOf(values, name));
    expect(look(values)).toEqual({ Type: sz('x'), Start: { type: 'dword', value: 2 }, Group: undefined });
    expect(look({})).toEqual({ Type: undefined, Start: undefined, Group: undefined });
  });

  it('are none where there is no such answer', () => {
    const none: Answer = { state: 'denied', ms: 1, why: 'access denied' };
    expect([rowsOf(none), rowsOf(answer), keysOf(none), textOf(none), keyOf(none, 'HKLM')]).toEqual(
      Array(5).fill(undefined),
    );
  });

  it('lists the keys directly below', () => {
    expect(subKeysOf(answer, 'HKLM\\SOFTWARE\\A').map(([name]) => name)).toEqual(['B']);
    expect(subKeysOf({ state: 'ok', ms: 1, text: '' }, 'HKLM')).toEqual([]);
  });
});

describe('cells', () => {
  it('are read as what they mean', () => {
    expect([textCell(' a '), textCell(''), textCell(null), textCell(5), textCell(['a'])]).toEqual([
      'a',
      undefined,
      undefined,
      '5',
      undefined,
    ]);
    expect([numberCell('17'), numberCell('x'), numberCell(3), numberCell('')]).toEqual([17, undefined, 3, undefined]);
    expect([flagCell(-1), flagCell('True'), flagCell('False'), flagCell(0), flagCell('si'), flagCell(null)]).toEqual([
      true,
      true,
      false,
      false,
      undefined,
      undefined,
    ]);
    expect(listCell(['a', null, 2])).toEqual(['a', '2']);
    expect(listCell('a')).toEqual(['a']);
    expect(listCell(undefined)).toEqual([]);
  });

  const times: readonly [string, string | undefined, string | undefined][] = [
    ['20090314120000.000000+060', '2009-03-14T11:00:00.000Z', '2009-03-14'],
    ['20090314120000.500000-300', '2009-03-14T17:00:00.500Z', '2009-03-14'],
    ['20060621000000.******+***', undefined, '2006-06-21'],
    ['20061340000000.000000+000', undefined, undefined],
    ['00000000000000.000000+000', undefined, undefined],
    ['14/03/2009', undefined, undefined],
  ];
  it.each(times)('date %s', (text, time, day) => {
    expect(wmiTime(text)).toBe(time);
    expect(wmiDay(text)).toBe(day);
  });

  it('are read whatever they hold', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null)), cell => {
        for (const read of [textCell, numberCell, flagCell, listCell, wmiTime, wmiDay]) read(cell);
      }),
    );
  });
});
