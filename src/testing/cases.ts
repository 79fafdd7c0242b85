import { MemoryLog } from '../caselog/memory-log.js';
import type { Performers } from '../engine/acts.js';
import { simulate } from '../engine/simulation/simulate.js';
import type { Work } from '../engine/work.js';
import type { ActingHost } from '../hosts/host.js';
import type { SimulatedHost } from '../hosts/simulated/host.js';
import type { SimulatedOptions } from '../hosts/simulated/options.js';
import { same } from '../i18n/text.js';
import type { Plan, PlanStep } from '../model/plan.js';
import type { Recording } from '../model/recording.js';
import type { PlannedChange, PlannedItem } from '../model/step.js';

/** Work on a simulated server, with a log in memory and a clock that stands still but for the server's own. */
export function aWork(host: SimulatedHost, more: Partial<Work> & { readonly acting?: ActingHost } = {}): Work {
  const { acting, ...rest } = more;
  return {
    log: new MemoryLog('case-1', { now: () => host.now(), actor: 'ana@taller' }),
    host: acting ?? host,
    executor: 'wsh',
    now: () => host.now(),
    pause: milliseconds => {
      host.pass(milliseconds / 1000);
      return Promise.resolve();
    },
    ...rest,
  };
}

/** A simulated Windows server of a recording. */
export function aServer(
  recording: Recording,
  options: Omit<SimulatedOptions, 'services' | 'units'> = {},
): SimulatedHost {
  return simulate(recording, options);
}

/** Stops and disables a service that starts by itself and runs. */
export function disabling(name: string, after: readonly string[] = []): PlannedChange {
  return {
    kind: 'change',
    id: `third-party-services/service:${name}`,
    text: same(name),
    seconds: 20,
    resource: { kind: 'service', name },
    from: { start: 'auto', delayed: false, running: true },
    to: { start: 'disabled', delayed: false, running: false },
    after: after.map(one => `third-party-services/service:${one}`),
  };
}

export function aStep(items: readonly PlannedItem[], more: Partial<PlanStep> = {}): PlanStep {
  return {
    step: 'third-party-services',
    phase: 'preparation',
    title: same('Services'),
    why: same('Why'),
    state: 'do',
    text: same('Text'),
    items,
    leftOut: [],
    ...more,
  };
}

export function aPlan(steps: readonly PlanStep[]): Plan {
  return {
    schema: 'antesala.plan/1',
    host: 'simulated',
    path: 'sbs2000-sbs2003',
    recording: '0'.repeat(64),
    fingerprint: '0'.repeat(64),
    madeAt: '2026-11-25T10:00:00.000Z',
    steps,
    pointOfNoReturn: undefined,
    seconds: 0,
    windowSeconds: undefined,
  };
}

/** Nobody is mailed and nobody logged off. */
export const nobody: Performers = {
  mail: () => Promise.resolve({ outcome: 'done' }),
  logOff: () => Promise.resolve({ outcome: 'done' }),
};
