import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatsFor } from './formats.js';
import { languages } from './text.js';

const locales = { en: 'en-GB', es: 'es-ES' } as const;

describe.each(languages)('formats in %s', language => {
  const f = formatsFor(language);
  const locale = locales[language];
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, useGrouping: true });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const plurals = new Intl.PluralRules(locale);

  it('write numbers as Intl does', () => {
    for (const value of [0, -0, 1, 999, 1000, 0.04, 0.05, -1, 999.95, Number.NaN, Infinity])
      expect(f.number(value)).toBe(numbers.format(value));
    fc.assert(fc.property(fc.oneof(fc.integer(), fc.double(), fc.nat(2000)), n => f.number(n) === numbers.format(n)));
  });

  it('write days as Intl does, whatever the year', () => {
    const edges = ['0999-12-31', '1000-01-01', '9999-12-31', '2024-02-29', '+010000-01-01', '-000001-06-15'];
    for (const day of edges) expect(f.day(day)).toBe(days.format(new Date(day)));
    fc.assert(fc.property(fc.date({ noInvalidDate: true }), date => f.day(date) === days.format(date)));
    for (let month = 0; month < 12; month += 1) {
      const date = new Date(Date.UTC(2026, month, 3));
      expect(f.day(date)).toBe(days.format(date));
    }
  });

  it('shows what is no date as it came', () => expect(f.day('soon')).toBe('soon'));

  it('choose between one and many as Intl does', () => {
    for (const value of [0, 1, 2, -1, 21, 101, 1_000_000])
      expect(f.plural(value, 'one', 'other') === 'one').toBe(plurals.select(value) === 'one');
    fc.assert(
      fc.property(fc.integer(), n => (f.plural(n, 'one', 'other') === 'one') === (plurals.select(n) === 'one')),
    );
  });
});

describe('formats', () => {
  const [en, es] = [formatsFor('en'), formatsFor('es')];

  it.each([
    [[], '', ''],
    [['a'], 'a', 'a'],
    [['a', 'b'], 'a and b', 'a y b'],
    [['a', 'b', 'c'], 'a, b and c', 'a, b y c'],
    [['a', 'i'], 'a and i', 'a e i'],
  ])('list %j', (items, english, spanish) => expect([en.list(items), es.list(items)]).toEqual([english, spanish]));

  it('list no more than was asked for, and say how many are left', () =>
    expect([en.list(['a', 'b', 'c'], 2), es.list(['a', 'b', 'c'], 2)]).toEqual(['a, b and 1 more', 'a, b y 1 más']));

  it.each([
    [20 * 1024 ** 3 - 1, '19.9 GiB', '20 GiB'],
    [20 * 1024 ** 3, '20 GiB', '20 GiB'],
    [512, '512 B', '512 B'],
  ])('%i bytes are rounded down where they are there, up where they are needed', (bytes, have, need) =>
    expect([en.have(bytes), en.need(bytes)]).toEqual([have, need]),
  );

  it.each([
    [1, '1 second', '1 segundo'],
    [7200, '2 hours', '2 horas'],
    [86_400, '1 day', '1 día'],
  ])('%i seconds in their largest unit', (seconds, english, spanish) =>
    expect([en.duration(seconds), es.duration(seconds)]).toEqual([english, spanish]),
  );
});
