import type { RegistryValue } from '../../model/answer.js';
import { numberIn } from './windows-answers.js';

/** Minutes east of UTC out of TimeZoneInformation: ActiveTimeBias is what to add to local time, signed, in an unsigned DWORD. */
export function offsetMinutes(zone: Readonly<Record<string, RegistryValue>> | undefined): number | undefined {
  const bias = numberIn(zone, 'ActiveTimeBias') ?? numberIn(zone, 'Bias');
  if (bias === undefined) return undefined;
  const minutes = -(bias | 0);
  return Math.abs(minutes) <= 15 * 60 ? minutes + 0 : undefined;
}

/** In which order a language writes its dates, as the registry numbers it (Control Panel\International, iDate). */
export type DateOrder = 'mdy' | 'dmy' | 'ymd';

export function dateOrder(iDate: string | undefined): DateOrder | undefined {
  return iDate === '0' ? 'mdy' : iDate === '1' ? 'dmy' : iDate === '2' ? 'ymd' : undefined;
}

/**
 * A day and time as a command prints it in the host's language ("14/03/2009 9:12", "3/14/2009 9:12 AM"). Where the order is not
 * known, only a date that can be read in one way alone is taken.
 *
 * @returns an ISO time, or undefined when it cannot be told
 */
export function localTime(text: string, order: DateOrder | undefined, offset: number | undefined): string | undefined {
  const found = /(\d{1,4})[./-](\d{1,2})[./-](\d{1,4}).{0,3}?\s(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(.{0,6})/.exec(text);
  if (!found || offset === undefined) return undefined;
  const [a, b, c, hour, minute, second] = found.slice(1, 7).map(part => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const date = dateFrom(a, b, c, order);
  if (!date) return undefined;
  const half = /([ap])\.?\s?m/i.exec(found[7] ?? '')?.[1]?.toLowerCase();
  const hours = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  if (hours > 23 || minute > 59) return undefined;
  const time = new Date(Date.UTC(date.year, date.month - 1, date.day, hours, minute - offset, second));
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function dateFrom(a: number, b: number, c: number, order: DateOrder | undefined): Day | undefined {
  const candidates: Readonly<Record<DateOrder, Day>> = {
    mdy: { month: a, day: b, year: century(c) },
    dmy: { day: a, month: b, year: century(c) },
    ymd: { year: century(a), month: b, day: c },
  };
  if (order !== undefined) return isDay(candidates[order]) ? candidates[order] : undefined;
  const possible = a > 31 ? [candidates.ymd] : [candidates.mdy, candidates.dmy];
  const days = possible.filter(isDay);
  const same = days.length === 2 && a === b;
  return days.length === 1 || same ? days[0] : undefined;
}

function century(year: number): number {
  return year < 100 ? year + (year < 80 ? 2000 : 1900) : year;
}

function isDay({ year, month, day }: Day): boolean {
  return year >= 1980 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** US order whatever the language ("3/14/2009", Win32_QuickFixEngineering), "20090314" or a FILETIME in hexadecimal, as an ISO day. */
export function installedDay(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (/^[0-9a-f]{16}$/i.test(text)) {
    // 100-nanosecond steps since 1601
    const time = new Date(Number(BigInt(`0x${text}`) / 10_000n) - 11_644_473_600_000);
    return time.getUTCFullYear() < 2200 ? time.toISOString().slice(0, 10) : undefined;
  }
  const compact = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(text);
  const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})(?!\d)/.exec(text);
  const parts = compact?.slice(1) ?? (slashed && [slashed[3], slashed[1], slashed[2]]);
  if (!parts) return undefined;
  const [year, first, second] = parts.map(Number) as [number, number, number];
  const date = { year: century(year), month: first, day: second };
  // a month above twelve was written by a program that follows the language
  const day = isDay(date) ? date : { ...date, month: second, day: first };
  return isDay(day) ? `${day.year}-${pad(day.month)}-${pad(day.day)}` : undefined;
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}
