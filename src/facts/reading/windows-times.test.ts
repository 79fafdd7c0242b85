import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DateOrder, dateOrder, installedDay, localTime, offsetMinutes } from './windows-times.js';

describe('a local time', () => {
  const table: readonly [string, DateOrder | undefined, number | undefined, string | undefined][] = [
    ['3/14/2009 9:12 AM', 'mdy', -300, '2009-03-14T14:12:00.000Z'],
    ['3/14/2009 12:05 AM', 'mdy', 0, '2009-03-14T00:05:00.000Z'],
    ['3/14/2009 12:05 PM', 'mdy', 0, '2009-03-14T12:05:00.000Z'],
    ['14/03/2009 21:12', 'dmy', 60, '2009-03-14T20:12:00.000Z'],
    ['14/03/2009 9:12 p. m.', 'dmy', 60, '2009-03-14T20:12:00.000Z'],
    ['14.03.2009 09:12', 'dmy', 60, '2009-03-14T08:12:00.000Z'],
    ['2009-03-14 09:12', 'ymd', 0, '2009-03-14T09:12:00.000Z'],
    ['14/03/2009 9:12', undefined, 0, '2009-03-14T09:12:00.000Z'],
    ['04/03/2009 9:12', undefined, 0, undefined],
    ['04/04/2009 9:12', undefined, 0, '2009-04-04T09:12:00.000Z'],
    ['31/31/2009 9:12', 'dmy', 0, undefined],
    ['14/03/2009 9:12', 'dmy', undefined, undefined],
    ['ayer', 'dmy', 0, undefined],
  ];
  it.each(table)('%s %s %s', (text, order, offset, iso) => expect(localTime(text, order, offset)).toBe(iso));

  it('is read out of any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), (text, offset) => {
        for (const order of ['mdy', 'dmy', 'ymd', undefined] as const) localTime(text, order, offset);
        localTime(`${offset}/${offset}/${offset} 1:11`, undefined, offset);
      }),
    );
  });
});

describe('the day of an update', () => {
  it.each([
    ['3/14/2009', '2009-03-14'],
    ['14/3/2009', '2009-03-14'],
    ['20090314', '2009-03-14'],
    ['2009-03-14 21:00:00', '2009-03-14'],
    ['01c9a4c5f2a70000', '2009-03-14'],
    ['ffffffffffffffff', undefined],
    ['0/0/2009', undefined],
    ['', undefined],
  ])('%j', (text, day) => expect(installedDay(text)).toBe(day));

  it('is read out of any text', () => {
    fc.assert(fc.property(fc.string(), text => /^(\d{4}-\d\d-\d\d|undefined)$/.test(String(installedDay(text)))));
  });
});

describe('time zones', () => {
  it.each([
    [0xffffffc4, 60],
    [300, -300],
    [0, 0],
    [100000, undefined],
  ])('bias %d', (bias, minutes) =>
    expect(offsetMinutes({ ActiveTimeBias: { type: 'dword', value: bias } })).toBe(minutes),
  );

  it('are unknown without the value', () => expect(offsetMinutes({})).toBeUndefined());
  it('orders', () =>
    expect(['0', '1', '2', '', undefined].map(dateOrder)).toEqual(['mdy', 'dmy', 'ymd', undefined, undefined]));
});
