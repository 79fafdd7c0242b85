/**
 * A fact's value as one text an entry, by a path that stays the same when a list is put in another order: `Norton/startMode` → `auto`.
 * Things of a list go by the name they have; things without one by what they are.
 */
export function entriesOf(value: unknown): ReadonlyMap<string, string> {
  return toldBy(value).entries;
}

/** What a value tells: its entries, which of them are things of a list, and the lists that are told, empty ones too. */
export interface Told {
  readonly entries: ReadonlyMap<string, string>;
  /** Path of the list by entry. */
  readonly listed: ReadonlyMap<string, string>;
  readonly lists: ReadonlySet<string>;
}

export function toldBy(value: unknown): Told {
  const told = { entries: new Map<string, string>(), listed: new Map<string, string>(), lists: new Set<string>() };
  add(told, '', value);
  return told;
}

interface Telling extends Told {
  readonly entries: Map<string, string>;
  readonly listed: Map<string, string>;
  readonly lists: Set<string>;
}

/** What names a thing of a list, in this order of preference. */
const naming = [
  'name',
  'id',
  'thumbprint',
  'sid',
  'package',
  'file',
  'path',
  'device',
  'mount',
  'key',
  'user',
] as const;

function add(told: Telling, path: string, value: unknown): void {
  if (value === undefined) return;
  if (Array.isArray(value)) return addList(told, path, value);
  if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) add(told, joined(path, name), inner);
    return;
  }
  told.entries.set(path, typeof value === 'string' ? value : JSON.stringify(value));
}

function addList(told: Telling, path: string, list: readonly unknown[]): void {
  told.lists.add(path);
  const seen = new Map<string, number>();
  for (const item of list) {
    const name = nameOf(item);
    // Two of the same name (a certificate in two stores) are told apart by which came first.
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const own = joined(path, count === 1 ? name : `${name} #${count}`);
    told.entries.set(own, '');
    told.listed.set(own, path);
    if (typeof item === 'object' && item !== null) add(told, own, item);
  }
}

function nameOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  const record = item as Readonly<Record<string, unknown>>;
  for (const name of naming) {
    const value = record[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return JSON.stringify(item);
}

/** A slash inside a name would look like a level of its own. */
function joined(path: string, name: string): string {
  const safe = name.replaceAll('/', '∕');
  return path === '' ? safe : `${path}/${safe}`;
}
