import { wireMark } from '../../wire.js';

/**
 * A line of sh, to go before a program, by which its process tells its number. sshd lets nobody signal what root started (it does so
 * only under privilege separation), so that stopping it takes a second process, which must know whom to stop.
 */
export function tellProcess(nonce: string): string {
  return `echo "${pidMark(nonce)}$$"\n`;
}

/** Not the wire's own mark: to whoever reads the answers this line is noise. */
const pidMark = (nonce: string): string => `@antesala-process:${nonce} `;

/** The number a process told by {@link tellProcess}, in what it printed so far. */
export function processIn(text: string, nonce: string): string | undefined {
  const start = text.indexOf(pidMark(nonce));
  return start < 0 ? undefined : /^([0-9]+)[\r\n]/.exec(text.slice(start + pidMark(nonce).length))?.[1];
}

/** What was received so far of an executor's output. */
export interface Received {
  readonly header: boolean;
  /** The end line was seen: nothing more of interest comes. */
  readonly ended: boolean;
  readonly answered: number;
  readonly bytes: number;
}

/**
 * Keeps the output of an executor as it comes in and counts its answers. Only the beginning of each line is looked at;
 * the rest is neither copied nor decoded before all of it is there.
 */
export class AnswerStream implements Received {
  header = false;
  ended = false;
  answered = 0;
  bytes = 0;
  /** The process that answers, where it told (see tellProcess). */
  pid: string | undefined;
  readonly #mark: string;
  readonly #pidMark: string;
  readonly #chunks: Buffer[] = [];
  readonly #head: Buffer;
  #headLength = 0;
  #foreign = '';

  constructor(nonce: string) {
    this.#mark = `${wireMark}${nonce} `;
    this.#pidMark = pidMark(nonce);
    this.#head = Buffer.alloc(Math.max(this.#mark.length + longestKind, 200));
  }

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.bytes += chunk.length;
    let at = 0;
    while (at < chunk.length) {
      const newline = chunk.indexOf(0x0a, at);
      const stop = newline < 0 ? chunk.length : newline;
      const room = this.#head.length - this.#headLength;
      if (room > 0) this.#headLength += chunk.copy(this.#head, this.#headLength, at, Math.min(stop, at + room));
      if (newline < 0) return;
      this.#endOfLine();
      at = newline + 1;
    }
  }

  /** Everything received; executors write ASCII, other lines are noise. */
  text(): string {
    return Buffer.concat(this.#chunks, this.bytes).toString('latin1');
  }

  /** The first line that is not the executor's, to show what came instead. */
  foreignLine(): string {
    if (this.#foreign === '' && this.#headLength > 0) this.#endOfLine();
    return this.#foreign;
  }

  #endOfLine(): void {
    const line = this.#head.toString('latin1', 0, this.#headLength);
    this.#headLength = 0;
    if (line.startsWith(this.#pidMark)) {
      this.pid = /^[0-9]+/.exec(line.slice(this.#pidMark.length))?.[0];
      return;
    }
    if (!line.startsWith(this.#mark)) {
      if (this.#foreign === '' && line.trim() !== '') {
        this.#foreign = Buffer.from(line, 'latin1').toString('utf8').trim();
      }
      return;
    }
    if (line.startsWith(headerStart, this.#mark.length)) this.header = true;
    else if (line.startsWith(endStart, this.#mark.length)) this.ended = true;
    else this.answered += 1;
  }
}

const headerStart = '{"answers":';
const endStart = '{"end":';
const longestKind = headerStart.length;
