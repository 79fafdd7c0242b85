import type { Language } from './text.js';

/** Figures, dates and lists as one language writes them. Dates are UTC, so that the same facts give the same bytes anywhere. */
export interface Formats {
  /** A whole or decimal number: 48,211 · 48.211 */
  number(value: number): string;
  /** Bytes that are there, rounded down, so that "20 GiB free" never means a byte less than 20 GiB. */
  have(bytes: number): string;
  /** Bytes that are needed, rounded up. */
  need(bytes: number): string;
  /** A day: 14 March 2009 · 14 de marzo de 2009. Takes a date or an ISO string; what is no date is shown as it came. */
  day(value: Date | string): string;
  /** A day and minute in UTC. */
  moment(value: Date | string): string;
  /** The right form for a count, with the figure: `plural(3, '# service', '# services')`. */
  plural(count: number, one: string, other: string): string;
  /** Names in a sentence: "a, b and c" · "a, b y c"; at most `limit` of them, then how many more. */
  list(items: readonly string[], limit?: number): string;
  /** A length of time in its largest sensible unit: 3 days · 3 días. */
  duration(seconds: number): string;
}

const locales: Record<Language, string> = { en: 'en-GB', es: 'es-ES' };
const more: Record<Language, (count: string) => string> = { en: n => `${n} more`, es: n => `${n} más` };
const dayOrder: Record<Language, (day: number, month: string, year: number) => string> = {
  en: (day, month, year) => `${day} ${month} ${year}`,
  es: (day, month, year) => `${day} de ${month} de ${year}`,
};
const months: Record<Language, readonly string[]> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};
const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;
const made = new Map<Language, Formats>();

export function formatsFor(language: Language): Formats {
  const found = made.get(language);
  if (found) return found;
  const formats = makeFormats(language);
  made.set(language, formats);
  return formats;
}

function makeFormats(language: Language): Formats {
  const locale = locales[language];
  // each takes milliseconds to make, and a command that starts needs few of them
  const [numbers, days, moments, lists] = [
    // grouping is asked for: Spanish leaves it out of four-digit figures, which a column of figures cannot bear
    once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 1, useGrouping: true })),
    once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })),
    once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })),
    once(() => new Intl.ListFormat(locale, { type: 'conjunction' })),
  ];

  // most figures are small and whole, which every language writes alike: Intl would take thirty times as long for them
  const number = (value: number): string =>
    Number.isInteger(value) && value > 0 && value < 1000 ? String(value) : numbers().format(value);
  // the same for days of four-digit years; a test holds both shortcuts, and the rule for plurals, against Intl
  const usualDay = (date: Date): string | undefined => {
    const year = date.getUTCFullYear();
    if (year < 1000 || year > 9999) return undefined;
    return dayOrder[language](date.getUTCDate(), months[language][date.getUTCMonth()] ?? '', year);
  };
  const size = (bytes: number, round: (value: number) => number): string => {
    let power = 0;
    while (power < units.length - 1 && Math.abs(bytes) >= 1024 ** (power + 1)) power += 1;
    const scaled = bytes / 1024 ** power;
    return `${number(power === 0 ? round(scaled) : round(scaled * 10) / 10)} ${units[power]}`;
  };

  return {
    number,
    have: bytes => size(bytes, Math.floor),
    need: bytes => size(bytes, Math.ceil),
    day: value => shown(value, date => usualDay(date) ?? days().format(date)),
    moment: value => `${shown(value, date => moments().format(date))} UTC`,
    plural: (count, one, other) => (Math.abs(count) === 1 ? one : other).replaceAll('#', number(count)),
    list: (items, limit = 8) => {
      if (items.length === 1) return items[0] ?? '';
      if (items.length <= limit) return lists().format(items);
      return lists().format([...items.slice(0, limit), more[language](number(items.length - limit))]);
    },
    duration: seconds => duration(seconds, language, number),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function shown(value: Date | string, format: (date: Date) => string): string {
  const date = value instanceof Date ? value : new Date(value);
  return Number.isNaN(date.getTime()) ? String(value) : format(date);
}

const steps: readonly { seconds: number; en: readonly [string, string]; es: readonly [string, string] }[] = [
  { seconds: 86400, en: ['day', 'days'], es: ['día', 'días'] },
  { seconds: 3600, en: ['hour', 'hours'], es: ['hora', 'horas'] },
  { seconds: 60, en: ['minute', 'minutes'], es: ['minuto', 'minutos'] },
  { seconds: 1, en: ['second', 'seconds'], es: ['segundo', 'segundos'] },
];

function duration(seconds: number, language: Language, number: (value: number) => string): string {
  const length = Math.abs(seconds);
  const step = steps.find(({ seconds: unit }) => length >= unit) ?? {
    seconds: 1,
    en: ['second', 'seconds'],
    es: ['segundo', 'segundos'],
  };
  const count = Math.round(length / step.seconds);
  return `${number(count)} ${step[language][count === 1 ? 0 : 1]}`;
}
