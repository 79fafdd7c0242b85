import type { Batch } from '../model/question.js';
import type { Platform, Recording } from '../model/recording.js';

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

export interface GatherOptions {
  readonly signal?: AbortSignal;
  /** Our clock, injected so that recordings made in tests are the same each time. */
  readonly now: () => Date;
  readonly onProgress?: (progress: { readonly answered: number; readonly asked: number }) => void;
}
