import type { Assessment } from '../model/assessment.js';

/** The report as JSON (`antesala.report/1`): both languages, everything the other forms are made from. */
export function jsonReport(assessment: Assessment): string {
  return `${JSON.stringify(assessment, null, 2)}\n`;
}
