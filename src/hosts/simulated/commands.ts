import { type CommandResource, type ResourceState, resourceName } from '../../model/resource.js';
import { CannotTell, type SimulatedKind, type Steps, atOnce } from './kind.js';

/** What only commands tell: no command is run, the value a line stands for is kept. */
export class SimulatedCommands implements SimulatedKind<CommandResource> {
  readonly #values = new Map<string, ResourceState>();

  assume({ name }: CommandResource, state: ResourceState): void {
    this.#values.set(name, state);
  }

  look({ name, look }: CommandResource): ResourceState {
    const state = this.#values.get(name);
    if (state) return state;
    throw new CannotTell('error', `the recording does not tell what this command prints: ${look}`);
  }

  set(resource: CommandResource, _: readonly string[], to: ResourceState): Steps {
    const value = String(to.value);
    if (!Object.hasOwn(resource.set, value)) return atOnce(`no line sets ${resource.name} to ${value}`);
    this.put(resource, { value });
    return atOnce();
  }

  put({ name }: CommandResource, state: ResourceState): void {
    this.#values.set(name, state);
  }

  remove({ name }: CommandResource): void {
    this.#values.delete(name);
  }

  *states(): Iterable<readonly [string, ResourceState]> {
    for (const [name, state] of this.#values) yield [resourceName({ kind: 'command', name, look: '', set: {} }), state];
  }
}
