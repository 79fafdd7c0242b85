import { say } from '../i18n/text.js';
import { CliError } from './cli-error.js';

/** A whole number within bounds, or a sentence that says which. */
export function wholeNumber(value: string, option: string, least: number, most: number): number {
  const number = Number(value);
  if (/^[0-9]+$/.test(value) && number >= least && number <= most) return number;
  throw new CliError(
    say({
      en: f => `${option} takes a whole number from ${f.number(least)} to ${f.number(most)}, not “${value}”.`,
      es: f => `${option} admite un número entero de ${f.number(least)} a ${f.number(most)}, no «${value}».`,
    }),
  );
}

/** A moment as ISO 8601, or a day, in UTC unless it says otherwise. */
export function moment(value: string, option: string): Date {
  const shape = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(value);
  const zoned = shape && shape[1] !== undefined && shape[4] === undefined ? `${value}Z` : value;
  const date = new Date(zoned);
  if (shape && !Number.isNaN(date.getTime())) return date;
  throw new CliError(
    say({
      en: `${option} takes a moment such as 2027-01-12 or 2027-01-12T18:30Z, not “${value}”.`,
      es: `${option} admite un momento como 2027-01-12 o 2027-01-12T18:30Z, no «${value}».`,
    }),
  );
}
