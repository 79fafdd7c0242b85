import type { ChangeState, Logged } from '../../../caselog/state.js';
import type { ReportedPutBack } from '../../../model/case-report.js';
import { resourceName } from '../../../model/resource.js';
import { acceptanceOf } from '../../accept.js';

/** What became of everything that was touched; null when nothing was. What never was ours to put back is left out. */
export function reportedPutBack(changes: Iterable<ChangeState>): readonly ReportedPutBack[] | null {
  const touched = [...changes].filter(({ touched, putBack }) => touched || putBack !== undefined);
  return touched.length === 0 ? null : touched.map(ofChange);
}

function ofChange(change: ChangeState): ReportedPutBack {
  const { item, step, resource, was, to, putBack, putBackEvent } = change;
  return {
    item,
    step,
    name: resourceName(resource),
    was,
    prepared: to,
    accepted: putBackEvent ? (acceptanceOf(change, putBackEvent.outcome, putBackEvent.left) ?? null) : null,
    ...(putBackEvent ? ended(putBackEvent) : { ...notEnded, outcome: putBack === 'open' ? 'open' : 'pending' }),
  };
}

function ended({ outcome, found, left, forced, why, at, actor }: Logged<'put-back'>) {
  return { outcome, found, left, forced, why, at, by: actor };
}

const notEnded = { found: 'unknown', left: 'unknown', forced: false, why: null, at: null, by: null } as const;
