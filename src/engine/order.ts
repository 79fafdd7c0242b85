import { blocks } from '../model/assessment.js';
import { type Finding, severities, states } from '../model/finding.js';
import { rowIds, sections } from '../model/row.js';

/** The order in which findings are read: by section and row of the paper, the gravest first. */
export function byReadingOrder(a: Finding, b: Finding): number {
  return (
    sections.indexOf(a.section) - sections.indexOf(b.section) ||
    Number(blocks(b)) - Number(blocks(a)) ||
    states.indexOf(a.state) - states.indexOf(b.state) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    rowIds.indexOf(a.row) - rowIds.indexOf(b.row) ||
    (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  );
}
