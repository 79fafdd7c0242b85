import type { Answer, Cell, RegistryValue, Row, TextAnswer } from '../../src/model/answer.js';
import type { FileInfoQuestion, Question, RegistryQuestion, WmiQuestion } from '../../src/model/question.js';

/** Registry data as a composer writes it: text = REG_SZ, number = REG_DWORD, list = REG_MULTI_SZ. */
export type Data = string | number | readonly string[] | { readonly expand: string } | { readonly binary: string };
/** Keys by their full path with their values. */
export type Hive = Readonly<Record<string, Readonly<Record<string, Data>>>>;
/** Rows of a class, or why there are none. Classes outside `root\cimv2` are named `namespace:class`. */
export type Classes = Readonly<Record<string, readonly Row[] | 'no class' | 'no namespace'>>;

export interface ProgramFile {
  readonly path: string;
  readonly company: string | null;
  readonly product: string | null;
  readonly description: string | null;
  readonly version: string | null;
  readonly modified: string;
}

/** A Windows server as far as questions can be put to it. What is not described here is not on it. */
export interface Machine {
  readonly executor: 'wsh' | 'powershell';
  readonly hive: Hive;
  readonly classes: Classes;
  readonly programs: readonly ProgramFile[];
  /** Content by path, as the question spells it. */
  readonly files: Readonly<Record<string, string>>;
  /** What commands print, by the id of the question. */
  readonly commands: Readonly<Record<string, TextAnswer>>;
  /** What PowerShell questions print, by the id of the question. */
  readonly scripts: Readonly<Record<string, unknown>>;
}

/**
 * What this machine answers. Registry and WMI questions are answered from its description, so that a changed or a new question
 * needs no change here; commands and scripts need an answer of their own.
 *
 * @throws Error when nothing says what the machine would answer
 */
export function answerOf(machine: Machine, question: Question): Answer {
  switch (question.kind) {
    case 'registry':
      return registryAnswer(machine.hive, question);
    case 'wmi':
      return wmiAnswer(machine.classes, question);
    case 'file-info':
      return programsAnswer(machine.programs, question);
    case 'file': {
      const text = machine.files[question.path];
      return text === undefined ? none('missing', `${question.path}: file not found (800A0035)`) : printed(text);
    }
    case 'command':
      return machine.commands[question.id] ?? undescribed(question.id);
    case 'powershell': {
      if (machine.executor === 'wsh') return none('unsupported', 'Windows Script Host runs no PowerShell');
      const value = machine.scripts[question.id] ?? undescribed(question.id);
      return { state: 'ok', ms: 140, text: `${JSON.stringify(value)}\r\n` };
    }
  }
}

function undescribed(id: string): never {
  throw new Error(`Nothing says what this machine answers to ${id}: describe it, then compose again.`);
}

export function none(state: 'missing' | 'denied' | 'unsupported', why: string): Answer {
  return { state, ms: 2, why };
}

/** What a command or a file brought. */
export function printed(text: string, exit = 0, err = ''): TextAnswer {
  return { state: 'ok', ms: 60, text, exit, ...(err === '' ? {} : { err }) };
}

/** The lines a Windows program prints. */
export function lines(...all: readonly string[]): string {
  return all.map(line => `${line}\r\n`).join('');
}

function registryAnswer(hive: Hive, { key, depth = 0, values }: RegistryQuestion): Answer {
  const wanted = values && new Set(values.map(name => name.toLowerCase()));
  const keys: Record<string, Record<string, RegistryValue>> = {};
  for (const [path, data] of Object.entries(hive)) {
    if (path.toLowerCase() !== key.toLowerCase() && !path.toLowerCase().startsWith(`${key.toLowerCase()}\\`)) continue;
    const below = path.slice(key.length + 1);
    const parts = below === '' ? [] : below.split('\\');
    // a key that has sub-keys is there, whether or not it was described itself
    for (let end = 0; end <= Math.min(depth, parts.length); end += 1)
      keys[[key, ...parts.slice(0, end)].join('\\')] ??= {};
    if (parts.length > depth) continue;
    const found = (keys[path] ??= {});
    for (const [name, value] of Object.entries(data))
      if (!wanted || wanted.has(name.toLowerCase())) found[name] = valueOf(value);
  }
  const count = Object.keys(keys).length;
  return count === 0 ? none('missing', `${key} is not in the registry`) : { state: 'ok', ms: 2 + (count >> 2), keys };
}

function valueOf(data: Data): RegistryValue {
  if (typeof data === 'string') return { type: 'sz', value: data };
  if (typeof data === 'number') return { type: 'dword', value: data };
  if ('expand' in data) return { type: 'expand', value: data.expand };
  if ('binary' in data) return { type: 'binary', value: data.binary };
  return { type: 'multi', value: data };
}

function wmiAnswer(
  classes: Classes,
  { namespace = 'root\\cimv2', class: name, properties, where }: WmiQuestion,
): Answer {
  const full = namespace === 'root\\cimv2' ? name : `${namespace}:${name}`;
  const rows = classes[full];
  if (rows === undefined) return undescribed(`questions about ${full}`);
  if (rows === 'no class') return none('missing', `${namespace} ${name}: not found (80041010)`);
  if (rows === 'no namespace') return none('missing', `${namespace} ${name}: invalid namespace (8004100E)`);
  const has = (property: string) => rows.some(row => Object.hasOwn(row, property));
  if (rows.length > 0 && !properties.some(has))
    return none('missing', `${name} has none of the properties ${properties.join(', ')}`);
  const met = rows.filter(row => meets(row, where));
  return {
    state: 'ok',
    ms: 30 + met.length,
    rows: met.map(row =>
      Object.fromEntries(properties.map((property): [string, Cell] => [property, row[property] ?? null])),
    ),
  };
}

/** The few conditions that questions use: comparisons and IS NOT NULL, joined by AND and OR, with brackets. */
function meets(row: Row, where: string | undefined): boolean {
  if (where === undefined) return true;
  const inner = /\(([^()]*)\)/.exec(where);
  if (inner) return meets(row, where.replace(inner[0], meets(row, inner[1]) ? '1 = 1' : '1 = 0'));
  return where.split(/\s+or\s+/i).some(part => part.split(/\s+and\s+/i).every(term => meetsTerm(row, term.trim())));
}

function meetsTerm(row: Row, term: string): boolean {
  const present = /^(\w+)\s+is\s+(not\s+)?null$/i.exec(term);
  if (present) return ((row[present[1] ?? ''] ?? null) !== null) === (present[2] !== undefined);
  const found = /^(\w+)\s*(=|<>|!=)\s*(?:'([^']*)'|"([^"]*)"|(\w+))$/.exec(term);
  if (!found) throw new Error(`The condition ${term} is not one that composed machines understand.`);
  const [, name = '', operator, single, double, bare] = found;
  const value = name === '1' ? '1' : String(row[name] ?? '');
  const same = value.toLowerCase() === (single ?? double ?? bare ?? '').toLowerCase();
  return same === (operator === '=');
}

function programsAnswer(programs: readonly ProgramFile[], { paths = [], from = [] }: FileInfoQuestion): Answer {
  if (paths.length === 0 && from.length === 0) return { state: 'ok', ms: 1, rows: [] };
  const rows = programs.map(
    ({ path, company, product, description, version, modified }): Row => ({
      path,
      exists: true,
      company,
      product,
      description,
      version,
      size: null,
      modified,
    }),
  );
  return { state: 'ok', ms: 12 * rows.length, rows };
}
