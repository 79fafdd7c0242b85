import { z } from 'zod';
import type { CaseLog } from '../model/case-log.js';
import { sha256Shape } from '../model/shapes.js';
import { hashOf } from './line.js';

/**
 * Up to where a log had come when something was made from it. A case report carries this as its field `case`; whoever has the report and
 * the case's folder can tell whether it speaks of that log (`antesala verify REPORT`). A report that is also stored as evidence is proven
 * to the last byte.
 */
export const headReferenceShape = z.strictObject({ id: z.string(), seq: z.int().positive(), sha256: sha256Shape });
export type HeadReference = z.infer<typeof headReferenceShape>;

/** Of a case as it stands. */
export function headReference(log: CaseLog): HeadReference {
  const seq = log.events.length;
  return { id: log.id, seq, sha256: lineHash(log, seq) ?? '' };
}

/** SHA-256 of the line of an event; undefined when the log has no such event. */
export function lineHash(log: CaseLog, seq: number): string | undefined {
  const next = log.events[seq];
  if (seq >= 1 && next) return next.prev;
  return seq === log.events.length ? hashOf(log.linesFrom(seq).slice(0, -1)) : undefined;
}
