import { blocks } from '../model/assessment.js';
import { type Finding, severities, states } from '../model/finding.js';
import { rowIds, sections } from '../model/row.js';

/** Findings in the order in which they are read: by section and row of the paper, the gravest first. */
export function inReadingOrder(findings: readonly Finding[]): Finding[] {
  // ranked once each, not at every comparison
  return findings
    .map(finding => ({ finding, rank: rankOf(finding) }))
    .toSorted((a, b) => a.rank - b.rank || (a.finding.key < b.finding.key ? -1 : a.finding.key > b.finding.key ? 1 : 0))
    .map(({ finding }) => finding);
}

/** One number for section, blocking or not, state, severity and row, in this order of weight. */
function rankOf(finding: Finding): number {
  let rank = sections.indexOf(finding.section);
  rank = rank * 2 + (blocks(finding) ? 0 : 1);
  rank = rank * states.length + states.indexOf(finding.state);
  rank = rank * severities.length + severities.indexOf(finding.severity);
  return rank * rowIds.length + rowIds.indexOf(finding.row);
}
