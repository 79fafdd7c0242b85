import { fourCharacters, header, isBlock, isStream, longAt, mediaBits, roundUp, stream as streamAt } from './layout.js';
import type { Part } from './part.js';

export interface BlockAt {
  readonly type: string;
  readonly offset: number;
  /** All of it, and zeros where the part ends within it; a copy. */
  readonly bytes: Buffer;
}

export interface StreamAt {
  readonly id: string;
  /** Of its header. */
  readonly offset: number;
  /** Where its data begin in this part. */
  readonly data: number;
  /** Of its data, as the header says; may reach beyond this part. */
  readonly length: number;
  readonly system: number;
  readonly media: number;
}

/** Where a block's streams end: at the next block, or where they break off. */
export type StreamsEnd =
  | { readonly next: number }
  /** Cut by the end of this part, `have` bytes into the last stream told. */
  | { readonly cut: true; readonly have: number }
  | { readonly brokenAt: number };

/** Blocks that have no streams: the next one follows at once. */
const bare = new Set(['SFMB', 'EOTM']);

/** The descriptor block at an offset; undefined when none with a right checksum stands there. */
export function blockAt(part: Part, offset: number): BlockAt | undefined {
  const head = part.view(offset, header.size);
  if (!isBlock(head)) return undefined;
  return { type: fourCharacters(head), offset, bytes: part.block(offset) };
}

/**
 * The streams of a block, one after the other.
 *
 * @param set where the set begins in this part, from which blocks are counted
 */
export function* streamsOf(part: Part, block: BlockAt, set: number): Generator<StreamAt, StreamsEnd> {
  if (bare.has(block.type)) return { next: block.offset + bareLength(part, block) };
  let at = block.offset + block.bytes.readUInt16LE(header.firstEvent);
  if (at < block.offset + header.size) return { brokenAt: block.offset };
  while (true) {
    at = roundUp(at, 4);
    if (at + streamAt.size > part.end) return { cut: true, have: 0 };
    const head = part.view(at, header.size);
    if (!isStream(head)) {
      // before version 1.00a the "first event" of a block without streams is the next block
      return (at - set) % part.blockSize === 0 && isBlock(head) ? { next: at } : { brokenAt: at };
    }
    const found = streamIn(head, at);
    if (!found) return { brokenAt: at };
    const data = found.media & mediaBits.continued ? set + roundUp(found.data - set, part.blockSize) : found.data;
    const told = { ...found, data };
    if (found.id === 'SPAD') {
      // padding that is missing is no loss: that the end is missing is told by the blocks that follow
      return { next: Math.min(roundUp(data + found.length, 4), part.end) };
    }
    yield told;
    if (data + found.length > part.end) return { cut: true, have: Math.max(0, part.end - data) };
    at = data + found.length;
  }
}

function streamIn(head: Buffer, offset: number): StreamAt | undefined {
  const length = longAt(head, streamAt.length);
  if (length === undefined) return undefined;
  return {
    id: fourCharacters(head),
    offset,
    data: offset + streamAt.size,
    length,
    system: head.readUInt16LE(streamAt.system),
    media: head.readUInt16LE(streamAt.media),
  };
}

/** A soft file mark is as long as the first block of the tape says; one of one block is the least. */
function bareLength(part: Part, { type }: BlockAt): number {
  const softMark = (part.tape?.readUInt16LE(64) ?? 1) * 512;
  return type === 'SFMB' && softMark > 0 ? softMark : part.blockSize;
}

const known = new Set(['SSET', 'VOLB', 'DIRB', 'FILE', 'CFIL', 'ESPB', 'ESET']);

/** How far may be looked ahead altogether, so that a file made for it does not have us look for ever. */
export interface LookAhead {
  bytes: number;
}

/**
 * The next block after something broken: one of a known type whose own address agrees with where it stands, since what looks like one may
 * be content of a file that is a backup itself. A set begins its own count, so one is taken only when nothing more of this one comes.
 *
 * @param set where the set begins; undefined when its address cannot be checked, as in parts that continue another
 */
export function nextBlock(part: Part, after: number, set: number | undefined, ahead: LookAhead): number | undefined {
  let other: number | undefined;
  for (let at = roundUp(after + 1, 512); at + header.size <= part.end; at += 512) {
    if (other !== undefined && (ahead.bytes -= 512) < 0) return other;
    const head = part.view(at, header.size);
    if (!isBlock(head) || !known.has(fourCharacters(head))) continue;
    if (set === undefined) return at;
    const isSet = fourCharacters(head) === 'SSET';
    if (!isSet && at === set + (longAt(head, header.logicalAddress) ?? 0) * part.blockSize) return at;
    if (isSet) other ??= at;
  }
  return other;
}
