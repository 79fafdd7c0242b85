import { header, longestBlock, roundUp, stream as streamAt, xorOfWords } from '../backups/bkf/layout.js';

/** One stream of a block, as it is to be written. */
export interface StreamSpec {
  readonly id: string;
  readonly data: Buffer;
  /** File system attributes. */
  readonly system?: number;
  /** Media attributes. */
  readonly media?: number;
  /** Written instead of the true length. */
  readonly length?: number;
}

export interface BlockSpec {
  readonly type: string;
  readonly attributes?: number;
  /** What comes after the common header, up to the strings: [offset, bytes]. */
  readonly fields: readonly (readonly [number, Buffer])[];
  /** Strings and their addresses: [offset of the TAPE_ADDRESS, bytes]. */
  readonly strings?: readonly (readonly [number, Buffer])[];
  readonly fixed: number;
  readonly size?: number;
  readonly streams?: readonly StreamSpec[];
  /** Without SPAD: EOTM and SFMB have no streams. */
  readonly bare?: boolean;
  readonly ansi?: boolean;
}

export const u16 = (value: number): Buffer => Buffer.from([value & 255, (value >> 8) & 255]);
export const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};
export const u64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};

/** A date as the format packs it, from a local time given as if it were UTC, in seconds since 1970. */
export function packedDate(seconds: number | undefined): Buffer {
  const bytes = Buffer.alloc(5);
  if (seconds === undefined) return bytes;
  const date = new Date(seconds * 1000);
  const low =
    ((date.getUTCMonth() + 1) << 22) |
    (date.getUTCDate() << 17) |
    (date.getUTCHours() << 12) |
    (date.getUTCMinutes() << 6) |
    date.getUTCSeconds();
  bytes.writeUIntBE(date.getUTCFullYear() * 2 ** 26 + low, 0, 5);
  return bytes;
}

/** Writes descriptor blocks and their streams one after the other, as the specification lays them out. */
export class BkfWriter {
  readonly flb: number;
  readonly #chunks: Buffer[] = [];
  #at = 0;
  /** Where the set begins: blocks are counted from there. */
  #set = 0;
  #control = 0;

  constructor(flb: 512 | 1024) {
    this.flb = flb;
  }

  get position(): number {
    return this.#at;
  }

  beginSet(): void {
    this.#set = this.#at;
  }

  /** Bytes as they are. */
  raw(bytes: Buffer): void {
    this.#chunks.push(bytes);
    this.#at += bytes.length;
  }

  /** A descriptor block with its streams and the padding up to the next; returns where it starts. */
  block(spec: BlockSpec): number {
    const start = this.#at;
    const bytes = this.#header(spec);
    this.raw(bytes);
    if (spec.bare) {
      this.#pad(this.flb);
      return start;
    }
    for (const one of spec.streams ?? []) this.stream(one);
    this.padding();
    return start;
  }

  /** A stream header on its 4-byte boundary, and its data. */
  stream({ id, data, system = 0, media = 0, length }: StreamSpec): void {
    this.#pad(4);
    const head = Buffer.alloc(streamAt.size);
    head.write(id, 0, 'latin1');
    head.writeUInt16LE(system, streamAt.system);
    head.writeUInt16LE(media, streamAt.media);
    head.writeBigUInt64LE(BigInt(length ?? data.length), streamAt.length);
    head.writeUInt16LE(xorOfWords(head, 0, 10), streamAt.checksum);
    this.raw(head);
    // what continues from another medium begins on the next block
    if (media & 1) this.#pad(this.flb);
    this.raw(data);
  }

  /** `SPAD`: up to the next block. */
  padding(): void {
    this.#pad(4);
    const after = this.#at + streamAt.size;
    const end = this.#set + roundUp(after - this.#set, this.flb);
    this.stream({ id: 'SPAD', data: Buffer.alloc(end - after) });
  }

  bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  #header({ type, attributes = 0, fields, strings = [], fixed, size = 0, bare, ansi }: BlockSpec): Buffer {
    const block = Buffer.alloc(longestBlock * 4);
    block.write(type, 0, 'latin1');
    block.writeUInt32LE(attributes >>> 0, header.attributes);
    block[header.systemId] = 14;
    block[header.systemVersion] = 1;
    block.writeBigUInt64LE(BigInt(size), header.displayableSize);
    block.writeBigUInt64LE(BigInt(bare ? 0 : Math.floor((this.#at - this.#set) / this.flb)), header.logicalAddress);
    block.writeUInt32LE(bare ? 0 : this.#control++, header.controlId);
    block[header.stringType] = ansi ? 1 : 2;
    for (const [offset, bytes] of fields) bytes.copy(block, offset);
    let end = fixed;
    for (const [offset, bytes] of strings) {
      end = roundUp(end, 2);
      block.writeUInt16LE(bytes.length, offset);
      block.writeUInt16LE(end, offset + 2);
      bytes.copy(block, end);
      end += bytes.length;
    }
    if (end > longestBlock) throw new Error(`a ${type} block of ${end} bytes: use a stream for its name`);
    const length = bare ? this.flb : roundUp(end, 4);
    block.writeUInt16LE(length, header.firstEvent);
    block.writeUInt16LE(xorOfWords(block, 0, 25), header.checksum);
    return block.subarray(0, bare ? end : length);
  }

  #pad(to: number): void {
    const wanted = this.#set + roundUp(this.#at - this.#set, to);
    if (wanted > this.#at) this.raw(Buffer.alloc(wanted - this.#at));
  }
}
