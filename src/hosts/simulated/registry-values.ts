import type { Answer, Answers, RegistryValue } from '../../model/answer.js';
import type { RegistryQuestion } from '../../model/question.js';
import { type RegistryValueResource, type ResourceState, resourceName } from '../../model/resource.js';
import { CannotTell, type SimulatedKind, type Steps, atOnce } from './kind.js';

type Keys = Readonly<Record<string, Readonly<Record<string, RegistryValue>>>>;
interface Value {
  readonly resource: RegistryValueResource;
  readonly state: ResourceState;
}

/** Values of the registry: as the recording tells them, or as it is assumed, and as they were set since. */
export class RegistryValues implements SimulatedKind<RegistryValueResource> {
  readonly #answers: Answers;
  readonly #gone: (key: string) => boolean;
  readonly #assumed = new Map<string, Value>();
  readonly #set = new Map<string, Value>();

  /** @param gone whether a key went with the service it belongs to */
  constructor(answers: Answers, gone: (key: string) => boolean) {
    this.#answers = answers;
    this.#gone = gone;
  }

  assume(resource: RegistryValueResource, state: ResourceState): void {
    this.#assumed.set(idOf(resource), { resource, state });
  }

  look(resource: RegistryValueResource): ResourceState {
    if (this.#gone(resource.key)) return { present: false };
    const id = idOf(resource);
    const state = this.#set.get(id)?.state ?? recordedIn(this.#answers).get(id) ?? this.#assumed.get(id)?.state;
    if (state) return state;
    throw new CannotTell('error', `the recording does not hold the value ${resource.value} of ${resource.key}`);
  }

  set(resource: RegistryValueResource, _: readonly string[], to: ResourceState): Steps {
    this.put(resource, to);
    return atOnce();
  }

  put(resource: RegistryValueResource, state: ResourceState): void {
    this.#set.set(idOf(resource), { resource, state: state.present === true ? state : { present: false } });
  }

  remove(resource: RegistryValueResource): void {
    this.put(resource, { present: false });
  }

  *states(): Iterable<readonly [string, ResourceState]> {
    for (const { resource } of new Map([...this.#assumed, ...this.#set]).values()) {
      yield [resourceName(resource), this.look(resource)];
    }
  }

  /** The answer to a question as it would be now. */
  show(question: RegistryQuestion, answer: Answer): Answer {
    let keys: Keys | undefined = answer.state === 'ok' ? ('keys' in answer ? answer.keys : undefined) : {};
    if (!keys || (answer.state !== 'ok' && answer.state !== 'missing')) return answer;
    let changed = false;
    for (const { resource, state } of this.#set.values()) {
      if (!asks(question, resource)) continue;
      keys = written(keys, resource, state);
      changed = true;
    }
    return changed && Object.keys(keys).length > 0 ? { state: 'ok', ms: answer.ms, keys } : answer;
  }
}

function idOf({ key, value }: Pick<RegistryValueResource, 'key' | 'value'>): string {
  return `${key}\\${value}`.toLowerCase();
}

const indexes = new WeakMap<Answers, ReadonlyMap<string, ResourceState>>();

/** Every value in a recording by its {@link idOf}; found once for all servers made from it. */
function recordedIn(answers: Answers): ReadonlyMap<string, ResourceState> {
  const known = indexes.get(answers);
  if (known) return known;
  const index = new Map<string, ResourceState>();
  for (const answer of Object.values(answers)) {
    if (answer?.state !== 'ok' || !('keys' in answer)) continue;
    for (const [key, values] of Object.entries(answer.keys)) {
      for (const [value, data] of Object.entries(values)) index.set(idOf({ key, value }), stateOf(data));
    }
  }
  indexes.set(answers, index);
  return index;
}

function stateOf({ type, value }: RegistryValue): ResourceState {
  return { present: true, type, value: typeof value === 'object' ? value.join('\n') : value };
}

function valueOf({ type, value }: ResourceState): RegistryValue {
  if (type === 'multi') return { type, value: String(value).split('\n') };
  if (type === 'dword') return { type, value: Number(value) };
  return { type: type as 'sz', value: String(value) };
}

/** A question's depth counts the levels below its key, and it may name the values it wants. */
function asks(question: RegistryQuestion, { key, value }: RegistryValueResource): boolean {
  const [below, top] = [key.toLowerCase(), question.key.toLowerCase()];
  if (below !== top && !below.startsWith(`${top}\\`)) return false;
  const depth = below === top ? 0 : below.slice(top.length + 1).split('\\').length;
  if (depth > (question.depth ?? 0)) return false;
  return !question.values || question.values.some(name => name.toLowerCase() === value.toLowerCase());
}

function written(keys: Keys, resource: RegistryValueResource, state: ResourceState): Keys {
  const key = spelled(keys, resource.key) ?? resource.key;
  const values = { ...keys[key] };
  const name = spelled(values, resource.value) ?? resource.value;
  delete values[name];
  if (state.present === true) values[name] = valueOf(state);
  else if (!keys[key]) return keys;
  return { ...keys, [key]: values };
}

/** Names are spelled as on the host, and mean the same in any case. */
function spelled(record: Readonly<Record<string, unknown>>, name: string): string | undefined {
  if (Object.hasOwn(record, name)) return name;
  const id = name.toLowerCase();
  return Object.keys(record).find(other => other.toLowerCase() === id);
}
