import type { BytePath } from '../backups/byte-path.js';
import { drawingOrder } from './draw.js';

/** Paths that were seen, at eight bytes each: a million of them fit into 16 MB. Two that differ are taken for one about once in 4e15 times. */
export class SeenPaths {
  readonly #seed: string;
  #slots = new Float64Array(1024).fill(-1);
  #count = 0;

  /** @param seed so that nobody can make two paths that are taken for one */
  constructor(seed: string) {
    this.#seed = seed;
  }

  add(path: BytePath): void {
    if (this.#count * 2 >= this.#slots.length) this.#grow();
    this.#put(drawingOrder(this.#seed, path));
  }

  has(path: BytePath): boolean {
    const hash = drawingOrder(this.#seed, path);
    return this.#slots[this.#slotOf(hash)] === hash;
  }

  #put(hash: number): void {
    const slot = this.#slotOf(hash);
    if (this.#slots[slot] === hash) return;
    this.#slots[slot] = hash;
    this.#count += 1;
  }

  /** Where it is, or the free slot where it belongs. */
  #slotOf(hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash % this.#slots.length;
    while (this.#slots[slot] !== -1 && this.#slots[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Float64Array(old.length * 2).fill(-1);
    this.#count = 0;
    for (const hash of old) if (hash !== -1) this.#put(hash);
  }
}
