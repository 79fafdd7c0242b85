import type { Instruction, InstructionResult } from '../model/instruction.js';
import type { Batch } from '../model/question.js';
import type { ExecutorName, Platform, Recording } from '../model/recording.js';
import type { HostError } from './host-error.js';

/** A server that can be asked. One call of `gather` is one trip: one process start on the host, every question in it. */
export interface Host {
  /** As the user named it: `local`, `ssh://user@host:port`, `lab:name`, a file. */
  readonly name: string;
  /**
   * Finds out the platform by itself and asks that platform's batch.
   *
   * @throws HostError when the host cannot be reached or gives no answers at all
   */
  gather(batches: Readonly<Record<Platform, Batch>>, options: GatherOptions): Promise<Recording>;
  close(): Promise<void>;
}

/** A server on which something can be done as well: reached itself, or simulated; a recording is none. */
export interface ActingHost extends Host {
  /**
   * Carries out instructions in order, in one trip: one process start on the host. What was begun when the link breaks is finished on the
   * host, nothing after it is begun.
   *
   * @param executor the one that answered when the host was last gathered
   * @throws HostError when the host cannot be reached or the program did not begin: then nothing was done
   */
  carryOut(executor: ExecutorName, instructions: readonly Instruction[], options: CarryOutOptions): Promise<CarriedOut>;
}

export interface CarryOutOptions {
  readonly signal?: AbortSignal;
  /** Called as each result arrives. */
  readonly onResult?: (result: InstructionResult) => void;
}

/** Results in the order of the instructions, as far as they came. */
export interface CarriedOut {
  readonly results: readonly InstructionResult[];
  /** Set when it broke off: what has no result may or may not have been done, and must be looked at. */
  readonly broke?: HostError;
}

export interface GatherOptions {
  readonly signal?: AbortSignal;
  /** Our clock, injected so that recordings made in tests are the same each time. */
  readonly now: () => Date;
  readonly onProgress?: (progress: { readonly answered: number; readonly asked: number }) => void;
}
