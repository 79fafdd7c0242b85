import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { fourCharacters, header, isBlock, longAt, longestBlock, tape } from './layout.js';

/** How far back the mark of the end of a medium may lie from the end of its file. */
const tail = 256 * 1024;
const windowSize = 128 * 1024;

/** One file of a backup, read through a window, so that it may be of any size. */
export class Part {
  readonly path: string;
  readonly index: number;
  /** Bytes of the file. */
  readonly size: number;
  /** Where what belongs to the backup ends: before the mark of the end of the medium, or at the end of the file. */
  readonly end: number;
  /** Whether it ends with such a mark: another part must follow. */
  readonly continues: boolean;
  /** Format logical block: 512 or 1024. */
  readonly blockSize: number;
  readonly familyId: number;
  /** From 1. */
  readonly sequence: number;
  /** Undefined when its first block is broken. */
  readonly tape: Buffer | undefined;
  readonly #file: number;
  #window = Buffer.allocUnsafeSlow(windowSize);
  #from = 0;
  #have = 0;

  /** @throws what node:fs does */
  constructor(path: string, index: number) {
    this.path = path;
    this.index = index;
    this.#file = openSync(path, 'r');
    this.size = fstatSync(this.#file).size;
    const first = this.block(0);
    this.tape = isBlock(first) && fourCharacters(first) === 'TAPE' ? first : undefined;
    const size = this.tape?.readUInt16LE(tape.blockSize);
    this.blockSize = size === 512 || size === 1024 ? size : 1024;
    this.familyId = this.tape?.readUInt32LE(tape.familyId) ?? 0;
    this.sequence = this.tape?.readUInt16LE(tape.sequence) ?? 0;
    const mark = this.#endMark();
    this.continues = mark !== undefined;
    this.end = mark ?? this.size;
  }

  /** A view of the file, no longer than asked for or than the file goes; holds until the next call. */
  view(at: number, length: number): Buffer {
    const wanted = Math.max(0, Math.min(length, windowSize, this.size - at));
    if (at < this.#from || at + wanted > this.#from + this.#have) this.#load(at);
    return this.#window.subarray(at - this.#from, Math.min(at - this.#from + wanted, this.#have));
  }

  /** The same, to keep. */
  copy(at: number, length: number): Buffer {
    return Buffer.from(this.view(at, length));
  }

  /** As long as a block can be, with zeros where the file ends, so that whatever a header says can be looked up. */
  block(at: number): Buffer {
    const bytes = Buffer.alloc(longestBlock);
    this.view(at, longestBlock).copy(bytes);
    return bytes;
  }

  close(): void {
    closeSync(this.#file);
  }

  #load(at: number): void {
    this.#from = at;
    this.#have = 0;
    while (this.#have < windowSize) {
      const read = readSync(this.#file, this.#window, this.#have, windowSize - this.#have, at + this.#have);
      if (read === 0) return;
      this.#have += read;
    }
  }

  /**
   * The cut may be hidden: data of a stream that ends within this file on paper although the end of the medium lies inside it. So the mark
   * is looked for from behind before anything is read. A soft file mark just before it belongs to it.
   */
  #endMark(): number | undefined {
    const last = Math.floor(Math.max(0, this.size - 1) / 512) * 512;
    for (let at = last; at > 0 && at >= this.size - tail; at -= 512) {
      const block = this.view(at, header.size);
      if (!isBlock(block) || fourCharacters(block) !== 'EOTM') continue;
      if (longAt(block, header.logicalAddress) !== 0 || block.readUInt32LE(header.controlId) !== 0) continue;
      return this.#withoutFileMark(at);
    }
    return undefined;
  }

  #withoutFileMark(end: number): number {
    const length = (this.tape?.readUInt16LE(tape.softMarkSize) ?? 0) * 512;
    for (const size of [length, 512, 1024]) {
      if (size === 0 || end < size) continue;
      const block = this.view(end - size, header.size);
      if (isBlock(block) && fourCharacters(block) === 'SFMB') return end - size;
    }
    return end;
  }
}
