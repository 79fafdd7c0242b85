import { productById, products, supportLeft } from '../catalog/products.js';
import { identity } from '../facts/identity.js';
import { FactReader } from '../engine/read.js';
import { formatsFor } from '../i18n/formats.js';
import { type Language, type Text, say } from '../i18n/text.js';
import { InputError } from '../model/input-error.js';
import type { Product, UpgradePath } from '../model/path.js';
import { allPaths } from '../paths/all.js';
import { routesFrom } from '../paths/routes.js';
import { plainTable } from '../report/table.js';
import { proofTexts } from '../report/wording.js';
import { CliError } from './cli-error.js';
import type { ReachOptions } from './reach.js';
import type { Context } from './context.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { obtain } from './obtain.js';

export interface PathsCommandOptions extends ReachOptions {
  readonly to?: string;
  readonly json?: boolean;
}

export const pathsSchema = 'antesala.paths/1';

/** One way from a product to another: its hops, or the migration. */
interface Way {
  readonly from: Product;
  readonly to: Product;
  readonly kind: UpgradePath['kind'];
  readonly hops: readonly UpgradePath[];
}

/** Shows the ways there are, for one server or product or for all. */
export async function runPaths(
  host: string | undefined,
  options: PathsCommandOptions,
  context: Context,
): Promise<ExitCode> {
  const product = host === undefined ? undefined : await productOf(host, options, context);
  if (options.to !== undefined && !productById(options.to)) throw noProduct(options.to);
  const ways = (product ? [product] : products)
    .flatMap(waysFrom)
    .filter(way => options.to === undefined || way.to.id === options.to);
  const now = context.now();
  const { terminal } = context;
  if (options.json) await terminal.print(json(ways, now));
  else if (ways.length === 0) await terminal.print(terminal.t(none(product, options.to)));
  else await terminal.print(table(ways, now, terminal.language, terminal.colors.bold));
  return exitCodes.done;
}

async function productOf(host: string, options: PathsCommandOptions, context: Context): Promise<Product> {
  const named = productById(host);
  if (named) return named;
  const { recording } = await obtain(host, options, context, false);
  const reading = new FactReader(recording).read(identity);
  const id = reading.state === 'known' ? reading.value.product : undefined;
  const found = id === undefined ? undefined : productById(id);
  if (found) return found;
  const name = reading.state === 'known' ? reading.value.name : reading.why;
  throw new CliError(
    typeof name === 'string'
      ? say({ en: `No upgrade is known for ${name}.`, es: `No se conoce ninguna actualización para ${name}.` })
      : name,
    exitCodes.noFacts,
  );
}

function waysFrom(from: Product): Way[] {
  const inPlace = routesFrom(from.id).flatMap((hops): Way[] => {
    const to = productById(hops.at(-1)?.to ?? '');
    return to ? [{ from, to, kind: 'in-place', hops }] : [];
  });
  const migrations = allPaths
    .filter(path => path.from === from.id && path.kind === 'migrate')
    .flatMap((path): Way[] => {
      const to = productById(path.to);
      return to ? [{ from, to, kind: 'migrate', hops: [path] }] : [];
    });
  return [...inPlace, ...migrations];
}

function table(ways: readonly Way[], now: Date, language: Language, bold: (text: string) => string): string {
  const f = formatsFor(language);
  const left = (product: Product): string => {
    const { state, days } = supportLeft(product, now);
    return `${f.day(product.support.ends)} (${state === 'supported' ? f.plural(days, words.day[language], words.days[language]) : words.ended[language]})`;
  };
  const rows = ways.map(way => [
    way.from.name,
    left(way.from),
    way.to.name,
    left(way.to),
    way.kind === 'migrate' ? words.migrate[language] : hopText(way.hops, language),
    [...new Set(way.hops.flatMap(hop => hop.sources.map(source => proofTexts[source.proof][language])))].join(', '),
  ]);
  return plainTable(
    words.head.map(text => bold(text[language])),
    rows,
  );
}

function hopText(hops: readonly UpgradePath[], language: Language): string {
  const [only] = hops;
  if (hops.length === 1 && only) return `${words.direct[language]} (${only.id})`;
  return [hops[0]?.from, ...hops.map(hop => hop.to)].join(' → ');
}

function json(ways: readonly Way[], now: Date): string {
  const plain = ways.map(({ from, to, kind, hops }) => ({
    from: from.id,
    to: to.id,
    kind,
    paths: hops.map(hop => hop.id),
    support: { from: { ...from.support, ...supportLeft(from, now) }, to: { ...to.support, ...supportLeft(to, now) } },
    sources: hops.flatMap(hop => hop.sources),
  }));
  return `${JSON.stringify({ schema: pathsSchema, at: now.toISOString(), ways: plain }, null, 2)}\n`;
}

function none(product: Product | undefined, to: string | undefined): Text {
  const from = product?.name ?? '';
  const target = to === undefined ? '' : (productById(to)?.name ?? to);
  return say({
    en: `No way is known${from && ` from ${from}`}${target && ` to ${target}`}.`,
    es: `No se conoce ninguna forma de pasar${from && ` de ${from}`}${target && ` a ${target}`}.`,
  });
}

function noProduct(id: string): InputError {
  const ids = products.map(product => product.id);
  return new InputError(
    say({
      en: f => `There is no product “${id.slice(0, 40)}”. Known: ${f.list(ids, 60)}.`,
      es: f => `No existe el producto «${id.slice(0, 40)}». Conocidos: ${f.list(ids, 60)}.`,
    }),
  );
}

const words = {
  head: [
    say({ en: 'From', es: 'De' }),
    say({ en: 'Support ends', es: 'Fin del soporte' }),
    say({ en: 'To', es: 'A' }),
    say({ en: 'Support ends', es: 'Fin del soporte' }),
    say({ en: 'How', es: 'Cómo' }),
    say({ en: 'Who says so', es: 'Quién lo dice' }),
  ],
  day: say({ en: '# day left', es: 'queda # día' }),
  days: say({ en: '# days left', es: 'quedan # días' }),
  ended: say({ en: 'ended', es: 'terminado' }),
  direct: say({ en: 'in place', es: 'en el mismo equipo' }),
  migrate: say({ en: 'migrate, do not upgrade', es: 'migrar, no actualizar' }),
};
