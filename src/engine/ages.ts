import type { RowId } from '../model/row.js';

const hour = 3600;

/**
 * For how long, in seconds, an answer or a piece of evidence counts. The paper asks for the virus scan "on the day or the evening before";
 * a backup is as old as the work it lacks. The others are common practice.
 */
const byRow: Readonly<Partial<Record<RowId, number>>> = {
  'virus-scan': 24 * hour,
  'full-backup': 24 * hour,
  'backup-succeeded': 24 * hour,
  'backup-proof': 24 * hour,
};

export function ageLimitSeconds(row: RowId | undefined): number {
  return (row === undefined ? undefined : byRow[row]) ?? 7 * 24 * hour;
}

/** A waiver may not outlive the upgrade it was given for by much. */
export const waiverLimitSeconds = 30 * 24 * hour;

/** A decision is for one evening. */
export const decisionSeconds = 12 * hour;
