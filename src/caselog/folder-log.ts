import { basename } from 'node:path';
import type { CaseLog } from '../model/case-log.js';
import type { CaseEvent, Stamp, StampedEvent } from '../model/event.js';
import { CaseError } from '../model/case-error.js';
import { type Text, say } from '../i18n/text.js';
import type { AppendFile } from './append-file.js';
import { type Continuation, readContinuation } from './continuation.js';
import { eventShape } from './event-shapes.js';
import type { EvidenceFiles } from './evidence-files.js';
import type { HeadFile } from './head-file.js';
import type { KitBranch } from './kit-branch.js';
import { hashOf, longestLine, toLine } from './line.js';
import type { Lock } from './lock.js';
import type { ReadLog } from './read-log.js';

/** What a log needs to be written to: none of it for one that is only read. */
export interface Writing {
  readonly actor: string;
  readonly now: () => Date;
  readonly file: AppendFile;
  readonly head: HeadFile;
  readonly lock: Lock;
}

/** The log of a case that is a folder of plain files. Made by `openCase` and `createCase`. */
export class FolderLog implements CaseLog {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  /** Bytes after the last line end, of a log that is only read: a write that broke off, or is going on. */
  readonly tornBytes: number;
  readonly #events: StampedEvent[];
  /** The log as it was opened, and the lines appended since. */
  readonly #opened: Pick<ReadLog, 'whole' | 'ends'>;
  readonly #added: string[] = [];
  readonly #evidence: EvidenceFiles;
  readonly #writing: Writing | undefined;
  #hash: string;
  #closed = false;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    folder: string,
    { id, name }: { readonly id: string; readonly name: string },
    read: ReadLog,
    evidence: EvidenceFiles,
    writing: Writing | undefined,
  ) {
    this.id = id;
    this.name = name;
    this.folder = folder;
    this.tornBytes = read.torn.length;
    this.#events = read.events;
    this.#opened = { whole: read.whole, ends: read.ends };
    this.#hash = read.hash;
    this.#evidence = evidence;
    this.#writing = writing;
  }

  get events(): readonly StampedEvent[] {
    return this.#events;
  }

  append(...events: readonly CaseEvent[]): Promise<readonly StampedEvent[]> {
    return this.#inTurn(async () => (events.length === 0 ? [] : this.#append(() => events)));
  }

  async appendOver(make: (prev: string) => CaseEvent): Promise<StampedEvent> {
    const written = await this.#inTurn(() => this.#append(prev => [make(prev)]));
    const last = written.at(-1);
    if (!last) throw new Error('An event was appended and none came back.');
    return last;
  }

  /**
   * Adds lines that were written elsewhere and continue this log, bit for bit. When this log has gone on meanwhile, their events are added
   * with the times and names they have, and the lines themselves are kept as evidence.
   *
   * @param bytes as a kit left them on a server; lines that the log has already may come first
   * @param file their path, for messages
   * @throws CaseError `damaged` with the line when they do not continue it: then nothing was added
   */
  continueWith(bytes: Buffer, file: string): Promise<Continuation> {
    return this.#inTurn(async () => {
      const { file: own, head } = this.#writer();
      const log = { lines: this.linesFrom(1).split('\n').slice(0, -1), events: this.#events };
      const continuation = readContinuation(bytes, file, log);
      const { lines, events, branch } = continuation;
      if (branch && branch.fresh.length > 0) await this.#join(bytes, file, branch);
      const last = lines.at(-1);
      if (last === undefined) return continuation;
      await own.append(Buffer.from(lines.map(line => `${line}\n`).join(''), 'latin1'));
      this.#events.push(...events);
      this.#added.push(...lines);
      this.#hash = hashOf(last);
      await head.write({ seq: this.#events.length, sha256: this.#hash });
      return continuation;
    });
  }

  async #join(bytes: Buffer, file: string, { from, fresh }: KitBranch): Promise<void> {
    const sha256 = await this.#evidence.store(bytes);
    const kept = {
      type: 'evidence-stored',
      sha256,
      bytes: bytes.length,
      kind: 'kit-log',
      name: basename(file),
    } as const;
    await this.#append(() => [kept, { type: 'kit-log-joined', from, events: fresh.length, sha256 }], fresh);
  }

  linesFrom(seq: number): string {
    const { whole, ends } = this.#opened;
    const added = this.#added.slice(Math.max(0, seq - 1 - ends.length));
    const start = seq <= 1 ? 0 : (ends[seq - 2] ?? whole.length);
    return whole.toString('latin1', start) + added.map(line => `${line}\n`).join('');
  }

  async store({ bytes, ...rest }: Parameters<CaseLog['store']>[0]): Promise<string> {
    this.#writer();
    const sha256 = await this.#evidence.store(bytes);
    await this.append({ type: 'evidence-stored', sha256, bytes: bytes.length, ...rest });
    return sha256;
  }

  evidence(sha256: string): Promise<Uint8Array> {
    return this.#evidence.read(sha256);
  }

  async close(): Promise<void> {
    await this.#queue;
    if (this.#closed) return;
    this.#closed = true;
    if (!this.#writing) return;
    const { head, file, lock } = this.#writing;
    try {
      await head.close();
      await file.close();
    } finally {
      await lock.release();
    }
  }

  /** One append after the other, whatever became of the one before. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  /** @param joined what another has written, which keeps its time and its name */
  async #append(
    make: (prev: string) => readonly CaseEvent[],
    joined: readonly StampedEvent[] = [],
  ): Promise<readonly StampedEvent[]> {
    const { actor, now, file, head } = this.#writer();
    const at = now();
    const lines: string[] = [];
    const stamped: StampedEvent[] = [];
    let prev = this.#hash;
    const own = { at: at.toISOString(), actor };
    const add = (event: CaseEvent, by: Pick<Stamp, 'at' | 'actor'> = own): void => {
      const seq = this.#events.length + stamped.length + 1;
      const line = toLine({ seq, at: by.at, actor: by.actor, prev }, event);
      // Read back before it is written: what is on disk can be read, and what is returned is what will be read
      stamped.push(readBack(line, event.type));
      lines.push(line);
      prev = hashOf(line);
    };
    const behind = Date.parse(this.#events.at(-1)?.at ?? '') - at.getTime();
    if (behind > 0) add({ type: 'clock-went-back', seconds: behind / 1000 });
    for (const event of make(prev)) add(event);
    for (const { seq: _seq, at, actor, prev: _prev, ...event } of joined) add(event, { at, actor });
    await file.append(Buffer.from(lines.map(line => `${line}\n`).join(''), 'latin1'));
    this.#events.push(...stamped);
    this.#added.push(...lines);
    this.#hash = prev;
    await head.write({ seq: this.#events.length, sha256: prev });
    return stamped;
  }

  #writer(): Writing {
    if (this.#writing && !this.#closed) return this.#writing;
    throw new Error(this.#closed ? 'The case was closed.' : 'The case was opened to be read only.');
  }
}

function readBack(line: string, type: string): StampedEvent {
  if (line.length > longestLine) throw new CaseError('unwritable', tooLong(type));
  const value: unknown = JSON.parse(line);
  const { error } = eventShape.safeParse(value);
  if (error) throw new Error(`An event “${type}” is not as it should be: ${error.message}`);
  return value as StampedEvent;
}

const tooLong = (type: string): Text =>
  say({
    en: f => `The event “${type}” would take more than ${f.need(longestLine)} in the log. Nothing was written.`,
    es: f => `El evento «${type}» ocuparía más de ${f.need(longestLine)} en el registro. No se ha escrito nada.`,
  });
