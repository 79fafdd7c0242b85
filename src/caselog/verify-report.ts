import { type Text, say } from '../i18n/text.js';
import type { CaseLog } from '../model/case-log.js';
import { caseReportSchema } from '../model/case-report.js';
import type { StampedEvent } from '../model/event.js';
import { InputError } from '../model/input-error.js';
import { type HeadReference, headReferenceShape, lineHash } from './head-reference.js';
import type { Verification } from './verify.js';

/** What a report is worth beside the case it names. */
export interface VerifiedReport {
  readonly file: string;
  /** Undefined of a report that is no JSON and that the case did not keep: it may tell anything. */
  readonly reference: HeadReference | undefined;
  /** Whether the log has the very line up to which the report says it was made. */
  readonly matches: boolean;
  /** Event that kept the report, byte for byte, as evidence; undefined: it was edited, or never issued by this case. */
  readonly storedAs: number | undefined;
}

/** The case that a report in JSON speaks of: its field `case`, see `head-reference.ts`. Undefined when it is no case report in JSON. */
export function caseOfReport(text: string): HeadReference | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('schema' in value) || value.schema !== caseReportSchema) {
    return undefined;
  }
  const result = headReferenceShape.safeParse('case' in value ? value.case : undefined);
  return result.success ? result.data : undefined;
}

/**
 * Holds a report against a case that was verified.
 *
 * @param named what the report itself says; undefined of one on paper or a page, which is known by its bytes alone
 * @param sha256 of the report's bytes
 * @throws InputError when the case is another
 */
export function verifyReport(
  file: string,
  named: HeadReference | undefined,
  sha256: string,
  { log, id, name }: Verification,
): VerifiedReport {
  if (named && named.id !== id) throw new InputError(otherCase(file, name));
  const stored = log?.events.find(event => event.type === 'evidence-stored' && event.sha256 === sha256);
  const reference = named ?? (log && stored && referenceOf(log, stored));
  const matches = log !== undefined && reference !== undefined && lineHash(log, reference.seq) === reference.sha256;
  return { file, reference, matches, storedAs: stored?.seq };
}

/** A report is made from the log as it stands right before it is kept; the event says so. */
function referenceOf(log: CaseLog, stored: StampedEvent): HeadReference | undefined {
  if (stored.type !== 'evidence-stored' || stored.kind !== 'report') return undefined;
  const seq = typeof stored.data?.upTo === 'number' ? stored.data.upTo : stored.seq - 1;
  const sha256 = lineHash(log, seq);
  return sha256 === undefined ? undefined : { id: log.id, seq, sha256 };
}

/** For a file that is no case and has no case beside it. */
export const notAReport = (file: string): Text =>
  say({
    en: `${file} is neither the folder of a case nor a case report in JSON (${caseReportSchema}). For a report in another form name the folder of its case with --case.`,
    es: `${file} no es la carpeta de un caso ni un informe de caso en JSON (${caseReportSchema}). Si es un informe en otro formato, indique la carpeta de su caso con --case.`,
  });

const otherCase = (file: string, name: string): Text =>
  say({
    en: `${file} is a report of another case, not of “${name}”. Name the folder of its case with --case.`,
    es: `${file} es un informe de otro caso, no de «${name}». Indique la carpeta de su caso con --case.`,
  });
