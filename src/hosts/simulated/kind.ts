import type { NoAnswer } from '../../model/answer.js';
import type { Resource, ResourceState } from '../../model/resource.js';

/** How a simulated host keeps the resources of one kind. */
export interface SimulatedKind<R extends Resource> {
  /** @throws CannotTell when the recording says nothing of it */
  look(resource: R): ResourceState | 'absent';
  /**
   * Sets these fields to what `to` says, as an executor would, in steps: between two of them something may happen to the host.
   *
   * @param waitSeconds how long stopping and starting is waited for
   */
  set(resource: R, fields: readonly string[], to: ResourceState, waitSeconds: number): Steps;
  /** Waits for what is just stopping; false when it has not come to an end after so many seconds. */
  settle?(resource: R, seconds: number): boolean;
  /** Somebody else makes it so, whatever rules there are. */
  put(resource: R, state: ResourceState): void;
  /** It is no longer there. */
  remove(resource: R): void;
  /** Every resource whose state is known, by the name of `resourceName`. */
  states(): Iterable<readonly [string, ResourceState]>;
}

/** What is done one after the other; in the end why it failed, in the host's words. */
export type Steps = Iterator<void, string | undefined>;

/** One step, done already. */
export function atOnce(why?: string): Steps {
  return { next: () => ({ done: true, value: why }) };
}

/** A service or unit that does not do as it is told. */
export interface Behaviour {
  readonly refusesToStop?: boolean;
  readonly refusesToStart?: boolean;
  /** Longer than it is waited for: it stays in `stop pending` until then. */
  readonly stopSeconds?: number;
  readonly startSeconds?: number;
  /** Starts again by itself so long after it was stopped, when its start mode allows. */
  readonly restartsAfterSeconds?: number;
  /** Sets its start mode back and runs again so long after it was stopped: a product that guards itself. */
  readonly resistsAfterSeconds?: number;
}

/** The recording does not say, or this system has no such thing. */
export class CannotTell extends Error {
  readonly state: NoAnswer['state'];

  constructor(state: NoAnswer['state'], why: string) {
    super(why);
    this.name = 'CannotTell';
    this.state = state;
  }
}
