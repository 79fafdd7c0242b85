import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Text, say } from '../i18n/text.js';
import { CaseError } from '../model/case-error.js';
import { cannotWrite } from './append-file.js';
import { cannotRead } from './case-file.js';
import { syncFolder, unfinished, writeDurably } from './durable.js';

/** The folder `evidence/` of a case: files named by the SHA-256 of their bytes. */
export class EvidenceFiles {
  readonly folder: string;
  readonly #caseFolder: string;

  constructor(caseFolder: string) {
    this.#caseFolder = caseFolder;
    this.folder = join(caseFolder, 'evidence');
  }

  /**
   * Returns when the bytes are on disk under their hash. A file of that name with other bytes is replaced: it was damaged.
   *
   * @throws CaseError `unwritable`
   */
  async store(bytes: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (await this.#has(sha256)) return sha256;
    try {
      if ((await mkdir(this.folder, { recursive: true, mode: 0o700 })) !== undefined) {
        await syncFolder(this.#caseFolder);
      }
    } catch (error) {
      throw cannotWrite(this.folder, error);
    }
    await writeDurably(join(this.folder, sha256), bytes);
    return sha256;
  }

  /** @throws CaseError `damaged` when it is not there or has other bytes, `unreadable` */
  async read(sha256: string): Promise<Uint8Array> {
    const path = join(this.folder, sha256);
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new CaseError('damaged', missing(this.folder, sha256));
    let bytes: Buffer;
    try {
      bytes = await readFile(path);
    } catch (error) {
      const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      throw gone ? new CaseError('damaged', missing(this.folder, sha256), { cause: error }) : cannotRead(path, error);
    }
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new CaseError('damaged', changed(path));
    return bytes;
  }

  /** Takes away what runs left that were killed while they wrote: no event speaks of it. */
  async tidy(): Promise<void> {
    const names = await readdir(this.folder).catch((): string[] => []);
    for (const name of names) if (name.startsWith(unfinished)) await rm(join(this.folder, name), { force: true });
  }

  async #has(sha256: string): Promise<boolean> {
    try {
      await this.read(sha256);
      return true;
    } catch {
      return false;
    }
  }
}

const missing = (folder: string, sha256: string): Text =>
  say({
    en: `The evidence ${sha256.slice(0, 64)} is not in ${folder}. Take it from a backup of the case's folder, or gather it again.`,
    es: `La evidencia ${sha256.slice(0, 64)} no está en ${folder}. Recupérela de una copia de seguridad de la carpeta del caso o vuelva a obtenerla.`,
  });

const changed = (path: string): Text =>
  say({
    en: `${path} is not what was stored: its hash differs from its name. Take it from a backup of the case's folder, or gather it again.`,
    es: `${path} no es lo que se guardó: su hash no coincide con su nombre. Recupérelo de una copia de seguridad de la carpeta del caso o vuelva a obtenerlo.`,
  });
