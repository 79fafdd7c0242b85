import { asBytePath, lastName, pathBytes } from '../backups/byte-path.js';
import { blockBits, directory, file, objectBits, roundUp, set, tape, volume } from '../backups/bkf/layout.js';
import { BkfWriter, type BlockSpec, type StreamSpec, packedDate, u16, u32, u64 } from './bkf-builder.js';
import type { TreeItem } from './reader-contract.js';

/** A file or folder as it is to stand in the backup; by default with what NTBackup would write. */
export interface BkfItem extends TreeItem {
  /** Before the content. */
  readonly before?: readonly StreamSpec[];
  /** Instead of the content. */
  readonly streams?: readonly StreamSpec[];
  /** Shown size, when it is not that of the content. */
  readonly size?: number;
  /** Pieces of a sparse file. */
  readonly pieces?: readonly (readonly [number, Buffer])[];
  /** Bits of its attributes. */
  readonly attributes?: number;
  /** A CFIL block after it. */
  readonly filler?: boolean;
  /** The medium ends when this many bytes of its content, rounded up to a block, are written. */
  readonly cutAfter?: number;
}

export interface BkfOptions {
  readonly blockSize?: 512 | 1024;
  /** Soft file marks of so many 512-byte units; 0: none. */
  readonly softMark?: 0 | 1 | 2;
  /** Quarter hours east of UTC; 127: not known. */
  readonly zone?: number;
  readonly device?: string;
  readonly ansi?: boolean;
  readonly checksums?: boolean;
  /** Bits of the end of the set, and how many files it calls corrupt. */
  readonly end?: { readonly attributes?: number; readonly corrupt?: number };
}

/** 26 November 2019, as local time. */
const date = 1_574_780_400;

/** Writes a backup as the specification lays it out; one buffer a part. */
export function buildBkf(items: readonly BkfItem[], options: BkfOptions = {}): Buffer[] {
  return new Backup(options).write(items);
}

class Backup {
  readonly #options: Required<Omit<BkfOptions, 'end'>>;
  readonly #end: NonNullable<BkfOptions['end']>;
  readonly #parts: Buffer[] = [];
  #writer: BkfWriter;
  #folder = { id: 0, path: '' };
  #files = 0;

  constructor({ end = {}, ...options }: BkfOptions) {
    this.#end = end;
    this.#options = { blockSize: 1024, softMark: 2, zone: 4, device: 'C:', ansi: false, checksums: false, ...options };
    this.#writer = new BkfWriter(this.#options.blockSize);
  }

  write(items: readonly BkfItem[]): Buffer[] {
    this.#begin(0);
    this.#directory('', 0);
    for (const item of inTreeOrder(items)) {
      const path = item.path as string;
      const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
      if (item.kind === 'folder') {
        this.#folder = { id: this.#folder.id + 1, path };
        this.#directory(path, 0, item);
      } else {
        if (parent !== this.#folder.path) throw new Error(`${path} does not follow its folder`);
        this.#file(item);
      }
    }
    this.#mark();
    this.#writer.block({
      type: 'ESET',
      attributes: this.#end.attributes ?? 0,
      fixed: 88,
      fields: [
        [56, u32(this.#end.corrupt ?? 0)],
        [78, u16(1)],
        [80, packedDate(date)],
      ],
    });
    this.#mark();
    this.#parts.push(this.#writer.bytes());
    return this.#parts;
  }

  /** The start of a medium, up to the volume. */
  #begin(attributes: number): void {
    const { blockSize, softMark, zone, device } = this.#options;
    const writer = new BkfWriter(blockSize);
    this.#writer = writer;
    writer.block({
      type: 'TAPE',
      attributes,
      fixed: 94,
      fields: [
        [52, u32(0x1234abcd)],
        [56, u32(softMark > 0 ? 1 : 0)],
        [60, u16(this.#parts.length + 1)],
        [64, u16(softMark)],
        [84, u16(blockSize)],
        [86, u16(0x0cbe)],
        [88, packedDate(date)],
        [93, Buffer.from([1])],
      ],
      strings: [
        [tape.mediaName, this.#text('Backup.bkf created 11/26/2019 at 3:00 PM')],
        [tape.software, this.#text('Backup Utility (NTBACKUP.EXE) Version 1.0 Rev. 3.41')],
      ],
      ...this.#ansi(),
    });
    this.#mark();
    writer.beginSet();
    writer.block({
      type: 'SSET',
      attributes,
      fixed: 98,
      fields: [
        [52, u32(4)],
        [62, u16(1)],
        [88, packedDate(date)],
        [95, Buffer.from([zone & 255])],
      ],
      strings: [[set.name, this.#text('Set created 11/26/2019 at 3:00 PM')]],
      ...this.#ansi(),
    });
    writer.block({
      type: 'VOLB',
      attributes,
      fixed: 76,
      fields: [[52, u32(4)]],
      strings: [
        [volume.device, this.#text(device)],
        [volume.label, this.#text('Datos')],
      ],
      ...this.#ansi(),
    });
  }

  #directory(path: string, attributes: number, item?: BkfItem): void {
    const name = this.#text(path === '' ? '\0' : `${textOf(path).split('/').join('\0')}\0`);
    const long = name.length > 700;
    this.#writer.block({
      type: 'DIRB',
      attributes,
      fixed: 84,
      fields: [
        [directory.attributes, u32((long ? objectBits.longName : 0) | (item?.attributes ?? 0))],
        [directory.modified, packedDate(this.#local(item?.modified))],
        [directory.id, u32(this.#folder.id)],
      ],
      strings: long ? [] : [[directory.name, name]],
      streams: [...(long ? [{ id: 'PNAM', data: name }] : []), ...(item?.before ?? [])],
      ...this.#ansi(),
    });
  }

  #file(item: BkfItem): void {
    this.#files += 1;
    if (item.cutAfter !== undefined) this.#cut(item, item.cutAfter);
    else this.#writer.block({ ...this.#fileBlock(item, 0), streams: [...this.#before(item), ...this.#content(item)] });
    if (!item.filler) return;
    this.#writer.block({
      type: 'CFIL',
      fixed: 76,
      fields: [
        [52, u32(1 << 17)],
        [64, u64(0)],
        [72, u16(1)],
      ],
    });
  }

  #fileBlock(item: BkfItem, attributes: number): BlockSpec {
    const name = this.#text(textOf(lastName(item.path)));
    const long = name.length > 700;
    return {
      type: 'FILE',
      attributes,
      size: item.size ?? item.content?.length ?? 0,
      fixed: 88,
      fields: [
        [file.attributes, u32((long ? objectBits.longName : 0) | (item.attributes ?? 0))],
        [file.modified, packedDate(this.#local(item.modified))],
        [file.directory, u32(this.#folder.id)],
        [file.id, u32(this.#files)],
      ],
      strings: long ? [] : [[file.name, name]],
      ...this.#ansi(),
    };
  }

  #before(item: BkfItem): StreamSpec[] {
    const name = this.#text(textOf(lastName(item.path)));
    return [...(name.length > 700 ? [{ id: 'FNAM', data: name }] : []), ...(item.before ?? [])];
  }

  #content({ streams, pieces, content = Buffer.alloc(0) }: BkfItem): readonly StreamSpec[] {
    if (streams) return streams;
    if (pieces) {
      const parts = pieces.map(([at, data]) => ({ id: 'SPAR', data: Buffer.concat([u64(at), data]) }));
      return [{ id: 'STAN', data: Buffer.alloc(0), system: 8 }, ...parts];
    }
    if (!this.#options.checksums) return [{ id: 'STAN', data: content }];
    return [
      { id: 'STAN', data: content, media: 0x20 },
      { id: 'CSUM', data: u32(xorOfDwords(content)) },
    ];
  }

  /** The medium ends within the content of this file, and the next one goes on with it. */
  #cut(item: BkfItem, after: number): void {
    const content = item.content ?? Buffer.alloc(0);
    const spec = this.#fileBlock(item, 0);
    const probe = new BkfWriter(this.#options.blockSize);
    // where the data will start, from the start of the block, which is at a boundary
    probe.block({ ...spec, streams: [...this.#before(item), { id: 'STAN', data: Buffer.from('#DATA#') }] });
    const start = probe.bytes().indexOf('#DATA#');
    const have = roundUp(start + after, this.#options.blockSize) - start;
    if (have >= content.length) throw new Error('the cut is behind the end of the file');
    // the header tells the whole length; what follows the cut bytes belongs to the next medium
    const whole = new BkfWriter(this.#options.blockSize);
    whole.block({ ...spec, streams: [...this.#before(item), { id: 'STAN', data: content }] });
    this.#writer.raw(whole.bytes().subarray(0, start + have));
    this.#mark();
    this.#writer.block({ type: 'EOTM', fixed: 60, fields: [[52, u64(0)]], bare: true });
    this.#mark();
    this.#parts.push(this.#writer.bytes());
    this.#begin(blockBits.continuation);
    this.#directory(this.#folder.path, blockBits.continuation);
    this.#writer.block({
      ...this.#fileBlock(item, blockBits.continuation),
      streams: [
        ...this.#before(item)
          .slice(0, 1)
          .filter(one => one.id === 'FNAM'),
        { id: 'STAN', data: content.subarray(have), media: 1 },
      ],
    });
  }

  #mark(): void {
    const { softMark } = this.#options;
    if (softMark === 0) return;
    const writer = new BkfWriter(512);
    writer.block({ type: 'SFMB', fixed: 60, fields: [[52, u32(1)]], bare: true });
    this.#writer.raw(Buffer.concat([writer.bytes(), Buffer.alloc((softMark - 1) * 512)]));
  }

  #local(utc: number | undefined): number | undefined {
    return utc === undefined ? undefined : utc + (this.#options.zone === 127 ? 0 : this.#options.zone * 900);
  }

  #text(text: string): Buffer {
    return Buffer.from(text, this.#options.ansi ? 'latin1' : 'utf16le');
  }

  #ansi(): { readonly ansi?: true } {
    return this.#options.ansi ? { ansi: true } : {};
  }
}

/** Folders before what is in them, and files right after their folder. */
function inTreeOrder(items: readonly BkfItem[]): BkfItem[] {
  const parent = (item: BkfItem): string => item.path.slice(0, Math.max(0, item.path.lastIndexOf('/')));
  const files = (folder: string): BkfItem[] => items.filter(item => item.kind !== 'folder' && parent(item) === folder);
  const folders = items.filter(item => item.kind === 'folder').toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return [...files(''), ...folders.flatMap(folder => [folder, ...files(folder.path)])];
}

const textOf = (path: string): string => pathBytes(asBytePath(path)).toString('utf8');

function xorOfDwords(data: Buffer): number {
  const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum ^= padded.readInt32LE(at);
  return sum;
}
