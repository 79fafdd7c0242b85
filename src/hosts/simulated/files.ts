import type { Answer } from '../../model/answer.js';
import type { FileQuestion } from '../../model/question.js';
import { type FileResource, type ResourceState, resourceName } from '../../model/resource.js';
import { maskAnswer } from '../mask.js';
import type { KeptCopies } from './copies.js';
import { CannotTell, type SimulatedKind, type Steps, atOnce } from './kind.js';

/** Small text files: as it is assumed, and as they were set since (a recording holds a file's text, never its bytes and mode). */
export class SimulatedFiles implements SimulatedKind<FileResource> {
  readonly #files = new Map<string, ResourceState>();
  readonly #set = new Set<string>();

  readonly #copies: KeptCopies;

  /** @param copies lie on the same disk and are read as files, too */
  constructor(copies: KeptCopies) {
    this.#copies = copies;
  }

  assume({ path }: FileResource, state: ResourceState): void {
    this.#files.set(path, state);
  }

  look({ path }: FileResource): ResourceState {
    const state = this.#files.get(path);
    if (state) return state;
    const copy = this.#copies.at(path);
    if (copy !== undefined) return { present: true, base64: Buffer.from(copy, 'latin1').toString('base64') };
    throw new CannotTell('error', `the recording does not hold the file ${path}`);
  }

  set(resource: FileResource, _: readonly string[], to: ResourceState): Steps {
    if (to.present === true && this.#copies.full) return atOnce('No space left on device');
    this.put(resource, to.present === true ? { ...this.#files.get(resource.path), ...to } : to);
    return atOnce();
  }

  put({ path }: FileResource, state: ResourceState): void {
    this.#files.set(path, state.present === true ? state : { present: false });
    this.#set.add(path);
  }

  remove(resource: FileResource): void {
    this.put(resource, { present: false });
  }

  *states(): Iterable<readonly [string, ResourceState]> {
    for (const [path, state] of this.#files) yield [resourceName({ kind: 'file', path }), state];
  }

  /** The answer to a question as it would be now. */
  show({ path }: FileQuestion, answer: Answer): Answer {
    const state = this.#set.has(path) ? this.#files.get(path) : undefined;
    if (!state) return answer;
    if (state.present !== true) return { state: 'missing', ms: answer.ms, why: `${path} is not there` };
    const text = Buffer.from(String(state.base64 ?? ''), 'base64').toString('utf8');
    return maskAnswer({ state: 'ok', ms: answer.ms, text });
  }
}
