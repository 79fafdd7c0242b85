import { MemoryLog } from '../caselog/memory-log.js';
import { foldCase } from '../caselog/state.js';
import type { SimulatedHost } from '../hosts/simulated/host.js';
import { CannotTell } from '../hosts/simulated/kind.js';
import type { CaseEvent, StampedEvent } from '../model/event.js';
import type { Plan } from '../model/plan.js';
import { type Difference, type Rehearsal, rehearsalSchema } from '../model/rehearsal.js';
import type { ExecutorName, Recording } from '../model/recording.js';
import { type Resource, type ResourceState, resourceName, sameState } from '../model/resource.js';
import type { PlannedChange } from '../model/step.js';
import type { Performers } from './acts.js';
import { prepare } from './prepare.js';
import { allSettled } from '../model/put-back.js';
import { putBack } from './put-back.js';
import { simulate } from './simulation/simulate.js';
import type { Work } from './work.js';

/**
 * Rehearses a plan on a server simulated from the recording it was made from. Nothing real is touched; the same plan and recording give the
 * same rehearsal.
 */
export async function rehearse(recording: Recording, plan: Plan, planSha256: string): Promise<Rehearsal> {
  const changes = plan.steps.flatMap(step => step.items).filter(item => item.kind === 'change');
  const stage = new Stage(recording, plan, planSha256, changes);
  const { trial, before, outcome } = await stage.run();
  const prepared = stage.statesOf(trial.host);
  const trips = trial.host.trips;
  const instructions = trial.host.carriedOut;
  const events = trial.log.events.length;
  const differences = [...(await stage.backAgain(trial, before, undefined))];
  const back = stage.statesOf(trial.host);
  for (let n = 1; n < events; n += 1) {
    differences.push(...(await stage.cutAfterEvent(n)));
  }
  for (let n = 1; n <= instructions; n += 1) {
    for (const when of ['before', 'during', 'after'] as const) differences.push(...(await stage.cutAt(when, n)));
  }
  return {
    schema: rehearsalSchema,
    plan: planSha256,
    outcome,
    changes: [...foldCase(trial.log.events).changes.values()].map(({ item, resource, was }) => {
      const name = resourceName(resource);
      return { item, name, was, prepared: prepared.get(name) ?? 'absent', putBack: back.get(name) ?? 'absent' };
    }),
    notSimulated: stage.notSimulated,
    trips,
    cuts: { events: events - 1, instructions: instructions * 3 },
    differences,
  };
}

/** The power went: whatever ran is gone, what was written stays. */
class Cut extends Error {}

/** A log that is cut off after its n-th event. */
class CutLog extends MemoryLog {
  readonly last: number;

  constructor(last: number, now: () => Date) {
    super('rehearsal', { now, actor: 'rehearsal' });
    this.last = last;
  }

  override async append(...events: readonly CaseEvent[]): Promise<readonly StampedEvent[]> {
    const room = this.last - this.events.length;
    if (room >= events.length) return super.append(...events);
    await super.append(...events.slice(0, Math.max(0, room)));
    throw new Cut();
  }
}

interface Trial {
  readonly host: SimulatedHost;
  readonly log: MemoryLog;
  readonly work: Work;
}

class Stage {
  readonly notSimulated: string[] = [];
  readonly #recording: Recording;
  readonly #plan: Plan;
  readonly #planSha256: string;
  readonly #changes: readonly PlannedChange[];

  constructor(recording: Recording, plan: Plan, planSha256: string, changes: readonly PlannedChange[]) {
    this.#recording = recording;
    this.#plan = plan;
    this.#planSha256 = planSha256;
    this.#changes = changes;
    const { host } = this.#trial();
    for (const { id, resource } of changes) if (tells(host, resource) === undefined) this.notSimulated.push(id);
  }

  async run(): Promise<{
    readonly trial: Trial;
    readonly before: ReadonlyMap<string, ResourceState>;
    readonly outcome: Rehearsal['outcome'];
  }> {
    const trial = this.#trial();
    const before = new Map(trial.host.states());
    const { outcome } = await this.#prepare(trial.work);
    return { trial, before, outcome };
  }

  /** Killed right after the n-th event was written; the server goes on as it is, and somebody puts back. */
  async cutAfterEvent(n: number): Promise<readonly Difference[]> {
    const trial = this.#trial(undefined, now => new CutLog(n, now));
    const before = new Map(trial.host.states());
    await this.#untilCut(trial);
    const log = new MemoryLog('rehearsal', { now: trial.work.now, actor: 'rehearsal', before: trial.log.events });
    return this.backAgain({ ...trial, log, work: { ...trial.work, log } }, before, `event ${n}`);
  }

  /** The server's own power fails at the n-th instruction. */
  async cutAt(when: 'before' | 'during' | 'after', n: number): Promise<readonly Difference[]> {
    const trial = this.#trial({ when, n });
    const before = new Map(trial.host.states());
    await this.#untilCut(trial);
    return this.backAgain(trial, before, `${when} instruction ${n}`, this.#rebooted());
  }

  /** Puts back, and says what is not as it was. */
  async backAgain(
    { host, work }: Trial,
    before: ReadonlyMap<string, ResourceState>,
    cut: string | undefined,
    alsoRight?: ReadonlyMap<string, ResourceState>,
  ): Promise<readonly Difference[]> {
    for (let round = 0; round < 3; round += 1) if (allSettled(await putBack(work))) break;
    const after = host.states();
    const differences: Difference[] = [];
    for (const [name, was] of before) {
      const left = after.get(name) ?? 'absent';
      const right = [was, alsoRight?.get(name)];
      if (left === 'absent' || !right.some(state => state && sameState(state, left)))
        differences.push({ cut, name, was, left });
    }
    return differences;
  }

  statesOf(host: SimulatedHost): ReadonlyMap<string, ResourceState> {
    return new Map(host.states());
  }

  /** What a restart alone makes of the server: services that start by themselves run then, whoever had stopped them. */
  #rebooted(): ReadonlyMap<string, ResourceState> {
    const { host } = this.#trial();
    host.happen({ kind: 'reboot' });
    return new Map(host.states());
  }

  async #untilCut(trial: Trial): Promise<void> {
    try {
      await this.#prepare(trial.work);
    } catch (error) {
      if (!(error instanceof Cut)) throw error;
    }
  }

  #prepare(work: Work): ReturnType<typeof prepare> {
    const items = this.#plan.steps.flatMap(step => step.items);
    return prepare(work, {
      plan: this.#plan,
      planSha256: this.#planSha256,
      answered: new Set(items.filter(item => item.kind === 'person').map(item => item.id)),
      performers: nobody,
    });
  }

  #trial(
    powerCut?: { readonly when: 'before' | 'during' | 'after'; readonly n: number },
    logOf: (now: () => Date) => MemoryLog = now => new MemoryLog('rehearsal', { now, actor: 'rehearsal' }),
  ): Trial {
    const host = simulate(this.#recording, {
      assume: this.#changes.map(({ resource, from }) => ({ resource, state: from })),
      incidents: powerCut ? [{ ...powerCut, what: { kind: 'reboot' } }] : [],
    });
    const log = logOf(() => host.now());
    const work: Work = {
      log,
      host,
      executor: executorOf(this.#recording),
      now: () => host.now(),
      pause: milliseconds => {
        host.pass(milliseconds / 1000);
        return Promise.resolve();
      },
    };
    return { host, log, work };
  }
}

/** A rehearsal sends no mail and logs nobody off. */
const nobody: Performers = {
  mail: () => Promise.resolve({ outcome: 'done' }),
  logOff: () => Promise.resolve({ outcome: 'done' }),
};

function executorOf(recording: Recording): ExecutorName {
  return recording.executor;
}

function tells(host: SimulatedHost, resource: Resource): ResourceState | 'absent' | undefined {
  try {
    return host.stateOf(resource);
  } catch (error) {
    if (error instanceof CannotTell) return undefined;
    throw error;
  }
}
