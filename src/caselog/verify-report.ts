import { type Text, say } from '../i18n/text.js';
import { caseReportSchema } from '../model/case-report.js';
import { InputError } from '../model/input-error.js';
import { type HeadReference, headReferenceShape, lineHash } from './head-reference.js';
import type { Verification } from './verify.js';

/** What a report is worth beside the case it names. */
export interface VerifiedReport {
  readonly file: string;
  readonly reference: HeadReference;
  /** Whether the log has the very line up to which the report says it was made. */
  readonly matches: boolean;
  /** Event that kept the report, byte for byte, as evidence; undefined: the report itself may have been edited. */
  readonly storedAs: number | undefined;
}

/**
 * The case that a report in JSON speaks of: its field `case`, see `head-reference.ts`.
 *
 * @throws InputError when it is no case report
 */
export function caseOfReport(text: string, file: string): HeadReference {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(notAReport(file), { cause: error });
  }
  if (typeof value !== 'object' || value === null || !('schema' in value) || value.schema !== caseReportSchema) {
    throw new InputError(notAReport(file));
  }
  const result = headReferenceShape.safeParse('case' in value ? value.case : undefined);
  if (!result.success) throw new InputError(notAReport(file));
  return result.data;
}

/**
 * Holds a report against a case that was verified.
 *
 * @param sha256 of the report's bytes
 * @throws InputError when the log could not be read, so that nothing can be said, or the case is another
 */
export function verifyReport(
  file: string,
  reference: HeadReference,
  sha256: string,
  { log, id, name }: Verification,
): VerifiedReport {
  if (reference.id !== id) throw new InputError(otherCase(file, name));
  const storedAs = log?.events.find(event => event.type === 'evidence-stored' && event.sha256 === sha256)?.seq;
  const matches = log !== undefined && lineHash(log, reference.seq) === reference.sha256;
  return { file, reference, matches, storedAs };
}

const notAReport = (file: string): Text =>
  say({
    en: `${file} is neither the folder of a case nor a case report in JSON (${caseReportSchema}).`,
    es: `${file} no es la carpeta de un caso ni un informe de caso en JSON (${caseReportSchema}).`,
  });

const otherCase = (file: string, name: string): Text =>
  say({
    en: `${file} is a report of another case, not of “${name}”. Name the folder of its case with --case.`,
    es: `${file} es un informe de otro caso, no de «${name}». Indique la carpeta de su caso con --case.`,
  });
