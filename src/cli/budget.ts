import { say } from '../i18n/text.js';
import { CliError } from './cli-error.js';

/** What may be spent: bytes or seconds. */
export type Budget = { readonly bytes: number } | { readonly seconds: number };

const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, min: 60, h: 3600 };
// as disks are sold and as memory is counted
const bytes: Readonly<Record<string, number>> = {
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
  tib: 1024 ** 4,
};

/**
 * A length of time or an amount of data: 20m, 1.5h, 50GB, 500 MiB.
 *
 * @throws CliError when it is neither
 */
export function budget(value: string): Budget {
  const [, figure = '', unit = ''] = /^(\d+(?:[.,]\d+)?)\s*([a-z]+)$/i.exec(value.trim()) ?? [];
  const count = Number(figure.replace(',', '.'));
  const name = unit.toLowerCase();
  if (count > 0 && Object.hasOwn(seconds, name)) return { seconds: count * (seconds[name] ?? 0) };
  if (count > 0 && Object.hasOwn(bytes, name)) return { bytes: Math.floor(count * (bytes[name] ?? 0)) };
  throw new CliError(
    say({
      en: `--budget takes a time such as 20m or 2h, or an amount such as 50GB, not “${value}”.`,
      es: `--budget admite un tiempo como 20m o 2h, o una cantidad como 50GB, no «${value}».`,
    }),
  );
}

/**
 * A percentage as a share between 0 and 1.
 *
 * @throws CliError when it is not above 0 and below 100
 */
export function percentage(value: string, option: string): number {
  const number = /^\d+(?:[.,]\d+)?\s*%?$/.test(value.trim()) ? Number.parseFloat(value.replace(',', '.')) : Number.NaN;
  if (number > 0 && number < 100) return number / 100;
  throw new CliError(
    say({
      en: `${option} takes a percentage above 0 and below 100, such as 95 or 0.5, not “${value}”.`,
      es: `${option} admite un porcentaje mayor que 0 y menor que 100, como 95 o 0,5, no «${value}».`,
    }),
  );
}
