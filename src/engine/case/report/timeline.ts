import type { Text } from '../../../i18n/text.js';
import type { EventNames, ReportedEvent, ReportedStep } from '../../../model/case-report.js';
import type { StampedEvent } from '../../../model/event.js';

/** Every event in words. @param tell words one event, given the names of what it tells by id */
export function timelineOf(
  events: readonly StampedEvent[],
  steps: readonly ReportedStep[],
  tell: (event: StampedEvent, names: EventNames) => Text,
): readonly ReportedEvent[] {
  const titles = new Map(steps.map(({ step, title }) => [step, title]));
  const items = steps.flatMap(step => step.items);
  const resources = new Map(items.flatMap(({ id, resource }) => (resource === null ? [] : [[id, resource] as const])));
  const names: EventNames = { step: id => titles.get(id), resource: item => resources.get(item) };
  return events.map((event, index) => {
    const { seq, at, actor, type } = event;
    // that the step which hands over is done says the same again, and sounds as if the upgrade were
    const again = type === 'step-ended' && events[index - 1]?.type === 'handed-over';
    return { seq, at, actor, type, text: tell(event, names), main: isMain(event) && !again };
  });
}

/** What somebody who was not there wants to know. Single items stand in the plan and in what was put back; here only those that went wrong. */
function isMain(event: StampedEvent): boolean {
  switch (event.type) {
    case 'case-created':
    case 'facts-gathered':
    case 'plan-made':
    case 'rehearsed':
    case 'run-started':
    case 'run-ended':
    case 'handed-over':
    case 'upgrade-seen':
    case 'gate-decided':
    case 'copy-differs':
    case 'kit-log-joined':
    case 'lock-taken-over':
    case 'torn-line-set-aside':
    case 'clock-went-back':
    case 'accepted':
    case 'noted':
    case 'signed':
      return true;
    case 'step-ended':
      return event.outcome === 'done' || event.outcome === 'failed' || event.outcome === 'waiting';
    case 'outcome':
      return event.outcome === 'failed' || event.outcome === 'unknown' || event.outcome === 'left-alone';
    case 'act-outcome':
      return event.outcome !== 'done';
    case 'put-back':
      return event.outcome === 'failed' || event.outcome === 'drifted' || event.outcome === 'gone' || event.forced;
    case 'copy-compared':
      return event.outcome !== 'same';
    case 'evidence-stored':
    case 'attested':
    case 'waived':
    case 'choices-made':
    case 'step-started':
    case 'intent':
    case 'act-intent':
    case 'put-back-intent':
    case 'copy-kept':
      return false;
  }
}
