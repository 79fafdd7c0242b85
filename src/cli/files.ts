import { closeSync, fsync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { say } from '../i18n/text.js';
import { CliError } from './cli-error.js';

/**
 * Writes a file whole or not at all: next to its place first, then moved there.
 *
 * @throws CliError when the disk is full, the folder is missing or may not be written
 */
export async function writeWhole(path: string, text: string | Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.antesala-${process.pid}-${Math.random().toString(36).slice(2)}`);
  try {
    await writeFlushed(beside, text);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw cannotWrite(path, error);
  }
}

/** Only for the disk is it worth handing over to another thread: all the rest takes less than that would. */
async function writeFlushed(path: string, text: string | Uint8Array): Promise<void> {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, text);
    await flushed(file);
  } finally {
    closeSync(file);
  }
}

const flushed = promisify(fsync);

/** Where a result of one of several hosts goes: a file in the folder named, called after the host. */
export async function placeFor(named: string, host: string, ending: string, several: boolean): Promise<string> {
  if (!several) return named;
  try {
    mkdirSync(named, { recursive: true });
  } catch (error) {
    throw cannotWrite(named, error);
  }
  return join(named, `${fileName(host)}${ending}`);
}

/** A host's name as a file name that every system takes; different hosts keep different names. */
export function fileName(host: string): string {
  const bare = host
    .replace(/^ssh:\/\//, '')
    .replace(/^.*[\\/]/, '')
    .replace(/\.json$/, '');
  const plain = bare
    .replaceAll(/[^\p{L}\p{N}.@_-]+/gu, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 100);
  return plain === '' ? 'host' : plain;
}

function cannotWrite(path: string, error: unknown): CliError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  return new CliError(
    say({
      en: `${path} could not be written (${full ? 'the disk is full' : code}). Nothing half-written was left; choose another place and try again.`,
      es: `No se pudo escribir ${path} (${full ? 'el disco está lleno' : code}). No se ha dejado nada a medias; elija otro lugar y vuelva a intentarlo.`,
    }),
    undefined,
    { cause: error },
  );
}
