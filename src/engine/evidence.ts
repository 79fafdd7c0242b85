import type { StampedEvent } from '../model/event.js';
import type { Finding } from '../model/finding.js';
import { ageLimitSeconds } from './ages.js';

type Stored = Extract<StampedEvent, { type: 'evidence-stored' }>;

/** The kind of evidence that answers the question of a check better than a person. */
const kindByCheck: Readonly<Record<string, string>> = { 'backup-proof': 'proof' };

/** What evidence says to a question that else a person answers. */
export type EvidenceStanding =
  | { readonly state: 'none' }
  /** It shows what was asked, until then (ISO). */
  | { readonly state: 'counts'; readonly event: Stored; readonly until: string }
  | { readonly state: 'expired'; readonly event: Stored }
  /** It shows the opposite, or not enough; it stands until there is newer evidence, however old it is. */
  | { readonly state: 'against'; readonly event: Stored };

/** The newest evidence to the question of a finding. Its `verdict` is `proven`, or what was asked is not shown. */
export function evidenceOf(
  events: readonly StampedEvent[],
  { check, row }: Pick<Finding, 'check' | 'row'>,
  now: Date,
): EvidenceStanding {
  const kind = kindByCheck[check];
  if (kind === undefined) return { state: 'none' };
  const event = events.findLast((one): one is Stored => one.type === 'evidence-stored' && one.kind === kind);
  if (!event) return { state: 'none' };
  if (event.data?.['verdict'] !== 'proven') return { state: 'against', event };
  const until = Date.parse(event.at) + ageLimitSeconds(row) * 1000;
  return until > now.getTime()
    ? { state: 'counts', event, until: new Date(until).toISOString() }
    : { state: 'expired', event };
}
