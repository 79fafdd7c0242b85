import { type Text, say } from '../i18n/text.js';
import { CaseError } from '../model/case-error.js';
import type { StampedEvent } from '../model/event.js';
import { hashOf } from './line.js';
import { readLine } from './read-log.js';

/** Lines that a kit wrote on a server, to be added to the log they continue. */
export interface Continuation {
  /** Without line ends. */
  readonly lines: readonly string[];
  readonly events: readonly StampedEvent[];
  /** Lines at the beginning that the log has already. */
  readonly known: number;
}

/** The log they are to continue: its lines without line ends. */
export interface Continued {
  readonly lines: readonly string[];
  readonly hash: string;
}

/**
 * Checks that lines continue a log: they begin where it ends, or with lines it has already, and each fits the one before.
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
  const known = Math.min(all.length, log.lines.length + 1 - first);
  for (let at = 0; at < known; at += 1) {
    if (all[at] !== log.lines[first - 1 + at]) throw refused(file, at + 1, texts.forked(first + at));
  }
  const lines = all.slice(known);
  const events: StampedEvent[] = [];
  let hash = log.hash;
  for (const [at, line] of lines.entries()) {
    events.push(checked(line, file, known + at + 1, log.lines.length + at + 1, hash));
    hash = hashOf(line);
  }
  return { lines, events, known };
}

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
      en: `event ${seq} is another one in the case: since the kit was made, something was added to the case, or the kit belongs to another case. The file stays valid as the record of what was done on the server; keep it with the case, and make a new kit whenever something was added to the case.`,
      es: `el evento ${seq} es otro en el caso: desde que se creó el kit se añadió algo al caso, o el kit es de otro caso. El archivo sigue siendo válido como constancia de lo que se hizo en el servidor; consérvelo junto al caso y cree un kit nuevo cada vez que añada algo al caso.`,
    }),
  doesNotFit: (seq: number): Text =>
    say({
      en: `event ${seq} does not fit the lines before it: one of them was changed, lines are missing, or the file was saved by an editor. Copy it again from the server.`,
      es: `el evento ${seq} no encaja con las líneas anteriores: se modificó alguna, faltan líneas o un editor volvió a guardar el archivo. Cópielo de nuevo del servidor.`,
    }),
};
