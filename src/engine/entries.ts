/**
 * A fact's value as one text an entry, by a path that stays the same when a list is put in another order: `Norton/startMode` → `auto`.
 * Things of a list go by the name they have; things without one by what they are.
 */
export function entriesOf(value: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  add(found, '', value);
  return found;
}

/** The entries that this value has a place for and does not tell, by the same paths. */
export function untoldIn(value: unknown): readonly string[] {
  const found: string[] = [];
  const look = (path: string, inner: unknown): void => {
    if (inner === undefined) found.push(path);
    else if (Array.isArray(inner)) for (const item of inner) look(joined(path, nameOf(item)), item);
    else if (typeof inner === 'object' && inner !== null)
      for (const [name, deeper] of Object.entries(inner)) look(joined(path, name), deeper);
  };
  look('', value);
  return found;
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

function add(found: Map<string, string>, path: string, value: unknown): void {
  if (value === undefined) return;
  if (Array.isArray(value)) return addList(found, path, value);
  if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) add(found, joined(path, name), inner);
    return;
  }
  found.set(path, typeof value === 'string' ? value : JSON.stringify(value));
}

function addList(found: Map<string, string>, path: string, list: readonly unknown[]): void {
  const seen = new Map<string, number>();
  for (const item of list) {
    const name = nameOf(item);
    // Two of the same name (a certificate in two stores) are told apart by which came first.
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const own = joined(path, count === 1 ? name : `${name} #${count}`);
    if (typeof item === 'object' && item !== null) {
      found.set(own, '');
      add(found, own, item);
    } else {
      found.set(own, '');
    }
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
