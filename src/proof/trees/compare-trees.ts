import { Worker } from 'node:worker_threads';
import { availableParallelism } from 'node:os';
import { emptyPath } from '../../backups/byte-path.js';
import type { FromWorker, Job, JobResult, TreePair } from './messages.js';

/** More threads than this only wait for one another's disk. */
const mostThreads = 2;

/** What has been done so far, as results come in. */
export type TreeEvent = { readonly result: JobResult } | { readonly compared: number };

/**
 * Compares two trees in worker threads: metadata and every byte. Results come in no order; memory is flat in the size of the trees, but
 * for what differs.
 *
 * Threads and not promises: half of the time goes into some ten short system calls a file, of which each would cost a trip through the
 * event loop (`docs/decisions/0009-proof-of-a-backup.md` has the figures).
 *
 * @param thread `compare-worker.ts` as it was compiled: a thread starts from a file of its own
 */
export async function* compareTrees(pair: TreePair, thread: URL, signal: AbortSignal): AsyncGenerator<TreeEvent> {
  const jobs: Job[] = [{ folder: emptyPath, sides: 'both' }];
  const events = new Events<TreeEvent>();
  const workers = Array.from(
    { length: Math.min(mostThreads, availableParallelism()) },
    () => new Worker(thread, { workerData: pair }),
  );
  const idle = new Set(workers);
  const stop = (): void => events.fail(signal.reason);
  signal.addEventListener('abort', stop);
  for (const worker of workers) {
    worker.on('error', error => events.fail(error));
    worker.on('message', (message: FromWorker) => {
      if ('result' in message) idle.add(worker);
      events.add(message);
    });
  }
  try {
    signal.throwIfAborted();
    while (true) {
      hand(jobs, idle);
      if (idle.size === workers.length) return;
      const event = await events.next();
      if ('result' in event) jobs.push(...event.result.jobs);
      yield event;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    await Promise.all(workers.map(worker => worker.terminate()));
  }
}

/** Gives every idle thread its share: a large file alone, as soon as there is one, and folders in equal parts. */
function hand(jobs: Job[], idle: Set<Worker>): void {
  for (const worker of [...idle]) {
    if (jobs.length === 0) return;
    const file = jobs.findIndex(job => !('folder' in job));
    const share = file >= 0 ? jobs.splice(file, 1) : jobs.splice(0, Math.ceil(jobs.length / idle.size));
    idle.delete(worker);
    worker.postMessage({ jobs: share });
  }
}

/** What happened and was not asked for yet. */
class Events<T> {
  readonly #waiting: T[] = [];
  #failed: { readonly error: unknown } | undefined;
  #wake: (() => void) | undefined;

  add(event: T): void {
    this.#waiting.push(event);
    this.#wake?.();
  }

  fail(error: unknown): void {
    this.#failed ??= { error };
    this.#wake?.();
  }

  async next(): Promise<T> {
    while (true) {
      if (this.#failed) throw this.#failed.error;
      const event = this.#waiting.shift();
      if (event !== undefined) return event;
      await new Promise<void>(resolve => {
        this.#wake = resolve;
      });
    }
  }
}
