import { createHash } from 'node:crypto';
import { say } from '../i18n/text.js';
import { CaseError } from '../model/case-error.js';
import type { CaseLog } from '../model/case-log.js';
import type { CaseEvent, StampedEvent } from '../model/event.js';
import { hashOf, noLineBefore, toLine } from './line.js';

/** A log that lives as long as the process: for rehearsals. What stands in it reads and chains as on disk. */
export class MemoryLog implements CaseLog {
  readonly id: string;
  readonly events: StampedEvent[] = [];
  readonly #lines: string[] = [];
  readonly #evidence = new Map<string, Uint8Array>();
  readonly #now: () => Date;
  readonly #actor: string;
  #hash = noLineBefore;

  /** @param before what another log of the same case holds already */
  constructor(
    id: string,
    {
      now,
      actor,
      before,
    }: { readonly now: () => Date; readonly actor: string; readonly before?: readonly StampedEvent[] },
  ) {
    this.id = id;
    this.#now = now;
    this.#actor = actor;
    for (const { seq, at, actor: by, prev: _prev, ...event } of before ?? []) this.#add({ seq, at, actor: by }, event);
  }

  append(...events: readonly CaseEvent[]): Promise<readonly StampedEvent[]> {
    const at = this.#now().toISOString();
    return Promise.resolve(
      events.map(event => this.#add({ seq: this.events.length + 1, at, actor: this.#actor }, event)),
    );
  }

  async appendOver(make: (prev: string) => CaseEvent): Promise<StampedEvent> {
    const [event] = await this.append(make(this.#hash));
    if (!event) throw new Error('An event was appended and none came back.');
    return event;
  }

  linesFrom(seq: number): string {
    return this.#lines
      .slice(Math.max(0, seq - 1))
      .map(line => `${line}\n`)
      .join('');
  }

  async store({ bytes, kind, name, data }: Parameters<CaseLog['store']>[0]): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.#evidence.set(sha256, bytes);
    await this.append({ type: 'evidence-stored', sha256, bytes: bytes.length, kind, name, ...(data ? { data } : {}) });
    return sha256;
  }

  evidence(sha256: string): Promise<Uint8Array> {
    const found = this.#evidence.get(sha256);
    if (found) return Promise.resolve(found);
    return Promise.reject(
      new CaseError('damaged', say({ en: `There is no evidence ${sha256}.`, es: `No existe la evidencia ${sha256}.` })),
    );
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #add(stamp: Omit<StampedEvent, 'prev' | keyof CaseEvent>, event: CaseEvent): StampedEvent {
    const full = { ...stamp, prev: this.#hash };
    const line = toLine(full, event);
    this.#lines.push(line);
    this.#hash = hashOf(line);
    const stamped: StampedEvent = { ...full, ...event };
    this.events.push(stamped);
    return stamped;
  }
}
