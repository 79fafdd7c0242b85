import { createHash } from 'node:crypto';
import type { Check } from '../model/check.js';
import type { StampedEvent } from '../model/event.js';
import type { Finding } from '../model/finding.js';
import type { PlannedPerson } from '../model/step.js';
import { fingerprintRead } from './fingerprint.js';
import type { FactReader } from './read.js';

export type Attestation = Extract<StampedEvent, { type: 'attested' }>;
export type Waiver = Extract<StampedEvent, { type: 'waived' }>;

/** Whether an answer or a waiver still counts, and if not why. */
export type Standing<T> =
  | { readonly state: 'counts'; readonly given: T }
  | { readonly state: 'expired' | 'facts-changed'; readonly given: T }
  | { readonly state: 'none' };

/**
 * What an answer about a finding rests on: the finding's key and state and the lasting entries of the facts its check looks at. When any of
 * them changes, the answer is void.
 */
export function basisOf(finding: Pick<Finding, 'key' | 'state'>, check: Check | undefined, reader: FactReader): string {
  const facts = check ? [...Object.values(check.needs), ...Object.values(check.uses)] : [];
  return digest([finding.key, finding.state, fingerprintRead(reader, facts)]);
}

/** What an answer to a question of the plan rests on: the question itself. */
export function basisOfItem(item: Pick<PlannedPerson, 'id' | 'question'>): string {
  return digest([item.id, item.question.en]);
}

export function attestationOf(
  events: readonly StampedEvent[],
  key: string,
  basis: string,
  now: Date,
): Standing<Attestation> {
  return standing(latest(events, 'attested', key), basis, now);
}

export function waiverOf(events: readonly StampedEvent[], key: string, basis: string, now: Date): Standing<Waiver> {
  return standing(latest(events, 'waived', key), basis, now);
}

function latest<T extends 'attested' | 'waived'>(
  events: readonly StampedEvent[],
  type: T,
  key: string,
): Extract<StampedEvent, { type: T }> | undefined {
  return events.findLast(
    (event): event is Extract<StampedEvent, { type: T }> => event.type === type && event.key === key,
  );
}

function standing<T extends { readonly until: string; readonly basis: string }>(
  given: T | undefined,
  basis: string,
  now: Date,
): Standing<T> {
  if (!given) return { state: 'none' };
  if (given.basis !== basis) return { state: 'facts-changed', given };
  return { state: Date.parse(given.until) > now.getTime() ? 'counts' : 'expired', given };
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** The ids of the plan's questions that are answered with yes. */
export function answeredItems(
  events: readonly StampedEvent[],
  items: readonly PlannedPerson[],
  now: Date,
): ReadonlySet<string> {
  return new Set(
    items
      .filter(item => {
        const answer = attestationOf(events, item.id, basisOfItem(item), now);
        return answer.state === 'counts' && answer.given.answer === 'yes';
      })
      .map(item => item.id),
  );
}
