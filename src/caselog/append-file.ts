import { type Text, say } from '../i18n/text.js';
import { CaseError } from '../model/case-error.js';

/** What appending needs of an open file; a `FileHandle` is one. */
export interface LogHandle {
  write(bytes: Buffer, offset: number, length: number, position: number): Promise<{ readonly bytesWritten: number }>;
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  stat(): Promise<{ readonly size: number }>;
  close(): Promise<void>;
}

/** A file that only grows, each time by all that is given to it or by nothing. */
export class AppendFile {
  readonly #handle: LogHandle;
  readonly #path: string;
  #length: number;
  #broken = false;

  /** @param length of the file as it was read */
  constructor(handle: LogHandle, path: string, length: number) {
    this.#handle = handle;
    this.#path = path;
    this.#length = length;
  }

  /**
   * Returns when the bytes are on disk. When they could not be written, the file is cut back to what it was; should even that fail, a half
   * line is left that the next opening recognises, and nothing more is taken until then.
   *
   * @throws CaseError `unwritable`; `locked` when somebody else has written to the file
   */
  async append(bytes: Buffer): Promise<void> {
    if (this.#broken) throw unwritable(this.#path, texts.broken);
    const { size } = await this.#handle.stat().catch((error: unknown) => {
      throw unwritable(this.#path, reason(error), error);
    });
    if (size !== this.#length) throw new CaseError('locked', otherWriter(this.#path));
    try {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await this.#handle.write(bytes, done, bytes.length - done, this.#length + done);
        done += bytesWritten;
      }
      await this.#handle.sync();
    } catch (error) {
      await this.#cutBack();
      throw unwritable(this.#path, reason(error), error);
    }
    this.#length += bytes.length;
  }

  close(): Promise<void> {
    return this.#handle.close();
  }

  async #cutBack(): Promise<void> {
    try {
      await this.#handle.truncate(this.#length);
      await this.#handle.sync();
    } catch {
      // the error that led here is the one to tell; the half line is found when the log is opened again
      this.#broken = true;
    }
  }
}

/** Why the disk said no, in words where the code is a common one. */
function reason(error: unknown): Text {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return reasons[code] ?? { en: code, es: code };
}

const full = say({ en: 'the disk is full', es: 'el disco está lleno' });
const denied = say({ en: 'not permitted', es: 'sin permiso' });
const reasons: Readonly<Record<string, Text>> = {
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: say({ en: 'the file may not grow any more', es: 'el archivo no puede crecer más' }),
  EIO: say({ en: 'the disk reports an error', es: 'el disco comunica un error' }),
  ENOENT: say({ en: 'its folder does not exist', es: 'su carpeta no existe' }),
  EROFS: say({ en: 'the disk is read-only', es: 'el disco es de solo lectura' }),
  EACCES: denied,
  EPERM: denied,
};

/** @param error what the system said, or undefined */
export function unwritable(path: string, why: Text, error?: unknown): CaseError {
  return new CaseError(
    'unwritable',
    say({
      en: `${path} could not be written: ${why.en}. What was to be noted is not noted, and nothing was done that depends on it. Make room or mend the rights, then run the same command again.`,
      es: `No se pudo escribir ${path}: ${why.es}. Lo que había que anotar no está anotado y no se ha hecho nada que dependa de ello. Libere espacio o corrija los permisos y repita la misma orden.`,
    }),
    { cause: error },
  );
}

/** As {@link unwritable}, from what the system said. */
export function cannotWrite(path: string, error: unknown): CaseError {
  return error instanceof CaseError ? error : unwritable(path, reason(error), error);
}

const otherWriter = (path: string): Text =>
  say({
    en: `Something else has written to ${path} while this run had it. Nothing was added. Look at the log with “antesala verify”, then run the same command again.`,
    es: `Algo ha escrito en ${path} mientras esta ejecución lo tenía abierto. No se ha añadido nada. Compruebe el registro con «antesala verify» y repita la misma orden.`,
  });

const texts = {
  broken: say({
    en: 'an earlier write failed and could not be taken back',
    es: 'falló una escritura anterior y no se pudo deshacer',
  }),
};
