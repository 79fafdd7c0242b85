import { type Text, say } from '../i18n/text.js';
import { CaseError } from '../model/case-error.js';
import type { StampedEvent } from '../model/event.js';
import { type KitBranch, kitBranch } from './kit-branch.js';
import { hashOf } from './line.js';
import { readLine } from './read-log.js';

/** Lines that a kit wrote on a server, to be added to the log they continue. */
export interface Continuation {
  /** Without line ends. */
  readonly lines: readonly string[];
  readonly events: readonly StampedEvent[];
  /** Lines of the file that the log has already. */
  readonly known: number;
  /** Set when the log has gone on since: the lines do not follow its last one, and their events are joined to it instead. */
  readonly branch?: KitBranch;
}

/** The log they are to continue: its lines without line ends. */
export interface Continued {
  readonly lines: readonly string[];
  readonly events: readonly StampedEvent[];
}

/**
 * Checks that lines continue a log: they begin where it ends, or with lines it has already, and each fits the one before. Or that they are a
 * kit's and continue an earlier event of it, when nothing was done on the server from here since.
 *
 * @param file its path, for messages
 * @throws CaseError `damaged` with the line of the file
 */
export function readContinuation(bytes: Buffer, file: string, log: Continued): Continuation {
  const text = bytes.toString('latin1');
  if (text === '') throw refused(file, 1, texts.empty);
  const all = text.split('\n');
  if (all.pop() !== '') throw refused(file, all.length + 1, texts.cutOff);
  const first = firstSeq(all[0] ?? '', file);
  if (first > log.lines.length + 1) throw refused(file, 1, texts.gap(log.lines.length, first));
  let known = 0;
  while (known < all.length && all[known] === log.lines[first - 1 + known]) known += 1;
  const from = first - 1 + known;
  const lines = all.slice(known);
  const atTheEnd = from === log.lines.length;
  const before = log.lines[from - 1];
  // of a case that has nothing in common with this one
  if (before === undefined || (!atTheEnd && prevOf(lines[0]) !== hashOf(before) && lines.length > 0))
    throw refused(file, known + 1, texts.forked(from + 1));
  const events: StampedEvent[] = [];
  let hash = hashOf(before);
  for (const [at, line] of lines.entries()) {
    events.push(checked(line, file, known + at + 1, from + at + 1, hash));
    hash = hashOf(line);
  }
  if (atTheEnd || lines.length === 0) return { lines, events, known };
  const branch = kitBranch(from, log.events.slice(from), events);
  if (!('from' in branch)) throw refused(file, known + 1, branch);
  return { lines: [], events: branch.fresh, known: known + branch.joined, branch };
}

const prevOf = (line: string | undefined): string | undefined => /"prev":"([0-9a-f]{64})"/.exec(line ?? '')?.[1];

/** The number of the first event: where in the log the file belongs. */
function firstSeq(line: string, file: string): number {
  const seq = /^\{"seq":([1-9]\d{0,8}),/.exec(line)?.[1];
  if (seq === undefined) throw refused(file, 1, texts.noEvent);
  return Number(seq);
}

/** Told by the line of the file, which is what a person looks at. */
function checked(line: string, file: string, at: number, seq: number, hash: string): StampedEvent {
  try {
    return readLine(line, file, seq, hash);
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    if (error.kind === 'newer') throw error;
    throw refused(file, at, texts.doesNotFit(seq), error);
  }
}

function refused(file: string, line: number, what: Text, cause?: CaseError): CaseError {
  return new CaseError(
    'damaged',
    say({
      en: `${file}, line ${line}: ${what.en} Nothing was added to the case.`,
      es: `${file}, línea ${line}: ${what.es} No se ha añadido nada al caso.`,
    }),
    { line, ...(cause ? { cause } : {}) },
  );
}

const texts = {
  empty: say({
    en: 'the file is empty. Copy it again from the server, or take case.jsonl from the case’s folder there.',
    es: 'el archivo está vacío. Cópielo de nuevo del servidor o tome case.jsonl de la carpeta del caso que hay allí.',
  }),
  cutOff: say({
    en: 'the file breaks off in the middle of a line. Copy it again from the server.',
    es: 'el archivo se corta a mitad de una línea. Cópielo de nuevo del servidor.',
  }),
  noEvent: say({
    en: 'this is not what a kit leaves. It is called antesala-NAME-prepared.jsonl or antesala-NAME-put-back.jsonl.',
    es: 'esto no es lo que deja un kit. Se llama antesala-NOMBRE-prepared.jsonl o antesala-NOMBRE-put-back.jsonl.',
  }),
  gap: (has: number, first: number): Text =>
    say({
      en: `it begins with event ${first}, and the case ends with event ${has}: what lies between is missing. Import the earlier files first, or case.jsonl from the case’s folder on the server.`,
      es: `empieza por el evento ${first} y el caso termina en el ${has}: falta lo que hay en medio. Importe antes los archivos anteriores, o case.jsonl de la carpeta del caso en el servidor.`,
    }),
  forked: (seq: number): Text =>
    say({
      en: `event ${seq} is another one in the case: the file belongs to another case. Look which case it was made for: “antesala log CASE” shows how each begins.`,
      es: `el evento ${seq} es otro en el caso: el archivo pertenece a otro caso. Averigüe para cuál se creó: «antesala log CASO» muestra cómo empieza cada uno.`,
    }),
  doesNotFit: (seq: number): Text =>
    say({
      en: `event ${seq} does not fit the lines before it: one of them was changed, lines are missing, or the file was saved by an editor. Copy it again from the server.`,
      es: `el evento ${seq} no encaja con las líneas anteriores: se modificó alguna, faltan líneas o un editor volvió a guardar el archivo. Cópielo de nuevo del servidor.`,
    }),
};
