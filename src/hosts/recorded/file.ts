import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { say } from '../../i18n/text.js';
import { InputError } from '../../model/input-error.js';

/** A recording is a few hundred kilobytes; what is larger than this is something else. */
const largest = 64 * 1024 * 1024;

export interface ReadFile {
  readonly text: string;
  readonly sha256: string;
}

/**
 * Reads a file that should be a recording or a kit's result, as UTF-8 text, bounded.
 *
 * @throws InputError when it is not there, too large, no UTF-8, or not text
 */
export async function readInput(path: string): Promise<ReadFile> {
  const { bytes, sha256 } = await readBytes(path);
  return { text: textOf(bytes, path), sha256 };
}

/**
 * The bytes of a file of any kind, bounded, with their SHA-256.
 *
 * @throws InputError when it is not there, too large, or cannot be read
 */
export async function readBytes(path: string): Promise<{ readonly bytes: Uint8Array; readonly sha256: string }> {
  const bytes = await readBounded(path);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/**
 * The text of a file's bytes.
 *
 * @param name how the file is called, for the sentence when it is no text
 * @throws InputError when it is no UTF-8, or holds what no text holds
 */
export function textOf(bytes: Uint8Array, name: string): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw notText(name, error);
  }
  if (text.includes('\0')) throw notText(name);
  return text;
}

async function readBounded(path: string): Promise<Buffer> {
  try {
    const file = await open(path, 'r');
    try {
      const stat = await file.stat();
      if (stat.isDirectory()) throw isFolder(path);
      if (stat.size > largest) throw tooLarge(path, stat.size);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): InputError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') {
    return new InputError(
      say({
        en: `There is no file ${path}. Hosts are named “local”, ssh://user@host, lab:name; anything else is taken for a file.`,
        es: `No existe el archivo ${path}. Los servidores se indican como «local», ssh://usuario@servidor o lab:nombre; lo demás se toma por un archivo.`,
      }),
    );
  }
  return new InputError(
    say({
      en: `${path} cannot be read (${code || String(error)}). Check its rights and try again.`,
      es: `No se puede leer ${path} (${code || String(error)}). Compruebe los permisos y vuelva a intentarlo.`,
    }),
    { cause: error },
  );
}

function isFolder(path: string): InputError {
  return new InputError(
    say({
      en: `${path} is a folder. Name the files in it, for example ${path}/*.json.`,
      es: `${path} es una carpeta. Indique los archivos que contiene, por ejemplo ${path}/*.json.`,
    }),
  );
}

function tooLarge(path: string, size: number): InputError {
  return new InputError(
    say({
      en: f =>
        `${path} has ${f.have(size)}; a recording never has more than ${f.have(largest)}. This is some other file.`,
      es: f =>
        `${path} ocupa ${f.have(size)}; una grabación nunca pasa de ${f.have(largest)}. Es otro tipo de archivo.`,
    }),
  );
}

function notText(path: string, cause?: unknown): InputError {
  return new InputError(
    say({
      en: `${path} is not UTF-8 text, so it is no recording, or an editor or a transfer changed it. Copy it again in binary mode.`,
      es: `${path} no es texto UTF-8: o no es una grabación, o la cambió un editor o una transferencia. Cópielo de nuevo en modo binario.`,
    }),
    { cause },
  );
}
