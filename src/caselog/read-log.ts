import { isAscii } from 'node:buffer';
import { type Text, say } from '../i18n/text.js';
import { CaseError } from '../model/case-error.js';
import { type StampedEvent, caseSchema } from '../model/event.js';
import { eventShape, eventTypes } from './event-shapes.js';
import { hashOf, longestLine, noLineBefore } from './line.js';
import { surelyRight } from './quick-check.js';

/** A log as it was read: nothing in it has been left unchecked. */
export interface ReadLog {
  readonly events: StampedEvent[];
  /** The lines with their line ends: as bytes, since a hundred thousand strings would cost more time than all the rest. */
  readonly whole: Buffer;
  /** Where in them each line ends; line n is event n. */
  readonly ends: readonly number[];
  /** SHA-256 of the last line. */
  readonly hash: string;
  /** What stands after the last line end: a write that broke off. */
  readonly torn: Buffer;
}

/** How far a log is known to go: event and hash of its line. */
export interface Head {
  readonly seq: number;
  readonly sha256: string;
}

/**
 * Reads and checks a case log: every line against the one before it, every event against its shape, and all of it against the last
 * event that is known to have been written.
 *
 * @param file its path, for messages
 * @param head undefined when nothing is known of it
 * @throws CaseError `damaged` with the line, or `newer`
 */
export function readLog(bytes: Buffer, file: string, head: Head | undefined): ReadLog {
  const events: StampedEvent[] = [];
  const ends: number[] = [];
  let hash = noLineBefore;
  let start = 0;
  // once for all lines, many times as fast as line by line; what is left out of JSON's strings is left out by JSON itself
  const clean = isAscii(bytes) && !blanksAndControls.some(byte => bytes.includes(byte));
  // of one string the lines are views: no copy of each is made, and none has to be cleared away
  const text = bytes.toString('latin1');
  for (let end = bytes.indexOf(0x0a, start); end >= 0; end = bytes.indexOf(0x0a, start)) {
    const line = text.slice(start, end);
    const seq = ends.length + 1;
    const problem = lineProblem(line, seq, clean);
    if (problem) throw damaged(file, seq, problem);
    const value = parsed(line, file, seq);
    const broken = stampProblem(value, seq, hash);
    if (broken) throw damaged(file, blame(bytes, end, line, seq, value, head), broken);
    events.push(eventOf(value, file, seq, hash));
    hash = hashOf(line);
    if (head?.seq === seq && head.sha256 !== hash) throw damaged(file, seq, texts.notTheHead);
    start = end + 1;
    ends.push(start);
  }
  const torn = bytes.subarray(start);
  if (head && head.seq > ends.length) throw damaged(file, ends.length + 1, texts.cutOff(head.seq));
  if (ends.length === 0) throw damaged(file, 1, texts.noEvents);
  return { events, whole: bytes.subarray(0, start), ends, hash, torn };
}

/**
 * Checks one line that is to follow a log.
 *
 * @param hash SHA-256 of the line before
 * @throws CaseError `damaged` with the line, or `newer`
 */
export function readLine(line: string, file: string, seq: number, hash: string): StampedEvent {
  const problem = lineProblem(line, seq);
  if (problem) throw damaged(file, seq, problem);
  const value = parsed(line, file, seq);
  const broken = stampProblem(value, seq, hash);
  if (broken) throw damaged(file, seq, broken);
  return eventOf(value, file, seq, hash);
}

/** Characters of ASCII that JSON takes between its parts, and one that it takes anywhere. The other control characters it takes nowhere. */
const blanksAndControls = [0x09, 0x0d, 0x7f];

/** @param clean whether nothing but printable ASCII, or what JSON refuses by itself, is in it */
function lineProblem(line: string, seq: number, clean = false): Text | undefined {
  if (line === '') return texts.blank;
  if (line.length > longestLine) return texts.tooLong;
  if (clean || !/[^\x20-\x7e]/.test(line)) return undefined;
  if (seq === 1 && line.startsWith('\u00ef\u00bb\u00bf')) return texts.byteOrderMark;
  if (line.endsWith('\r')) return texts.carriageReturn;
  return line.includes('\0') ? texts.zeroBytes : texts.notAscii;
}

type Plain = Readonly<Record<string, unknown>>;

function parsed(line: string, file: string, seq: number): Plain {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Plain;
  } catch {
    // said below, with what a person can do about it
  }
  throw damaged(file, seq, lineProblem(line, seq) ?? texts.notJson);
}

function stampProblem(value: Plain, seq: number, hash: string): Text | undefined {
  if (value['prev'] !== hash) return value['seq'] === seq ? texts.chain(seq) : texts.order(seq);
  return value['seq'] === seq ? undefined : texts.number(seq);
}

/**
 * When two lines do not fit, either may have been changed. The line after them tells: if it still holds the hash of the second, the second
 * is as it was written, and the first is not.
 */
function blame(bytes: Buffer, end: number, line: string, seq: number, value: Plain, head: Head | undefined): number {
  if (seq === 1 || value['seq'] !== seq) return seq;
  const own = hashOf(line);
  if (head?.seq === seq) return head.sha256 === own ? seq - 1 : seq;
  const next = bytes.indexOf(0x0a, end + 1);
  const following = next < 0 ? '' : bytes.toString('latin1', end + 1, next);
  return following.includes(`"prev":"${own}"`) ? seq - 1 : seq;
}

function eventOf(value: Plain, file: string, seq: number, prev: string): StampedEvent {
  const type = value['type'];
  if (typeof type === 'string' && !eventTypes.has(type)) throw newer(file, seq, texts.unknownType(type));
  if ((type === 'case-created') !== (seq === 1)) throw damaged(file, seq, seq === 1 ? texts.noStart : texts.twoStarts);
  const schema = value['schema'];
  if (seq === 1 && schema !== caseSchema && typeof schema === 'string' && /^antesala\.case\/\d+$/.test(schema)) {
    throw newer(file, seq, texts.unknownSchema(schema));
  }
  if (surelyRight(value, prev)) return value as unknown as StampedEvent;
  const result = eventShape.safeParse(value);
  if (result.success) return value as unknown as StampedEvent;
  const issue = result.error.issues[0];
  const field = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys : [])].join('.');
  throw damaged(file, seq, texts.field(String(type), field));
}

function damaged(file: string, line: number, what: Text): CaseError {
  return new CaseError(
    'damaged',
    say({
      en: `${file}, line ${line}: ${what.en} Nothing is done with a log that is not as it was written. Keep this file, take the folder from a backup or the copy of the log on the server, and check it with “antesala verify”.`,
      es: `${file}, línea ${line}: ${what.es} No se hace nada con un registro que no está como se escribió. Conserve este archivo, recupere la carpeta de una copia de seguridad o la copia del registro que hay en el servidor, y compruébela con «antesala verify».`,
    }),
    { line },
  );
}

function newer(file: string, line: number, what: Text): CaseError {
  return new CaseError(
    'newer',
    say({
      en: `${file}, line ${line}: written by a newer version of Antesala (${what.en}). Update Antesala and try again; nothing was changed.`,
      es: `${file}, línea ${line}: escrito por una versión más reciente de Antesala (${what.es}). Actualice Antesala y vuelva a intentarlo; no se ha cambiado nada.`,
    }),
    { line },
  );
}

const texts = {
  blank: say({ en: 'The line is empty.', es: 'La línea está vacía.' }),
  tooLong: say({
    en: f => `The line is longer than ${f.need(longestLine)}, which no event is.`,
    es: f => `La línea ocupa más de ${f.need(longestLine)}, algo que no ocurre con ningún evento.`,
  }),
  byteOrderMark: say({
    en: 'The file begins with a byte order mark: an editor has saved it.',
    es: 'El archivo empieza con una marca de orden de bytes: se ha guardado con un editor.',
  }),
  carriageReturn: say({
    en: 'The line ends as Windows editors end lines (CR LF): an editor or a transfer as text has changed the file.',
    es: 'La línea termina como las de los editores de Windows (CR LF): un editor o una transferencia en modo texto ha cambiado el archivo.',
  }),
  zeroBytes: say({
    en: 'The line holds zero bytes, as a disk leaves them after a power cut.',
    es: 'La línea contiene bytes a cero, como los que deja un disco tras un corte de corriente.',
  }),
  notAscii: say({
    en: 'The line holds bytes that Antesala never writes.',
    es: 'La línea contiene bytes que Antesala nunca escribe.',
  }),
  notJson: say({ en: 'This is not an event.', es: 'Esto no es un evento.' }),
  noEvents: say({ en: 'The log holds no event.', es: 'El registro no contiene ningún evento.' }),
  noStart: say({
    en: 'A log begins with the event “case-created”; this one does not.',
    es: 'Un registro empieza con el evento «case-created»; este no.',
  }),
  twoStarts: say({
    en: 'A second “case-created”: two logs have been put together.',
    es: 'Hay un segundo «case-created»: se han juntado dos registros.',
  }),
  notTheHead: say({
    en: 'The line is not the one that was written: its hash differs from the one kept in head.json.',
    es: 'La línea no es la que se escribió: su hash no coincide con el guardado en head.json.',
  }),
  chain: (seq: number): Text =>
    say({
      en: `Lines ${seq - 1} and ${seq} do not fit together: one was changed, or comes from another log.`,
      es: `Las líneas ${seq - 1} y ${seq} no encajan: una se ha cambiado o procede de otro registro.`,
    }),
  order: (seq: number): Text =>
    say({
      en: `Event ${seq} should stand here: lines are missing, repeated, swapped or from another log.`,
      es: `Aquí debería estar el evento ${seq}: hay líneas que faltan, están repetidas, cambiadas de lugar o son de otro registro.`,
    }),
  number: (seq: number): Text =>
    say({ en: `The event's number is not ${seq}.`, es: `El número del evento no es ${seq}.` }),
  cutOff: (seq: number): Text =>
    say({
      en: `The log ends before this line, but ${seq} events had been written.`,
      es: `El registro termina antes de esta línea, pero se habían escrito ${seq} eventos.`,
    }),
  unknownType: (type: string): Text => say({ en: `event “${type.slice(0, 60)}”`, es: `evento «${type.slice(0, 60)}»` }),
  unknownSchema: (schema: string): Text => say({ en: `format ${schema}`, es: `formato ${schema}` }),
  field: (type: string, field: string): Text =>
    say({
      en: `The field “${field}” of the event “${type.slice(0, 60)}” is not as this version writes it.`,
      es: `El campo «${field}» del evento «${type.slice(0, 60)}» no está como lo escribe esta versión.`,
    }),
};
