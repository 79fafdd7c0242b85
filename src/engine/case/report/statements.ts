import { type Standing, attestationOf, waiverOf } from '../../answers.js';
import type { Text } from '../../../i18n/text.js';
import type { ReportedStatement } from '../../../model/case-report.js';
import type { StampedEvent } from '../../../model/event.js';
import type { OpenQuestion } from '../answer-case.js';

type Stated = Extract<StampedEvent, { readonly type: 'attested' | 'waived' }>;

/** What can be stated as the facts are now, and what each statement would rest on. */
export interface Asked {
  readonly questions: readonly OpenQuestion[];
  readonly blockers: readonly { readonly key: string; readonly text: Text; readonly basis: string }[];
}

/** Everything that people stated, oldest first, and whether it still counts. */
export function statementsOf(events: readonly StampedEvent[], asked: Asked, now: Date): readonly ReportedStatement[] {
  const stated = events.filter((event): event is Stated => event.type === 'attested' || event.type === 'waived');
  return stated.map((event): ReportedStatement => {
    const { seq, at, key, by, until } = event;
    const answer = event.type === 'attested';
    const question = asked.questions.find(one => one.key === key || one.also.some(other => other.key === key));
    const under = question && [question, ...question.also].find(one => one.key === key);
    const blocker = asked.blockers.find(one => one.key === key);
    return {
      kind: answer ? 'answer' : 'waiver',
      seq,
      at,
      key,
      about: (answer ? question?.question : blocker?.text) ?? null,
      answer: answer ? event.answer : null,
      by,
      note: answer ? event.note : event.reason,
      until,
      standing: standingOf(event, (answer ? under : blocker)?.basis, events, now),
    };
  });
}

function standingOf(
  event: Stated,
  basis: string | undefined,
  events: readonly StampedEvent[],
  now: Date,
): ReportedStatement['standing'] {
  if (events.some(later => later.type === event.type && later.key === event.key && later.seq > event.seq))
    return 'replaced';
  if (basis === undefined) return 'not-asked';
  const standing: Standing<unknown> =
    event.type === 'attested' ? attestationOf(events, event.key, basis, now) : waiverOf(events, event.key, basis, now);
  return standing.state === 'none' ? 'not-asked' : standing.state;
}
