import { closeSync, fstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Text, say } from '../i18n/text.js';
import { InputError } from '../model/input-error.js';
import { BkfReader } from './bkf/bkf-reader.js';
import { FolderReader } from './folder/folder-reader.js';
import { SevenZipReader } from './seven-zip/seven-zip-reader.js';
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
    const byContent = fileKind(path);
    if (byContent) return byContent;
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
  const kind = kindOf(path);
  switch (kind) {
    case 'bkf':
      return new BkfReader(path);
    case 'restic': {
      const repository = { place: realpathSync(path), password: await options.password() };
      return ResticReader.open(repository, options.snapshot, options.signal);
    }
    case 'zip':
    case 'tar':
    case 'vhd':
    case 'vhdx':
      return new SevenZipReader(realpathSync(path), kind);
    case 'folder':
      return new FolderReader(realpathSync(path));
  }
}

/** As restic lays out every repository in a folder. */
function isRepository(folder: string): boolean {
  const there = (name: string): boolean => statSync(join(folder, name), { throwIfNoEntry: false }) !== undefined;
  return ['config', 'data', 'index', 'keys', 'snapshots'].every(there);
}

/** Marks at the start, but for tar, which has its in the header of its first file, and fixed VHD images, which have theirs at the end. */
function fileKind(path: string): BackupKind | undefined {
  const start = bytesAt(path, 0, 512);
  if (start.startsWith('TAPE')) return 'bkf';
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip';
  if (start.startsWith('vhdxfile')) return 'vhdx';
  if (start.startsWith('conectix') || bytesAt(path, -512, 8) === 'conectix') return 'vhd';
  return start.slice(257, 262) === 'ustar' ? 'tar' : undefined;
}

/** @param from negative: from the end */
function bytesAt(path: string, from: number, count: number): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(count);
    const at = from < 0 ? Math.max(0, fstatSync(file).size + from) : from;
    return bytes.toString('latin1', 0, readSync(file, bytes, 0, count, at));
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
    en: `${path} is no backup that can be read: neither a folder of files, nor a repository of restic, nor a .bkf file of NTBackup, nor an archive (zip, tar) or disk image (vhd, vhdx). Restore it with its own program into an empty folder, and prove that folder.`,
    es: `${path} no es una copia que se pueda leer: ni una carpeta de archivos, ni un repositorio de restic, ni un archivo .bkf de NTBackup, ni un archivo comprimido (zip, tar) o una imagen de disco (vhd, vhdx). Restáurela con su propio programa en una carpeta vacía y compruebe esa carpeta.`,
  });
