import type { ReportedDecision } from '../../../model/case-report.js';
import type { StampedEvent } from '../../../model/event.js';

/** All decisions, newest first, with what each is worth now. */
export function decisionsOf(events: readonly StampedEvent[], now: Date): readonly ReportedDecision[] {
  const decided = events.filter(event => event.type === 'gate-decided');
  const upgraded = events.find(event => event.type === 'upgrade-seen')?.seq ?? Number.POSITIVE_INFINITY;
  return decided
    .map(({ seq, at, verdict, by, expires, reasons }, index): ReportedDecision => {
      const next = decided[index + 1]?.seq ?? Number.POSITIVE_INFINITY;
      const current = Date.parse(expires) > now.getTime() ? 'counts' : 'expired';
      const standing =
        seq < upgraded && next > upgraded ? 'used' : next < Number.POSITIVE_INFINITY ? 'replaced' : current;
      return { seq, at, verdict, by, expires, reasons, standing };
    })
    .toReversed();
}
