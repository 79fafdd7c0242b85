import { setImmediate } from 'node:timers/promises';
import { say } from '../../i18n/text.js';
import {
  type BackupEntry,
  type BackupFacts,
  type BackupReader,
  type Batch,
  DamagedBackup,
  type Problem,
  type Restored,
} from '../reader.js';
import { blockAt, streamsOf } from './blocks.js';
import { contentOf } from './content.js';
import { findParts } from './find-parts.js';
import { dateAt, header, pointedAt, set, tape } from './layout.js';
import { Lister, noZone } from './lister.js';
import { textIn } from './names.js';
import type { Part } from './part.js';

const batchSize = 256;

/**
 * Backups in Microsoft Tape Format, as NTBackup of Windows 2000 and 2003 writes them (.bkf), in one part or several.
 *
 * No file written by NTBackup itself has been read with it yet: none is to be had. It follows the specification, and what two other
 * readers made of the same test files (`docs/decisions/0009-proof-of-a-backup.md`).
 */
export class BkfReader implements BackupReader {
  readonly facts: BackupFacts;
  readonly #parts: readonly Part[];
  readonly #problems: readonly Problem[];

  /**
   * @param path one of its parts; the others are looked for beside it
   * @throws InputError when it cannot be read or is no such backup
   */
  constructor(path: string) {
    const { parts, problems } = findParts(path);
    this.#parts = parts;
    this.#problems = problems;
    this.facts = factsOf(parts);
  }

  async *list(signal: AbortSignal): AsyncGenerator<Batch> {
    signal.throwIfAborted();
    let entries: BackupEntry[] = [];
    let problems: Problem[] = [...this.#problems];
    for (const one of new Lister(this.#parts, toUtc).all()) {
      if ('means' in one) problems.push(one);
      else entries.push(one);
      if (entries.length + problems.length < batchSize) continue;
      yield { entries, problems };
      [entries, problems] = [[], []];
      // Parsing never waits, so this is where Ctrl-C and progress get their turn
      await setImmediate();
      signal.throwIfAborted();
    }
    yield { entries, problems };
  }

  async *restore(chosen: readonly BackupEntry[], _place: unknown, signal: AbortSignal): AsyncGenerator<Restored> {
    // in the order of the backup, so that it is read once from front to back
    const inOrder = chosen.toSorted(
      (a, b) => (a.place?.part ?? 0) - (b.place?.part ?? 0) || (a.place?.offset ?? 0) - (b.place?.offset ?? 0),
    );
    for (const entry of inOrder) {
      signal.throwIfAborted();
      yield entry.trouble ? { entry, problem: entry.trouble } : { entry, content: { chunks: this.#content(entry) } };
    }
  }

  async close(): Promise<void> {
    for (const part of this.#parts) part.close();
  }

  async *#content({ place }: BackupEntry): AsyncGenerator<Uint8Array> {
    const part = this.#parts[place?.part ?? -1];
    const block = part && place && blockAt(part, place.offset);
    if (!part || !block || block.type !== 'FILE') throw new DamagedBackup({ means: 'damaged', text: notThere });
    yield* contentOf(this.#parts, part, block, this.#setBefore(part, block.offset), other => this.#firstSet(other));
  }

  /** Blocks are counted from their set; all sets begin at a multiple of 512, and that is all a stream's place depends on within its part. */
  #setBefore(part: Part, offset: number): number {
    return offset % part.blockSize;
  }

  /** Where the set begins in a part that continues another. */
  #firstSet(part: Part): number {
    let at = 0;
    for (let count = 0; count < 4; count += 1) {
      const block = blockAt(part, at);
      if (!block || block.type === 'SSET') return at;
      const streams = streamsOf(part, block, 0);
      let step = streams.next();
      while (!step.done) step = streams.next();
      if (!('next' in step.value)) return at;
      at = step.value.next;
    }
    return at;
  }
}

/** Quarter hours east of UTC. Where the set does not know, this computer's own zone is as good a guess as any. */
function toUtc(local: number, quarters: number): number {
  if (quarters !== noZone && Math.abs(quarters) <= 60) return local - quarters * 900_000;
  const date = new Date(local);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  return new Date(year, month, day, date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()).getTime();
}

function factsOf(parts: readonly Part[]): BackupFacts {
  const first = parts[0];
  const found = first && firstSetBlock(first);
  const software = first?.tape && textIn(first.tape, pointedAt(first.tape, tape.software));
  const label = found && textIn(found, pointedAt(found, set.name));
  const date = found && dateAt(found, set.date);
  return {
    kind: 'bkf',
    ...(label ? { label } : {}),
    ...(software ? { writtenBy: software } : {}),
    ...(date === undefined || !found ? {} : { made: toUtc(date, found.readInt8(set.zone)) }),
    // whole seconds, in a local time whose zone and summer time nobody wrote down for sure
    times: { precision: 2000, zone: 'unknown' },
    paths: 'rooted',
    names: 'text',
    parts: parts.map(part => part.path),
    limits: [noStreams],
  };
}

function firstSetBlock(part: Part): Buffer | undefined {
  for (let at = 0; at < Math.min(part.end, 64 * 1024); at += 512) {
    const block = blockAt(part, at);
    if (block?.type === 'SSET' && block.bytes.length > set.zone) return block.bytes;
    if (block && block.bytes.readUInt16LE(header.firstEvent) === 0) return undefined;
  }
  return undefined;
}

const notThere = say({
  en: 'The file is no longer where the list of the backup had it.',
  es: 'El archivo ya no está donde lo situaba la lista de la copia.',
});

const noStreams = say({
  en: 'Alternate data streams, access lists and the state of the system are listed, but not compared.',
  es: 'Los flujos de datos alternativos, las listas de control de acceso y el estado del sistema se enumeran, pero no se comparan.',
});
