import { type Text, say } from '../../i18n/text.js';
import type { Problem } from '../reader.js';
import { type BlockAt, type StreamsEnd, streamsOf } from './blocks.js';
import { directory, file, header, longAt, mediaBits, objectBits, streamBits } from './layout.js';
import { textIn } from './names.js';
import type { Part } from './part.js';

/** What the streams of a directory or file say of it, without its content. */
export interface ObjectStreams {
  /** Its name or path where that did not fit into the block. */
  readonly longName: string | undefined;
  readonly size: number;
  /** Whether it has content at all. */
  readonly content: boolean;
  /** Names of alternate data streams. */
  readonly alternate: readonly string[];
  readonly trouble: Problem | undefined;
  /** Where its streams end. */
  readonly end: StreamsEnd;
}

/** No name is longer: Windows stops at 32,767 characters. */
const longestName = 65_536;
/** More alternate streams than this are not named one by one. */
const mostAlternate = 64;

/** Goes through the streams of a directory or file. */
export function objectStreams(part: Part, block: BlockAt, set: number): ObjectStreams {
  let [longName, trouble]: [string | undefined, Problem | undefined] = [undefined, undefined];
  let [length, sparse, content] = [0, false, false];
  const alternate: string[] = [];
  const worse = (means: Problem['means'], text: Text, offset: number): void => {
    if (trouble?.means === 'damaged') return;
    if (trouble && means === 'not-verifiable') return;
    trouble = { means, text, part: part.path, offset };
  };
  const streams = streamsOf(part, block, set);
  let step = streams.next();
  for (; !step.done; step = streams.next()) {
    const { id, system, media, offset, data } = step.value;
    if (id === 'PNAM' || id === 'FNAM') {
      longName = textIn(block.bytes, part.copy(data, Math.min(step.value.length, longestName)));
    } else if (id === 'STAN' || id === 'SPAR') {
      content = true;
      if (id === 'STAN') length += step.value.length;
      if (system & streamBits.sparse || id === 'SPAR') sparse = true;
      if (system & streamBits.changedWhileRead) worse('not-verifiable', said.changing, offset);
      if (media & mediaBits.encrypted) worse('not-verifiable', said.encrypted, offset);
      if (media & mediaBits.compressed) worse('not-verifiable', said.compressed, offset);
    } else if (id === 'NTED' || id === 'EFSD') worse('not-verifiable', said.encryptedFileSystem, offset);
    else if (id === 'NTRP') worse('not-verifiable', said.reparse, offset);
    else if (id === 'CRPT') worse('damaged', said.corrupt, offset);
    else if (id === 'ADAT' && alternate.length < mostAlternate)
      alternate.push(alternateName(part, data, step.value.length));
  }
  const displayed = longAt(block.bytes, header.displayableSize) ?? 0;
  if (block.type === 'FILE') {
    if (attributesOf(block) & objectBits.corrupt) worse('damaged', said.corrupt, block.offset);
    if (!content && displayed > 0 && !('cut' in step.value)) worse('not-verifiable', said.noContent, block.offset);
  }
  return { longName, size: sparse ? displayed : length, content, alternate, trouble, end: step.value };
}

export function attributesOf(block: BlockAt): number {
  return block.bytes.length < file.name + 4 ? 0 : block.bytes.readUInt32LE(file.attributes);
}

/** Whether its name stands in a stream. The bit is the same for both. */
export function hasLongName(block: BlockAt): boolean {
  return (attributesOf(block) & objectBits.longName) !== 0;
}

export const nameAddress = (block: BlockAt): number => (block.type === 'DIRB' ? directory.name : file.name);

/** The data begin with the length of the name, in bytes, and the name. */
function alternateName(part: Part, data: number, length: number): string {
  const head = part.view(data, 4);
  if (length < 4 || head.length < 4) return '';
  const size = Math.min(head.readUInt32LE(0), length - 4, longestName);
  return part
    .copy(data + 4, size)
    .toString('utf16le')
    .replace(/\0+$/, '');
}

const said = {
  changing: say({
    en: 'It was being written to while it was backed up.',
    es: 'Se estaba escribiendo en él mientras se hacía la copia.',
  }),
  encrypted: say({
    en: 'It is encrypted in the backup; without the key nobody can say what it holds.',
    es: 'Está cifrado en la copia; sin la clave no se puede saber qué contiene.',
  }),
  compressed: say({
    en: 'It was compressed by the backup program in a way that is not read here. Restore it with that program and compare the restored folder.',
    es: 'El programa de copia lo comprimió de un modo que aquí no se lee. Restáurelo con ese programa y compare la carpeta restaurada.',
  }),
  encryptedFileSystem: say({
    en: 'It was encrypted by Windows (EFS) and is in the backup as it was on the disk; only its owner can open it.',
    es: 'Windows lo tenía cifrado (EFS) y está en la copia tal como estaba en el disco; solo su dueño puede abrirlo.',
  }),
  reparse: say({
    en: 'It is a reparse point (a link, or a file kept elsewhere), which is not compared.',
    es: 'Es un punto de reanálisis (un vínculo o un archivo guardado en otro sitio), que no se compara.',
  }),
  corrupt: say({
    en: 'The backup itself marks it as damaged: it could not be read whole when the backup was made.',
    es: 'La propia copia lo señala como dañado: no se pudo leer entero cuando se hizo.',
  }),
  noContent: say({
    en: 'Its content is not in the backup, only its name.',
    es: 'Su contenido no está en la copia, solo su nombre.',
  }),
};
