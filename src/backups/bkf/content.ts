import { type Text, say } from '../../i18n/text.js';
import { DamagedBackup, type Problem } from '../reader.js';
import { type BlockAt, type StreamAt, blockAt, streamsOf } from './blocks.js';
import { blockBits, header, longAt, mediaBits } from './layout.js';
import type { Part } from './part.js';

const chunk = 64 * 1024;
const zeros = Buffer.alloc(chunk);

/** A piece of a stream as it lies in one part. */
interface Piece {
  readonly part: Part;
  readonly stream: StreamAt;
  /** Bytes of it in this part. */
  readonly have: number;
  /** Whether it goes on from the part before. */
  readonly continued: boolean;
}

/**
 * The content of a file, with its holes filled. Views that hold until the next one is asked for.
 *
 * @param setOf where the set begins that is open at the first file of a part
 * @throws DamagedBackup where it breaks off
 */
export function* contentOf(
  parts: readonly Part[],
  part: Part,
  block: BlockAt,
  set: number,
  setOf: (part: Part) => number,
): Generator<Buffer> {
  const size = longAt(block.bytes, header.displayableSize) ?? 0;
  let written = 0;
  let sparse = false;
  /** Of a sparse piece: still to come of its offset, which stands before its data. */
  let ahead = Buffer.alloc(0);
  let heading = false;
  for (const { part: from, stream, have, continued } of pieces(parts, part, block, set, setOf)) {
    if (stream.id === 'SPAR' && !continued) {
      sparse = true;
      heading = true;
      ahead = Buffer.alloc(0);
    }
    if (stream.id !== 'STAN' && stream.id !== 'SPAR') continue;
    for (let at = 0; at < have; ) {
      const view = from.view(stream.data + at, Math.min(chunk, have - at));
      if (view.length === 0) throw broken(from, stream.data + at, said.cut);
      at += view.length;
      let data = view;
      if (heading) {
        const rest = 8 - ahead.length;
        ahead = Buffer.concat([ahead, view.subarray(0, rest)]);
        data = view.subarray(rest);
        if (ahead.length < 8) continue;
        heading = false;
        const start = longAt(ahead, 0);
        if (start === undefined || start < written || start > size) throw broken(from, stream.offset, said.order);
        // the zeros go out first, and the view must not change under the reader's hands meanwhile
        data = Buffer.from(data);
        yield* hole(start - written);
        written = start;
      }
      written += data.length;
      if (data.length > 0) yield data;
    }
  }
  if (sparse || written < size) yield* hole(isSparse(part, block, set) ? size - written : 0);
}

function isSparse(part: Part, block: BlockAt, set: number): boolean {
  for (const stream of streamsOf(part, block, set)) if (stream.id === 'SPAR' || stream.system & 0x8) return true;
  return false;
}

/** The streams of a file across the parts it was cut into. */
function* pieces(
  parts: readonly Part[],
  first: Part,
  block: BlockAt,
  set: number,
  setOf: (part: Part) => number,
): Generator<Piece> {
  let [part, at, base] = [first, block, set];
  let cut: StreamAt | undefined;
  while (true) {
    const streams = streamsOf(part, at, base);
    let step = streams.next();
    let last: StreamAt | undefined;
    for (; !step.done; ) {
      const stream = step.value;
      const continued = (stream.media & mediaBits.continued) !== 0 && cut?.id === stream.id;
      cut = undefined;
      last = stream;
      step = streams.next();
      const have = step.done && 'cut' in step.value ? step.value.have : stream.length;
      // what another part holds is told by that part's header, so the bytes here are the length less the rest
      yield { part, stream, have: Math.min(have, stream.length), continued };
    }
    if ('next' in step.value) return;
    if ('brokenAt' in step.value) throw broken(part, step.value.brokenAt, said.broken);
    const next = parts[part.index + 1];
    if (!next) throw broken(part, part.end, part.continues ? said.noPart : said.cut);
    const file = continuedFile(next, setOf(next));
    if (!file) throw broken(next, 0, said.notContinued);
    cut = last;
    [part, at, base] = [next, file, setOf(next)];
  }
}

/** The file at the start of a part that goes on from the one before. */
function continuedFile(part: Part, set: number): BlockAt | undefined {
  let at = 0;
  // tape, marks, set, volume, folder, file
  for (let count = 0; count < 12; count += 1) {
    const block = blockAt(part, at);
    if (!block) return undefined;
    const continued = (block.bytes.readUInt32LE(header.attributes) & blockBits.continuation) !== 0;
    if (block.type === 'FILE') return continued ? block : undefined;
    const streams = streamsOf(part, block, at < set ? 0 : set);
    let step = streams.next();
    while (!step.done) step = streams.next();
    if (!('next' in step.value)) return undefined;
    at = step.value.next;
  }
  return undefined;
}

function* hole(length: number): Generator<Buffer> {
  for (let left = length; left > 0; left -= chunk) yield left >= chunk ? zeros : zeros.subarray(0, left);
}

function broken(part: Part, offset: number, text: Text): DamagedBackup {
  const problem: Problem = { means: 'damaged', text, part: part.path, offset };
  return new DamagedBackup(problem);
}

const said = {
  cut: say({ en: 'The backup ends in the middle of it.', es: 'La copia termina a mitad del archivo.' }),
  noPart: say({
    en: 'The backup goes on in another part, which is not there. Put all parts into one folder.',
    es: 'La copia sigue en otra parte, que no está. Ponga todas las partes en una misma carpeta.',
  }),
  notContinued: say({
    en: 'This part of the backup does not go on where the one before ends.',
    es: 'Esta parte de la copia no continúa donde termina la anterior.',
  }),
  broken: say({
    en: 'The structure of the backup is damaged here, in the middle of this file.',
    es: 'La estructura de la copia está dañada aquí, a mitad de este archivo.',
  }),
  order: say({
    en: 'The pieces of this sparse file are out of order.',
    es: 'Los fragmentos de este archivo disperso no están en orden.',
  }),
};
