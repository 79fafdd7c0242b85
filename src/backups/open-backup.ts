import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { type Text, say } from '../i18n/text.js';
import { InputError } from '../model/input-error.js';
import { BkfReader } from './bkf/bkf-reader.js';
import { FolderReader } from './folder/folder-reader.js';
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
    if (isFolder) return 'folder';
    if (firstBytes(path, 4) === 'TAPE') return 'bkf';
  } catch (error) {
    throw new InputError(cannotOpen(path, codeOf(error)), { cause: error });
  }
  if (path.toLowerCase().endsWith('.bkf')) return 'bkf';
  throw new InputError(unknownKind(path));
}

/** @throws InputError when it cannot be opened */
export function openBackup(path: string): BackupReader {
  return kindOf(path) === 'bkf' ? new BkfReader(path) : new FolderReader(realpathSync(path));
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
    en: `${path} is no backup that can be read: neither a folder of files nor a .bkf file of NTBackup. Restore it with its own program into an empty folder, and prove that folder.`,
    es: `${path} no es una copia que se pueda leer: ni una carpeta de archivos ni un archivo .bkf de NTBackup. Restáurela con su propio programa en una carpeta vacía y compruebe esa carpeta.`,
  });
