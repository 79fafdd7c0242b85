import { createHash, hash } from 'node:crypto';
import type { BytePath } from '../backups/byte-path.js';

/**
 * Where a path stands in the order in which files are drawn: the first 52 bits of SHA-256 over seed, a zero and the path, as a number.
 *
 * The order depends on seed and path alone, not on how a disk lists its files. So a sample can be drawn again, on another computer and
 * from an older state of the tree, by anybody who has the seed; and nobody who has not can tell which files will be drawn.
 */
export function drawingOrder(seed: string, path: BytePath): number {
  const digest = hash(
    'sha256',
    Buffer.from(`${Buffer.from(seed, 'utf8').toString('latin1')}\0${path}`, 'latin1'),
    'hex',
  );
  return Number.parseInt(digest.slice(0, 13), 16);
}

/** A seed nobody chose, for those who give none: from the random numbers of the system. */
export function seedFrom(random: Uint8Array): string {
  return createHash('sha256').update(random).digest('hex').slice(0, 16);
}

/** The first few of any number of things in drawing order, in memory for these few alone. */
export class FirstDrawn<T> {
  readonly #most: number;
  /** A heap whose top is the last of those kept. */
  readonly #heap: { readonly order: number; readonly item: T }[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(order: number, item: T): void {
    if (this.#heap.length < this.#most) {
      this.#heap.push({ order, item });
      this.#up(this.#heap.length - 1);
    } else if (order < (this.#heap[0]?.order ?? -1)) {
      this.#heap[0] = { order, item };
      this.#down();
    }
  }

  /** In drawing order. */
  drawn(): T[] {
    return this.#heap.toSorted((a, b) => a.order - b.order).map(({ item }) => item);
  }

  #order(index: number): number {
    return this.#heap[index]?.order ?? -1;
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (a && b) [this.#heap[one], this.#heap[other]] = [b, a];
  }

  #up(from: number): void {
    for (let at = from; at > 0; ) {
      const above = (at - 1) >> 1;
      if (this.#order(above) >= this.#order(at)) return;
      this.#swap(above, at);
      at = above;
    }
  }

  #down(): void {
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const later = this.#order(right) > this.#order(left) ? right : left;
      if (this.#order(later) <= this.#order(at)) return;
      this.#swap(at, later);
      at = later;
    }
  }
}
