import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Text, say } from '../i18n/text.js';
import { InputError } from '../model/input-error.js';
import { BkfReader } from './bkf/bkf-reader.js';
import { FolderReader } from './folder/folder-reader.js';
import { ResticReader } from './restic/restic-reader.js';
import { codeOf } from './folder/walk.js';
import type { BackupKind, BackupReader } from './reader.js';

/**
 * What kind of backup lies at a path, by what is in it and not by its name.
 *
 * @throws InputError when nothing is there, or it is of no kind that can be read
 */
export function kindOf(path: string): BackupKind {
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory();
    if (isFolder) return isRepository(path) ? 'restic' : 'folder';
    if (firstBytes(path, 4) === 'TAPE') return 'bkf';
  } catch (error) {
    throw new InputError(cannotOpen(path, codeOf(error)), { cause: error });
  }
  if (path.toLowerCase().endsWith('.bkf')) return 'bkf';
  throw new InputError(unknownKind(path));
}

export interface OpenOptions {
  /** Asked for only when the backup needs one. */
  readonly password: () => Promise<string>;
  /** Which of several states a backup holds, as its program names it. */
  readonly snapshot: string;
  readonly signal: AbortSignal;
}

/** @throws InputError when it cannot be opened */
export async function openBackup(path: string, options: OpenOptions): Promise<BackupReader> {
  switch (kindOf(path)) {
    case 'bkf':
      return new BkfReader(path);
    case 'restic': {
      const repository = { place: realpathSync(path), password: await options.password() };
      return ResticReader.open(repository, options.snapshot, options.signal);
    }
    case 'folder':
      return new FolderReader(realpathSync(path));
  }
}

/** As restic lays out every repository in a folder. */
function isRepository(folder: string): boolean {
  const there = (name: string): boolean => statSync(join(folder, name), { throwIfNoEntry: false }) !== undefined;
  return ['config', 'data', 'index', 'keys', 'snapshots'].every(there);
}

function firstBytes(path: string, count: number): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(count);
    return bytes.toString('latin1', 0, readSync(file, bytes, 0, count, 0));
  } finally {
    closeSync(file);
  }
}

const cannotOpen = (path: string, code: string): Text =>
  code === 'ENOENT'
    ? say({
        en: `There is no backup ${path}. Name its folder or its file.`,
        es: `No existe la copia ${path}. Indique su carpeta o su archivo.`,
      })
    : say({
        en: `The backup ${path} cannot be read (${code}). Check its rights and try again.`,
        es: `No se puede leer la copia ${path} (${code}). Compruebe los permisos y vuelva a intentarlo.`,
      });

const unknownKind = (path: string): Text =>
  say({
    en: `${path} is no backup that can be read: neither a folder of files, nor a repository of restic, nor a .bkf file of NTBackup. Restore it with its own program into an empty folder, and prove that folder.`,
    es: `${path} no es una copia que se pueda leer: ni una carpeta de archivos, ni un repositorio de restic, ni un archivo .bkf de NTBackup. Restáurela con su propio programa en una carpeta vacía y compruebe esa carpeta.`,
  });
