import type { CaseEvent, StampedEvent } from './event.js';
import type { Evidence } from './finding.js';

/**
 * A case's log, as the engine sees it. One writer at a time (the store's lock says so); every store passes one contract suite.
 */
export interface CaseLog {
  readonly id: string;
  /** All events so far, oldest first. */
  readonly events: readonly StampedEvent[];
  /**
   * Appends events in order and returns when they are on disk (fsync): nothing may be touched on a server before that.
   *
   * @throws CaseError when they could not be written, or another writer came in between; nothing was half-written then
   */
  append(...events: readonly CaseEvent[]): Promise<readonly StampedEvent[]>;
  /** Appends one event that says something of the line before it, of which it is given the hash: a signature. */
  appendOver(make: (prev: string) => CaseEvent): Promise<StampedEvent>;
  /** The lines as they stand (ASCII), each with its line end, from a given event on: for the copy on the server. */
  linesFrom(seq: number): string;
  /** Stores bytes under their SHA-256 (hex) and appends `evidence-stored`; the same bytes again are the same file. */
  store(evidence: {
    readonly kind: string;
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly data?: Evidence;
  }): Promise<string>;
  /** @throws CaseError when it is not there or its bytes have another hash */
  evidence(sha256: string): Promise<Uint8Array>;
  close(): Promise<void>;
}
