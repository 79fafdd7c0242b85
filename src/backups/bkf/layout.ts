/**
 * Where things stand in Microsoft Tape Format, which NTBackup writes (.bkf).
 *
 * Source: Microsoft Tape Format Specification 1.00a, revision 1.8 (Seagate, 1998). Offsets from the start of a block; all numbers little-endian
 * but the packed date.
 */

/** The common header of every descriptor block. */
export const header = {
  size: 52,
  type: 0,
  attributes: 4,
  firstEvent: 8,
  systemId: 10,
  systemVersion: 11,
  displayableSize: 12,
  logicalAddress: 20,
  controlId: 36,
  systemData: 44,
  stringType: 48,
  checksum: 50,
} as const;

/** Bits of the header's attributes. */
export const blockBits = { continuation: 0x1, setAborted: 1 << 18, encryption: 1 << 17 } as const;

export const tape = {
  familyId: 52,
  sequence: 60,
  softMarkSize: 64,
  mediaName: 68,
  label: 72,
  software: 80,
  blockSize: 84,
  date: 88,
} as const;
export const set = {
  attributes: 52,
  number: 62,
  name: 64,
  description: 68,
  user: 76,
  date: 88,
  zone: 95,
} as const;
export const volume = { device: 56, label: 60, machine: 64 } as const;
export const directory = { attributes: 52, modified: 56, id: 76, name: 80 } as const;
export const file = { attributes: 52, modified: 56, directory: 76, id: 80, name: 84 } as const;
export const corrupt = { attributes: 52, offset: 64, stream: 72 } as const;
export const setEnd = { corruptFiles: 56, number: 78 } as const;

/** Bits of a directory's or file's own attributes. */
export const objectBits = { longName: 1 << 17, corrupt: 1 << 18 } as const;

export const stream = { size: 22, id: 0, system: 4, media: 6, length: 8, checksum: 20 } as const;
/** Of a stream's file system attributes. */
export const streamBits = { changedWhileRead: 0x1, sparse: 0x8 } as const;
/** Of a stream's media attributes. */
export const mediaBits = { continued: 0x1, encrypted: 0x8, compressed: 0x10 } as const;

/** A descriptor block, with all it holds, is no longer. */
export const longestBlock = 1024;

/** Exclusive or of so many 16-bit words. */
export function xorOfWords(bytes: Buffer, at: number, words: number): number {
  let sum = 0;
  for (let index = 0; index < words; index += 1) sum ^= bytes.readUInt16LE(at + index * 2);
  return sum;
}

/** Whether a block header stands at the start. Zeros, whose sum is right, are none. */
export function isBlock(bytes: Buffer): boolean {
  return (
    bytes.length >= header.size &&
    bytes.readUInt32LE(0) !== 0 &&
    xorOfWords(bytes, 0, 25) === bytes.readUInt16LE(header.checksum)
  );
}

/** Whether a stream header stands at the start. */
export function isStream(bytes: Buffer): boolean {
  return (
    bytes.length >= stream.size &&
    bytes.readUInt32LE(0) !== 0 &&
    xorOfWords(bytes, 0, 10) === bytes.readUInt16LE(stream.checksum)
  );
}

/** A type or stream id as its four characters; what is no letter stays what it is. */
export function fourCharacters(bytes: Buffer, at = 0): string {
  return bytes.toString('latin1', at, at + 4);
}

/**
 * A packed date: year 14 bits, month 4, day 5, hour 5, minute 6, second 6, big-endian; local time of where it was written.
 *
 * @returns milliseconds since 1970 as if it were UTC; undefined for zeros (unknown) and for what is no date
 */
export function dateAt(bytes: Buffer, at: number): number | undefined {
  const packed = bytes.readUIntBE(at, 5);
  if (packed === 0) return undefined;
  // 40 bits: the upper ones are out of reach of JavaScript's shifts
  const year = Math.floor(packed / 2 ** 26);
  const rest = packed % 2 ** 26;
  const [month, day] = [(rest >>> 22) & 0xf, (rest >>> 17) & 0x1f];
  const [hour, minute, second] = [(rest >>> 12) & 0x1f, (rest >>> 6) & 0x3f, rest & 0x3f];
  if (year < 1980 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The bytes a TAPE_ADDRESS points at; none when it is absent or points out of the block. */
export function pointedAt(block: Buffer, at: number): Buffer {
  const [size, offset] = [block.readUInt16LE(at), block.readUInt16LE(at + 2)];
  return offset + size <= block.length ? block.subarray(offset, offset + size) : Buffer.alloc(0);
}

/** A 64-bit number, unless it is larger than any file. */
export function longAt(bytes: Buffer, at: number): number | undefined {
  const value = bytes.readBigUInt64LE(at);
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : undefined;
}

export const roundUp = (value: number, to: number): number => Math.ceil(value / to) * to;
