import { type Text, say } from '../../i18n/text.js';
import { type BytePath, emptyPath, joined, lastName, shownPath } from '../byte-path.js';
import type { BackupEntry, Problem } from '../reader.js';
import { type BlockAt, type LookAhead, type StreamsEnd, blockAt, nextBlock, streamsOf } from './blocks.js';
import { blockBits, corrupt, dateAt, directory, file, header, pointedAt, set, setEnd, volume } from './layout.js';
import { deviceName, directoryPath, nameOf, textIn } from './names.js';
import { hasLongName, nameAddress, objectStreams } from './object.js';
import type { Part } from './part.js';

/** As a set says that it does not know its zone. */
export const noZone = 127;

/** Turns the local time of the server that was backed up into UTC. */
export type ToUtc = (local: number, quarters: number) => number;

/** Goes through the parts of a backup and says what is in them, one entry or problem at a time. */
export class Lister {
  readonly #parts: readonly Part[];
  readonly #toUtc: ToUtc;
  #volume: BytePath = emptyPath;
  #folder: { readonly path: BytePath; readonly id: number } | undefined;
  /** A file is told when the block after it has not said that it is broken. */
  #pending: BackupEntry | undefined;
  #zone = noZone;
  #ahead: LookAhead = { bytes: 0 };
  /** Until the end of a set was read: a backup without any end was cut off. */
  #open = true;

  constructor(parts: readonly Part[], toUtc: ToUtc) {
    this.#parts = parts;
    this.#toUtc = toUtc;
  }

  *all(): Generator<BackupEntry | Problem> {
    for (const part of this.#parts) yield* this.#part(part);
    yield* this.#flush();
    const last = this.#parts.at(-1);
    if (last && this.#open && !last.continues) {
      yield { means: 'damaged', text: said.noEnd, part: last.path, offset: last.size };
    }
  }

  *#part(part: Part): Generator<BackupEntry | Problem> {
    this.#ahead = { bytes: part.size * 2 };
    // Blocks are counted from the start of their set, which in a part that continues another cannot be checked
    let [base, checkable] = [0, false];
    for (let at = 0; at < part.end; ) {
      const block = blockAt(part, at);
      if (!block) {
        yield* this.#flush();
        yield { means: 'damaged', text: said.noBlock, part: part.path, offset: at };
        this.#folder = undefined;
        const next = nextBlock(part, at, checkable ? base : undefined, this.#ahead);
        if (next === undefined) return;
        at = next;
        continue;
      }
      if (block.type === 'SSET') {
        base = at;
        checkable = !continues(block);
      }
      const next = yield* this.#block(part, block, base);
      if ('cut' in next) return;
      // a block that does not lead onward would be read for ever
      at = 'brokenAt' in next || next.next <= at ? yield* this.#skip(part, block, base, checkable, next) : next.next;
    }
  }

  *#skip(
    part: Part,
    block: BlockAt,
    base: number,
    checkable: boolean,
    end: { readonly brokenAt: number } | { readonly next: number },
  ): Generator<Problem, number> {
    const offset = 'brokenAt' in end ? end.brokenAt : block.offset;
    yield { means: 'damaged', text: said.noStream(this.#pending?.path), part: part.path, offset };
    if (this.#pending) {
      this.#pending = {
        ...this.#pending,
        trouble: { means: 'damaged', text: said.structure, part: part.path, offset },
      };
    }
    return nextBlock(part, Math.max(block.offset, offset), checkable ? base : undefined, this.#ahead) ?? part.end;
  }

  *#block(part: Part, block: BlockAt, base: number): Generator<BackupEntry | Problem, StreamsEnd> {
    if (block.type === 'CFIL') this.#broken(part, block);
    else if (!continues(block) && block.type !== 'SFMB') yield* this.#flush();
    if (block.type === 'FILE' || block.type === 'DIRB') return yield* this.#object(part, block, base);
    if (block.type === 'SSET') {
      this.#zone = block.bytes.length > set.zone ? block.bytes.readInt8(set.zone) : noZone;
      this.#open = true;
    }
    if (block.type === 'VOLB') {
      this.#volume = deviceName(textIn(block.bytes, pointedAt(block.bytes, volume.device)));
      this.#folder = undefined;
    }
    if (block.type === 'ESET') {
      // an end that is itself cut off is none
      this.#open = block.offset + block.bytes.readUInt16LE(header.firstEvent) > part.end;
      yield* endOfSet(part, block);
    }
    const streams = streamsOf(part, block, base);
    let step = streams.next();
    while (!step.done) step = streams.next();
    return step.value;
  }

  *#object(part: Part, block: BlockAt, base: number): Generator<BackupEntry | Problem, StreamsEnd> {
    const streams = objectStreams(part, block, base);
    const name = hasLongName(block)
      ? streams.longName
      : textIn(block.bytes, pointedAt(block.bytes, nameAddress(block)));
    const place = { part: part.index, offset: block.offset };
    const at = block.type === 'DIRB' ? directory.modified : file.modified;
    const local = dateAt(block.bytes, at);
    const common = { ...(local === undefined ? {} : { modified: this.#toUtc(local, this.#zone) }), place };
    if (name === undefined) {
      yield { means: 'damaged', text: said.noName, part: part.path, offset: block.offset };
      if (block.type === 'DIRB') this.#folder = undefined;
    } else if (block.type === 'DIRB') {
      const path = joined(this.#volume, directoryPath(name));
      this.#folder = { path, id: block.bytes.readUInt32LE(directory.id) };
      if (!continues(block) && path !== this.#volume) yield { path, kind: 'folder', size: 0, ...common };
    } else if (!continues(block)) yield* this.#file(part, block, nameOf(name), streams, common);
    return streams.end;
  }

  *#file(
    part: Part,
    block: BlockAt,
    name: BytePath,
    streams: ReturnType<typeof objectStreams>,
    common: { readonly modified?: number; readonly place: { readonly part: number; readonly offset: number } },
  ): Generator<Problem> {
    // a file that names another folder than the last one read lost its own to damage
    if (!this.#folder || this.#folder.id !== block.bytes.readUInt32LE(file.directory)) {
      yield { means: 'damaged', text: said.noFolder(name), part: part.path, offset: block.offset };
      return;
    }
    this.#pending = {
      path: joined(this.#folder.path, name),
      kind: 'file',
      size: streams.size,
      ...common,
      ...(streams.alternate.length > 0 ? { streams: streams.alternate } : {}),
      ...(streams.trouble ? { trouble: streams.trouble } : {}),
    };
  }

  /** CFIL: what the program could not read of the file before was filled with something. */
  #broken(part: Part, block: BlockAt): void {
    if (!this.#pending) return;
    const offset = block.offset + corrupt.attributes;
    this.#pending = { ...this.#pending, trouble: { means: 'damaged', text: said.filler, part: part.path, offset } };
  }

  *#flush(): Generator<BackupEntry> {
    if (this.#pending) yield this.#pending;
    this.#pending = undefined;
  }
}

function* endOfSet(part: Part, block: BlockAt): Generator<Problem> {
  const aborted = (block.bytes.readUInt32LE(header.attributes) & blockBits.setAborted) !== 0;
  if (aborted) yield { means: 'damaged', text: said.aborted, part: part.path, offset: block.offset };
  const count = block.bytes.length > setEnd.corruptFiles + 4 ? block.bytes.readUInt32LE(setEnd.corruptFiles) : 0;
  if (count > 0) yield { means: 'damaged', text: said.corruptFiles(count), part: part.path, offset: block.offset };
}

function continues(block: BlockAt): boolean {
  return (block.bytes.readUInt32LE(header.attributes) & blockBits.continuation) !== 0;
}

const said = {
  noEnd: say({
    en: 'The backup ends without its end mark: it was cut off, or a part is missing.',
    es: 'La copia termina sin su marca de fin: se cortó, o falta una parte.',
  }),
  noBlock: say({
    en: 'Here the structure of the backup is damaged: a block was expected and none can be read. Reading went on at the next one.',
    es: 'Aquí la estructura de la copia está dañada: debía empezar un bloque y no se puede leer. La lectura ha seguido en el siguiente.',
  }),
  noStream: (path: BytePath | undefined): Text =>
    path === undefined
      ? said.noBlock
      : say({
          en: `The structure of the backup is damaged in or after ${shownPath(path)}.`,
          es: `La estructura de la copia está dañada en ${shownPath(path)} o a continuación.`,
        }),
  structure: say({
    en: 'The structure of the backup is damaged in this file.',
    es: 'La estructura de la copia está dañada en este archivo.',
  }),
  noName: say({
    en: 'A name that is too long for its block is missing from the backup.',
    es: 'Falta en la copia un nombre que no cabe en su bloque.',
  }),
  noFolder: (name: BytePath): Text =>
    say({
      en: `The folder of the file ${shownPath(lastName(name))} was lost to damage in the backup.`,
      es: `La carpeta del archivo ${shownPath(lastName(name))} se perdió por un daño en la copia.`,
    }),
  filler: say({
    en: 'The backup itself says that a part of it could not be read and was filled up.',
    es: 'La propia copia indica que una parte no se pudo leer y se rellenó.',
  }),
  aborted: say({
    en: 'The backup was stopped before it was complete.',
    es: 'La copia se interrumpió antes de completarse.',
  }),
  corruptFiles: (count: number): Text =>
    say({
      en: f => `At its end the backup says that ${f.plural(count, '# file', '# files')} could not be read whole.`,
      es: f =>
        `Al final, la copia indica que ${f.plural(count, '# archivo no se pudo leer entero', '# archivos no se pudieron leer enteros')}.`,
    }),
};
