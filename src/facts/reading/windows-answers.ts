import type { Answer, Cell, RegistryValue, Row } from '../../model/answer.js';

type Values = Readonly<Record<string, RegistryValue>>;

/** The rows of a WMI or file-info answer; undefined when there was no such answer. */
export function rowsOf(answer: Answer): readonly Row[] | undefined {
  return answer.state === 'ok' && 'rows' in answer ? answer.rows : undefined;
}

/** The keys of a registry answer by their full path; undefined when there was no such answer. */
export function keysOf(answer: Answer): Readonly<Record<string, Values>> | undefined {
  return answer.state === 'ok' && 'keys' in answer ? answer.keys : undefined;
}

/** What a command, file or PowerShell question brought; undefined when there was no such answer. */
export function textOf(answer: Answer): string | undefined {
  return answer.state === 'ok' && 'text' in answer ? answer.text : undefined;
}

/** The values of one key, whatever the case its path is spelled in. */
export function keyOf(answer: Answer, path: string): Values | undefined {
  const keys = keysOf(answer);
  if (!keys) return undefined;
  if (Object.hasOwn(keys, path)) return keys[path];
  const wanted = path.toLowerCase();
  for (const key of Object.keys(keys)) {
    if (key.length === wanted.length && key.toLowerCase() === wanted) return keys[key];
  }
  return undefined;
}

/** The keys directly below a path, by their last name, with their values. */
export function subKeysOf(answer: Answer, path: string): readonly (readonly [name: string, values: Values])[] {
  const start = `${path.toLowerCase()}\\`;
  const found: (readonly [string, Values])[] = [];
  for (const [key, values] of Object.entries(keysOf(answer) ?? {})) {
    if (key.length < start.length || key.includes('\\', start.length)) continue;
    if (key.toLowerCase().startsWith(start)) found.push([key.slice(start.length), values]);
  }
  return found;
}

/** A registry value by its name, whatever its case. */
export function valueOf(values: Values | undefined, name: string): RegistryValue | undefined {
  if (!values) return undefined;
  if (Object.hasOwn(values, name)) return values[name];
  let wanted: string | undefined;
  // `in` lists what JSON made without a list of its own: nothing is inherited
  for (const key in values) {
    // most names differ in length already: thousands of keys are asked for values they do not have
    if (key.length !== name.length) continue;
    wanted ??= name.toLowerCase();
    if (key.toLowerCase() === wanted) return values[key];
  }
  return undefined;
}

/**
 * Looks for several values of a key in one pass, by their names in whatever case: for keys of which a server has hundreds, and that lack
 * most of what is looked for.
 */
export function valuesNamed<Name extends string>(
  ...names: readonly Name[]
): (values: Values) => Readonly<Partial<Record<Name, RegistryValue>>> {
  const exact = new Map<string, Name>(names.map(name => [name, name]));
  const folded = new Map<string, Name>(names.map(name => [name.toLowerCase(), name]));
  const lengths = new Set(names.map(name => name.length));
  // one layout for all that are found, however many values a key has and in whatever order
  const none = Object.fromEntries(names.map(name => [name, undefined])) as Partial<Record<Name, RegistryValue>>;
  return values => {
    const found = { ...none };
    for (const key in values) {
      const name = exact.get(key) ?? (lengths.has(key.length) ? folded.get(key.toLowerCase()) : undefined);
      if (name !== undefined && (found[name] === undefined || name === key)) found[name] = values[key];
    }
    return found;
  };
}

/** Text of a registry value; undefined when it is absent, empty or no text. */
export function textIn(values: Values | undefined, name: string): string | undefined {
  return textOfValue(valueOf(values, name));
}

export function textOfValue(value: RegistryValue | undefined): string | undefined {
  return value?.type === 'sz' || value?.type === 'expand' ? trimmed(value.value) || undefined : undefined;
}

/** `trim` is a call out of the compiled code even where there is nothing to trim, which is nearly everywhere. */
function trimmed(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first > 0x20 && first < 0x7f && last > 0x20 && last < 0x7f ? text : text.trim();
}

export function numberIn(values: Values | undefined, name: string): number | undefined {
  return numberOf(valueOf(values, name));
}

export function numberOf(value: RegistryValue | undefined): number | undefined {
  return value?.type === 'dword' ? value.value : undefined;
}

/** A list in the registry; a single text counts as a list of one. Empty entries are left out. */
export function listIn(values: Values | undefined, name: string): readonly string[] {
  return listOf(valueOf(values, name));
}

export function listOf(value: RegistryValue | undefined): readonly string[] {
  if (value === undefined) return [];
  if (value.type === 'multi') return value.value.map(trimmed).filter(text => text !== '');
  const text = textOfValue(value);
  return text === undefined ? [] : [text];
}

/** A cell as text; undefined when it is absent, null, a list or blank. */
export function textCell(cell: Cell | undefined): string | undefined {
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  return typeof cell === 'string' ? trimmed(cell) || undefined : undefined;
}

/** A cell as a number; digits in a string count, since 64-bit integers come so. */
export function numberCell(cell: Cell | undefined): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  return typeof cell === 'string' && /^-?\d{1,20}$/.test(trimmed(cell)) ? Number(cell) : undefined;
}

/** A cell as yes or no; script engines give true as -1 or "True" as well. */
export function flagCell(cell: Cell | undefined): boolean | undefined {
  if (typeof cell === 'boolean') return cell;
  if (typeof cell === 'number') return cell !== 0;
  if (typeof cell !== 'string') return undefined;
  const text = cell.trim().toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

/** A cell as a list of texts; a single value counts as a list of one. */
export function listCell(cell: Cell | undefined): readonly string[] {
  const cells = Array.isArray(cell) ? (cell as readonly Cell[]) : [cell as Cell | undefined];
  return cells.flatMap(one => textCell(one) ?? []);
}

/** WMI's date (`yyyymmddHHMMSS.ffffff+zzz`, zzz in minutes) as an ISO time; undefined when it is none. */
export function wmiTime(cell: Cell | undefined): string | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{3})\d{0,3})?([+-]\d{3})?$/.exec(textCell(cell) ?? '');
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second, milli] = parts.slice(1, 8).map(part => Number(part ?? 0));
  const local = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second, milli);
  const time = new Date(local - Number(parts[8] ?? 0) * 60_000);
  // Date.UTC would roll a thirteenth month over into the next year
  return wmiDay(cell) === undefined || Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

/** WMI's date as an ISO day, as the host wrote it (drivers and BIOS are dated without a time). */
export function wmiDay(cell: Cell | undefined): string | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)/.exec(textCell(cell) ?? '');
  const day = parts && `${parts[1]}-${parts[2]}-${parts[3]}`;
  return day && !Number.isNaN(Date.parse(day)) ? day : undefined;
}
