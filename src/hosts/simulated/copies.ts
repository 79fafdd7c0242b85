import type { CopyResult, KeepCopy } from '../../model/instruction.js';
import type { Platform } from '../../model/recording.js';
import { CannotTell } from './kind.js';

/** The copies of case logs on a simulated host. */
export class KeptCopies {
  readonly #texts = new Map<string, string>();
  readonly #platform: Platform;
  #freeBytes = Number.POSITIVE_INFINITY;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  get full(): boolean {
    return this.#freeBytes === 0;
  }

  set freeBytes(bytes: number) {
    this.#freeBytes = bytes;
  }

  textOf(caseId: string): string | undefined {
    return this.#texts.get(caseId);
  }

  /** Read as any other file is; undefined when no copy lies there. */
  at(path: string): string | undefined {
    for (const [caseId, text] of this.#texts) if (this.#pathOf(caseId) === path) return text;
    return undefined;
  }

  /** Somebody edits or removes it. */
  put(caseId: string, text: string | undefined): void {
    if (text === undefined) this.#texts.delete(caseId);
    else this.#texts.set(caseId, text);
  }

  /** @throws CannotTell when the disk is full: as much as fits is written, as a real disk does it */
  keep({ caseId, offset, text }: KeepCopy): Pick<CopyResult, 'did' | 'path' | 'length'> {
    if (!/^[A-Za-z0-9-]+$/.test(caseId)) throw new CannotTell('error', `${caseId} cannot name a folder`);
    // oxlint-disable-next-line no-control-regex -- ASCII is meant
    if (!/^[\x00-\x7f]*$/.test(text)) throw new CannotTell('error', 'the text is not ASCII');
    const path = this.#pathOf(caseId);
    const before = this.#texts.get(caseId) ?? '';
    if (before.length !== offset) return { did: 'refused', path, length: before.length };
    const fits = text.slice(0, this.#freeBytes);
    this.#freeBytes -= fits.length;
    this.#texts.set(caseId, before + fits);
    if (fits.length < text.length) throw new CannotTell('error', 'No space left on device');
    return { did: 'kept', path, length: before.length + text.length };
  }

  #pathOf(caseId: string): string {
    return this.#platform === 'windows'
      ? `C:\\ProgramData\\Antesala\\${caseId}\\case.jsonl`
      : `/var/lib/antesala/${caseId}/case.jsonl`;
  }
}
