import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BytePath, emptyPath, pathOfText } from '../backups/byte-path.js';
import type { BackupFacts } from '../backups/reader.js';
import { type Text, say } from '../i18n/text.js';
import type { Root } from '../proof/survey.js';
import { CliError } from './cli-error.js';

/**
 * What `--against ROOT[=MAPPED]` names: a folder of originals, and where it lies in the backup.
 *
 * @throws CliError when there is no such folder, or the place in the backup must be told and is not
 */
export function rootOf(value: string, { paths, kind }: Pick<BackupFacts, 'paths' | 'kind'>): Root {
  const { root, mapped } = split(value);
  let absolute: string;
  try {
    if (!statSync(root).isDirectory()) throw new CliError(noFolder(root));
    absolute = realpathSync(root);
  } catch (error) {
    throw error instanceof CliError ? error : new CliError(noFolder(root), undefined, { cause: error });
  }
  const original = pathOfText(absolute);
  if (mapped !== undefined) return { original, mapped: mappedPath(mapped, kind) };
  if (paths === 'loose') return { original, mapped: emptyPath };
  return { original, mapped: ownPlace(absolute, value, kind) };
}

/** A folder may have `=` in its name: one that is there is taken for what it is. */
function split(value: string): { readonly root: string; readonly mapped: string | undefined } {
  const at = value.lastIndexOf('=');
  if (at < 0 || isThere(value)) return { root: value, mapped: undefined };
  return { root: value.slice(0, at), mapped: value.slice(at + 1) };
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Windows writes `C:\Datos`, backups of it hold `C:/Datos`. */
function mappedPath(mapped: string, kind: BackupFacts['kind']): BytePath {
  const slashes = kind === 'bkf' ? mapped.replaceAll('\\', '/') : mapped;
  return pathOfText(
    slashes === '/' ? slashes : slashes.replace(/\/+$/, '').replace(kind === 'folder' ? /^\/+/ : /^$/, ''),
  );
}

/** Where a backup that keeps whole paths has a folder of this computer. */
function ownPlace(absolute: string, value: string, kind: BackupFacts['kind']): BytePath {
  const windows = /^[A-Za-z]:/.test(resolve(absolute));
  if (kind === 'bkf' && !windows) throw new CliError(saysNoDrive(value));
  return pathOfText(windows ? absolute.replaceAll('\\', '/').replace(/\/+$/, '') : absolute);
}

const noFolder = (path: string): Text =>
  say({
    en: `There is no folder of originals ${path}. Name the one that was backed up: --against ROOT, or --against ROOT=PLACE-IN-THE-BACKUP.`,
    es: `No existe la carpeta de originales ${path}. Indique la que se copió: --against CARPETA, o --against CARPETA=LUGAR-EN-LA-COPIA.`,
  });

const saysNoDrive = (value: string): Text =>
  say({
    en: `A .bkf file names drives. Say which one the originals in ${value} are: --against ${value}=C:`,
    es: `Un archivo .bkf nombra unidades. Indique cuál es la de los originales de ${value}: --against ${value}=C:`,
  });
