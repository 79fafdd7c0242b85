import { type Text, say } from '../i18n/text.js';
import type { CaseLog } from '../model/case-log.js';
import { CopyError } from '../model/copy-error.js';
import type { InstructionResult, KeepCopy } from '../model/instruction.js';
import { type Work, once } from './work.js';

const copyId = '@copy';
const lookId = '@look-at-copy';

/**
 * What adds to the copy on the server the lines that it lacks; undefined when it has all. Travels first in the trip whose changes
 * the lines announce.
 */
export function keepCopy(log: CaseLog): KeepCopy | undefined {
  const last = log.events.findLast(event => event.type === 'copy-kept');
  const from = last?.type === 'copy-kept' ? last.upTo + 1 : 1;
  const text = log.linesFrom(from);
  return text === '' ? undefined : keep(log, last?.type === 'copy-kept' ? last.bytes : 0, text);
}

/**
 * Writes down what became of the copy that was sent with a trip. One that is shorter or longer than thought is looked at: a run that
 * broke off may have sent lines without hearing of it.
 *
 * @param upTo number of events when it was sent
 * @param need whether work may not go on without a copy
 * @throws CopyError when it is needed and cannot be kept, or when it is not ours
 */
export async function copySent(
  work: Work,
  sent: KeepCopy | undefined,
  upTo: number,
  results: readonly InstructionResult[],
  need: boolean,
): Promise<void> {
  if (!sent) return;
  const result = results.find(one => one.id === copyId);
  if (result?.did === 'kept') {
    await work.log.append({ type: 'copy-kept', path: result.path, upTo, bytes: result.length });
  } else if (result?.did === 'refused') {
    await takeUpCopy(work, result.path, result.length, sent.offset, need);
  } else if (need) {
    throw new CopyError(notKept(result?.did === 'not-done' ? result.why : '?'));
  }
}

/** Goes on with a copy that is the beginning of this log, wherever it ends; anything else is not touched. */
async function takeUpCopy(work: Work, path: string, found: number, expected: number, need: boolean): Promise<void> {
  const ours = work.log.linesFrom(1);
  if (isBeginning(await textAt(work, path), ours, found, expected)) {
    const upTo = work.log.events.length;
    const rest = keep(work.log, found, ours.slice(found));
    const { results } = rest.text === '' ? { results: [] } : await once(work, [rest]);
    const result = results.find(one => one.id === copyId);
    if (rest.text === '' || result?.did === 'kept') {
      const bytes = result?.did === 'kept' ? result.length : found;
      await work.log.append({ type: 'copy-kept', path, upTo, bytes });
      return;
    }
    if (need) throw new CopyError(notKept(result?.did === 'not-done' ? result.why : '?'));
    return;
  }
  await work.log.append({ type: 'copy-differs', path, found, expected });
  if (need) throw new CopyError(differs(path, found, expected));
}

/** Undefined when it is too long to be read, or cannot be. */
async function textAt(work: Work, path: string): Promise<string | undefined> {
  const { results } = await once(work, [{ kind: 'look', id: lookId, resource: { kind: 'file', path } }]);
  const seen = results.find(one => one.id === lookId);
  if (seen?.did !== 'looked') return undefined;
  if (seen.found === 'absent' || seen.found['present'] !== true) return '';
  return Buffer.from(String(seen.found['base64'] ?? ''), 'base64').toString('latin1');
}

/**
 * Compares the copy on the server with the log, and writes down what came of it. Reads only; what cannot be read is said, and stops nothing.
 *
 * @throws HostError when it was stopped
 */
export async function compareCopy(work: Work): Promise<void> {
  const kept = work.log.events.findLast(event => event.type === 'copy-kept');
  if (kept?.type !== 'copy-kept') return;
  const copy = await textAt(work, kept.path);
  const outcome =
    copy === undefined ? 'not-read' : copy === work.log.linesFrom(1).slice(0, kept.bytes) ? 'same' : 'other';
  await work.log.append({ type: 'copy-compared', path: kept.path, bytes: kept.bytes, outcome });
}

function isBeginning(copy: string | undefined, ours: string, found: number, expected: number): boolean {
  if (copy !== undefined) return copy.length === found && ours.startsWith(copy);
  // Too long to be read in one look: its length must be where a line of ours ends, beyond what is known to be there.
  return found >= expected && found <= ours.length && ours[found - 1] === '\n';
}

function keep(log: CaseLog, offset: number, text: string): KeepCopy {
  return { kind: 'keep-copy', id: copyId, caseId: log.id, offset, text };
}

const differs = (path: string, found: number, expected: number): Text =>
  say({
    en: f =>
      `The copy of the case log on the server (${path}) is ${f.number(found)} bytes long, not ${f.number(expected)}: somebody else has worked on this case, or it was changed. Nothing was touched. Keep that file, compare it with this case’s own log (antesala log), and find out who wrote it; renamed, it no longer stands in the way.`,
    es: f =>
      `La copia del registro del caso en el servidor (${path}) mide ${f.number(found)} bytes y no ${f.number(expected)}: otra persona ha trabajado en este caso o la han cambiado. No se ha tocado nada. Conserve ese archivo, compárelo con el registro del caso (antesala log) y averigüe quién lo escribió; si le cambia el nombre, dejará de estorbar.`,
  });

const notKept = (why: string): Text =>
  say({
    en: `The copy of the case log could not be written on the server (${why}). Without it nothing more is changed there. Make room or mend the rights, then run it again.`,
    es: `No se pudo escribir en el servidor la copia del registro del caso (${why}). Sin ella no se cambia nada más. Libere espacio o corrija los permisos y vuelva a ejecutarlo.`,
  });
