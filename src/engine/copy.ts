import { type Text, say } from '../i18n/text.js';
import type { CaseLog } from '../model/case-log.js';
import type { CaseEvent } from '../model/event.js';
import type { InstructionResult, KeepCopy } from '../model/instruction.js';

/** The copy of the log on the server could not be kept, or is not ours. */
export class CopyError extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.name = 'CopyError';
    this.text = text;
  }
}

const copyId = '@copy';

/**
 * What adds to the copy on the server the lines that it lacks; undefined when it has all. Travels first in the trip whose changes
 * the lines announce.
 */
export function keepCopy(log: CaseLog): KeepCopy | undefined {
  const last = log.events.findLast(event => event.type === 'copy-kept');
  const from = last?.type === 'copy-kept' ? last.upTo + 1 : 1;
  const text = log.linesFrom(from);
  if (text === '') return undefined;
  return {
    kind: 'keep-copy',
    id: copyId,
    caseId: log.id,
    offset: last?.type === 'copy-kept' ? last.bytes : 0,
    text,
  };
}

/**
 * What to write down about it.
 *
 * @param upTo sequence number of the last line that was sent
 */
export function copyEvent(
  sent: KeepCopy | undefined,
  upTo: number,
  results: readonly InstructionResult[],
): CaseEvent | undefined {
  const result = results.find(one => one.id === copyId);
  if (!sent || !result) return undefined;
  if (result.did === 'kept') return { type: 'copy-kept', path: result.path, upTo, bytes: result.length };
  if (result.did === 'refused') {
    return { type: 'copy-differs', path: result.path, found: result.length, expected: sent.offset };
  }
  return undefined;
}

/** @throws CopyError when the copy was wanted and is not there: then the preparation must not go on */
export function demandCopy(sent: KeepCopy | undefined, results: readonly InstructionResult[]): void {
  if (!sent) return;
  const result = results.find(one => one.id === copyId);
  if (result?.did === 'kept') return;
  if (result?.did === 'refused') throw new CopyError(differs(result.path, result.length, sent.offset));
  throw new CopyError(notKept(result?.did === 'not-done' ? result.why : '?'));
}

const differs = (path: string, found: number, expected: number): Text =>
  say({
    en: f =>
      `The copy of the case log on the server (${path}) is ${f.number(found)} bytes long, not ${f.number(expected)}: somebody else has worked on this case, or it was changed. Nothing was touched. Compare it with the case’s own log first: antesala verify --copy.`,
    es: f =>
      `La copia del registro del caso en el servidor (${path}) mide ${f.number(found)} bytes y no ${f.number(expected)}: otra persona ha trabajado en este caso o la han cambiado. No se ha tocado nada. Compárela antes con el registro del caso: antesala verify --copy.`,
  });

const notKept = (why: string): Text =>
  say({
    en: `The copy of the case log could not be written on the server (${why}). Without it nothing more is changed there. Make room or mend the rights, then run it again.`,
    es: `No se pudo escribir en el servidor la copia del registro del caso (${why}). Sin ella no se cambia nada más. Libere espacio o corrija los permisos y vuelva a ejecutarlo.`,
  });
