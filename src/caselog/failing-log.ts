import type { CaseLog } from '../model/case-log.js';
import type { CaseEvent, StampedEvent } from '../model/event.js';
import type { KillSwitch } from '../model/kill-switch.js';

/** The controller is killed at the n-th event that is appended, from 1: before it is on disk, or after. */
export interface CutOfLog {
  readonly n: number;
  readonly when: 'before' | 'after';
}

export interface FailingLog extends CaseLog {
  /** Events on disk that were appended through this log. */
  readonly appended: number;
}

/**
 * Any log, whose controller is killed at an event. Events that are appended together are written one after the other, so that those before
 * it are there.
 */
export function failingLog(inner: CaseLog, cut: CutOfLog | undefined, controller: KillSwitch): FailingLog {
  let appended = 0;

  const one = async (event: CaseEvent): Promise<StampedEvent> => {
    controller.demandAlive();
    if (cut?.when === 'before' && cut.n === appended + 1) controller.kill();
    const [stamped] = await inner.append(event);
    appended += 1;
    if (cut?.when === 'after' && cut.n === appended) controller.kill();
    if (!stamped) throw new Error('An event was appended and none came back.');
    return stamped;
  };

  return {
    id: inner.id,
    get events() {
      return inner.events;
    },
    get appended() {
      return appended;
    },
    async append(...events) {
      const stamped: StampedEvent[] = [];
      for (const event of events) stamped.push(await one(event));
      return stamped;
    },
    async appendOver(make) {
      controller.demandAlive();
      if (cut?.when === 'before' && cut.n === appended + 1) controller.kill();
      const stamped = await inner.appendOver(make);
      appended += 1;
      if (cut?.when === 'after' && cut.n === appended) controller.kill();
      return stamped;
    },
    linesFrom: seq => inner.linesFrom(seq),
    async store(evidence) {
      controller.demandAlive();
      return inner.store(evidence);
    },
    evidence: sha256 => inner.evidence(sha256),
    close: () => inner.close(),
  };
}
