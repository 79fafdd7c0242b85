import { readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { type Text, say } from '../../i18n/text.js';
import { InputError } from '../../model/input-error.js';
import { codeOf } from '../folder/walk.js';
import type { Problem } from '../reader.js';
import { fourCharacters } from './layout.js';
import { blockAt, nextBlock } from './blocks.js';
import { Part } from './part.js';

/** A backup may be broken at its start, but not for so long that nothing shows what it is. */
const farthestStart = 1 << 20;

export interface FoundParts {
  /** In their order, without gaps at the front. */
  readonly parts: readonly Part[];
  readonly problems: readonly Problem[];
}

/**
 * Opens a backup file and, beside it, the parts that belong to the same family of media, whatever they are called.
 *
 * @throws InputError when it cannot be read or is no backup of this format
 */
export function findParts(path: string): FoundParts {
  const named = open(path);
  if (!named.tape && !startsLater(named)) {
    named.close();
    throw new InputError(notBkf(path));
  }
  if (!named.tape) return { parts: [named], problems: [{ means: 'damaged', text: noStart, part: path, offset: 0 }] };
  const family = [named, ...othersOf(named)].toSorted((a, b) => a.sequence - b.sequence);
  const parts: Part[] = [];
  const problems: Problem[] = [];
  for (const part of family) {
    const before = parts.at(-1);
    if (before?.sequence === part.sequence) part.close();
    else parts.push(reopened(part, parts.length));
    if (before && part.sequence > before.sequence + 1) problems.push(gap(before, before.sequence + 1));
  }
  const [first, last] = [parts[0], parts.at(-1)];
  if (first && first.sequence > 1) problems.push({ ...gap(first, 1), offset: 0 });
  if (last?.continues) problems.push(gap(last, last.sequence + 1));
  return { parts, problems };
}

/** A part knows its place only once all are found. */
function reopened(part: Part, index: number): Part {
  if (part.index === index) return part;
  part.close();
  return new Part(part.path, index);
}

function othersOf({ path, familyId }: Part): Part[] {
  const folder = dirname(path);
  return readdirSync(folder)
    .filter(name => name !== basename(path) && extname(name).toLowerCase() === extname(path).toLowerCase())
    .flatMap(name => {
      const part = tried(join(folder, name));
      if (part?.tape && part.familyId === familyId && familyId !== 0) return [part];
      part?.close();
      return [];
    });
}

function tried(path: string): Part | undefined {
  try {
    return new Part(path, 0);
  } catch {
    // what lies beside a backup need not be ours to read
    return undefined;
  }
}

function open(path: string): Part {
  try {
    return new Part(path, 0);
  } catch (error) {
    throw new InputError(cannotOpen(path, codeOf(error)), { cause: error });
  }
}

function startsLater(part: Part): boolean {
  const at = nextBlock(part, 0, undefined, { bytes: 0 });
  if (at === undefined || at > farthestStart) return false;
  return ['SSET', 'VOLB', 'DIRB', 'FILE'].includes(fourCharacters(blockAt(part, at)?.bytes ?? Buffer.alloc(4)));
}

const noStart = say({
  en: 'The first block of the backup is damaged; what follows is read as far as it can be.',
  es: 'El primer bloque de la copia está dañado; lo que sigue se lee hasta donde se puede.',
});

const gap = (part: Part, sequence: number): Problem => ({
  means: 'damaged',
  part: part.path,
  offset: part.end,
  text: say({
    en: `Part ${sequence} of the backup is not beside the others. Copy all parts into one folder and try again.`,
    es: `La parte ${sequence} de la copia no está junto a las demás. Copie todas las partes en una misma carpeta y vuelva a intentarlo.`,
  }),
});

const notBkf = (path: string): Text =>
  say({
    en: `${path} is no backup that NTBackup or another program wrote in Microsoft Tape Format.`,
    es: `${path} no es una copia escrita por NTBackup ni por otro programa en Microsoft Tape Format.`,
  });

const cannotOpen = (path: string, code: string): Text =>
  say({
    en: `${path} cannot be read (${code}). Check its name and rights and try again.`,
    es: `No se puede leer ${path} (${code}). Compruebe el nombre y los permisos y vuelva a intentarlo.`,
  });
