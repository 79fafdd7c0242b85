import { failingLog, type CutOfLog } from '../caselog/failing-log.js';
import { MemoryLog } from '../caselog/memory-log.js';
import type { Performers } from '../engine/acts.js';
import { prepare } from '../engine/prepare.js';
import { putBack } from '../engine/put-back.js';
import type { Work } from '../engine/work.js';
import { type Breakage, failingHost } from '../hosts/failing/failing-host.js';
import { HostError } from '../hosts/host-error.js';
import type { SimulatedHost } from '../hosts/simulated/host.js';
import type { Happening, Incident } from '../hosts/simulated/options.js';
import { CopyError } from '../model/copy-error.js';
import { KillSwitch, Killed } from '../model/kill-switch.js';
import type { Plan } from '../model/plan.js';
import type { Prepared } from '../model/prepared.js';
import { type PutBackItem, allSettled } from '../model/put-back.js';
import type { ExecutorName } from '../model/recording.js';
import { type ResourceState, resourceName, sameState } from '../model/resource.js';
import type { PlannedChange } from '../model/step.js';

/** A server, made anew for each life, and the plan of its preparation. */
export interface World {
  readonly host: (incidents: readonly Incident[]) => SimulatedHost;
  readonly executor: ExecutorName;
  readonly plan: Plan;
}

/** One run of a command, and what breaks in it. A broken link is tried again by the run itself; a killed controller is not. */
export interface Run {
  readonly cut?: CutOfLog | undefined;
  readonly breakages?: readonly Breakage[];
}

/** What befalls a server and its case between plan and the end of putting back. */
export interface Course {
  readonly prepares: readonly Run[];
  /** On the host, counted over its whole life, until putting back is done undisturbed. */
  readonly incidents?: readonly Incident[];
  readonly between?: readonly (Happening | { readonly kind: 'passes'; readonly seconds: number })[];
  /** Runs that break; after them it is put back until nothing changes any more. */
  readonly putBacks?: readonly Run[];
}

export interface Life {
  readonly world: World;
  readonly course: Course;
  readonly host: SimulatedHost;
  readonly log: MemoryLog;
  readonly first: ReadonlyMap<string, ResourceState>;
  readonly prepared: Prepared | undefined;
  readonly afterPrepare: ReadonlyMap<string, ResourceState>;
  readonly last: ReadonlyMap<string, ResourceState>;
  /** What the undisturbed runs of putting back said, and the last of them. */
  readonly rounds: readonly (readonly PutBackItem[])[];
  readonly items: readonly PutBackItem[];
  /** Events, trips and instructions of each run that did not break, so that the next life can be cut at each. */
  readonly counts: readonly { readonly events: number; readonly trips: number; readonly instructions: number }[];
}

/** Lives through a course: prepares, puts back until it is done. Deterministic. */
export async function live(world: World, course: Course): Promise<Life> {
  const incidents = [...(course.incidents ?? [])];
  const host = world.host(incidents);
  const log = new MemoryLog('twin', { now: () => host.now(), actor: 'twin' });
  const first = new Map(host.states());
  const counts: Life['counts'][number][] = [];
  let prepared: Prepared | undefined;

  const attempt = async <T>(run: Run, what: (work: Work) => Promise<T>): Promise<T | undefined> => {
    const controller = new KillSwitch();
    const failing = failingHost(host, run.breakages ?? [], controller);
    const cutLog = failingLog(log, run.cut, controller);
    const pause = (milliseconds: number) => {
      host.pass(milliseconds / 1000);
      return Promise.resolve();
    };
    const work: Work = { log: cutLog, host: failing, executor: world.executor, now: () => host.now(), pause };
    try {
      return await what(work);
    } catch (error) {
      if (error instanceof Killed || error instanceof HostError || error instanceof CopyError) return undefined;
      throw error;
    } finally {
      counts.push({ events: cutLog.appended, trips: failing.trips, instructions: failing.instructions });
    }
  };

  for (const run of course.prepares) prepared = await attempt(run, work => prepare(work, optionsOf(world.plan)));
  const afterPrepare = new Map(host.states());
  for (const what of course.between ?? []) {
    if (what.kind === 'passes') host.pass(what.seconds);
    else host.happen(what);
  }
  for (const run of course.putBacks ?? []) await attempt(run, work => putBack(work));
  // what happens after the last look nobody can know, and what never does as it is told nobody can put back
  incidents.length = 0;
  for (const { resource } of changesOf(world.plan)) {
    if ('name' in resource) host.happen({ kind: 'behaves', name: resource.name, behaviour: {} });
  }
  // what was slow to stop has stopped by then
  host.pass(300);
  const rounds: (readonly PutBackItem[])[] = [];
  for (let round = 0; round < 4; round += 1) {
    const items = (await attempt({}, work => putBack(work))) ?? [];
    rounds.push(items);
    if (allSettled(items)) break;
  }
  const last = new Map(host.states());
  return { world, course, host, log, first, prepared, afterPrepare, last, rounds, items: rounds.at(-1) ?? [], counts };
}

/** Everything a life must not show, in words; empty when all is well. */
export async function wrongs(life: Life): Promise<readonly string[]> {
  return [
    ...untouchedIsAsBefore(life),
    ...isBackAtOnce(life),
    ...saysTheTruth(life),
    ...leavesOthersAlone(life),
    ...copyIsOurs(life),
    ...(await staysSo(life)),
  ];
}

/** What nobody else changed is as before; or it is said that it is not, when others changed something it needs. */
function untouchedIsAsBefore({ host, first, last, items }: Life): string[] {
  const said = new Map(items.map(item => [item.name, item.outcome]));
  const alone = host.changedByOthers.size === 0;
  return [...first].flatMap(([name, was]) => {
    const left = last.get(name);
    if (host.changedByOthers.has(name) || (left && sameState(was, left))) return [];
    const outcome = said.get(name);
    const admitted = outcome === 'drifted' || outcome === 'gone' || outcome === 'failed';
    return admitted && !alone ? [] : [`${name} was ${text(was)} and is ${text(left)} (${outcome ?? 'not put back'})`];
  });
}

/** Undisturbed, one run puts all back that nobody else changed: things that need each other are put back in the right order. */
function isBackAtOnce({ host, rounds }: Life): string[] {
  if (host.changedByOthers.size > 0 || host.happened.some(what => what.kind === 'vanished')) return [];
  return (rounds[0] ?? []).flatMap(({ name, outcome, why }) =>
    outcome === 'kept' || outcome === 'restored' ? [] : [`${name} is ${outcome} at first (${why ?? 'no reason'})`],
  );
}

/** What is reported as back is as it was found, and that is what it was unless others had changed it. */
function saysTheTruth({ host, first, last, items }: Life): string[] {
  return items.flatMap(({ name, outcome, was }) => {
    if (outcome !== 'kept' && outcome !== 'restored') return [];
    const [before, left] = [first.get(name), last.get(name)];
    const wrong: string[] = [];
    if (!left || !sameState(left, was))
      wrong.push(`${name} is said to be ${outcome} as ${text(was)}, and is ${text(left)}`);
    if (!host.changedByOthers.has(name) && before && !sameState(before, was)) {
      wrong.push(`${name} is said to have been ${text(was)}, and was ${text(before)}`);
    }
    return wrong;
  });
}

/**
 * A value that somebody else set, and that is neither what was there nor what we set, stands. Who restarts, upgrades or removes things changes
 * what else runs, so that nothing is said of what runs then; and a dead-man sets back what it guards whatever it finds.
 */
function leavesOthersAlone({ host, world, first, last }: Life): string[] {
  const changes = new Map(changesOf(world.plan).map(item => [resourceName(item.resource), item]));
  const set = new Map<string, ResourceState>();
  for (const what of host.happened) {
    if (what.kind === 'vanished') set.delete(resourceName(what.resource));
    const all = what.kind === 'upgrade' ? (what.upgrade.changed ?? []) : what.kind === 'changed' ? [what] : [];
    for (const { resource, state } of all) {
      const whole = resource.kind !== 'service' && resource.kind !== 'unit';
      const name = resourceName(resource);
      set.set(name, whole ? state : { ...set.get(name), ...state });
    }
  }
  const guarded = (name: string) => changes.get(name)?.deadManSeconds !== undefined;
  const named = [...set].filter(([name]) => !guarded(name));
  return named.flatMap(([name, state]) =>
    Object.entries(state).flatMap(([field, value]) => {
      const ours = [first.get(name)?.[field], changes.get(name)?.to[field]];
      const left = last.get(name);
      const runs = field === 'running' || field === 'active';
      if (runs || ours.includes(value) || !left || left[field] === value) return [];
      return [`${name}: somebody set ${field} to ${String(value)}, and it is ${String(left[field])}`];
    }),
  );
}

function copyIsOurs({ host, log }: Life): string[] {
  const copy = host.copyOf(log.id) ?? '';
  return log.linesFrom(1).startsWith(copy) ? [] : ['the copy on the host is not the beginning of the log'];
}

/** Putting back once more changes nothing, and says so. */
async function staysSo({ world, host, log, last, items }: Life): Promise<string[]> {
  const work: Work = { log, host, executor: world.executor, now: () => host.now(), pause: () => Promise.resolve() };
  const again = await putBack(work);
  const changed = [...last]
    .filter(([name, state]) => !sameState(state, host.states().get(name) ?? {}))
    .map(([name]) => name);
  const before = new Map(items.map(item => [item.name, item.outcome]));
  const other = again.filter(({ name, outcome }) => {
    const said = before.get(name);
    return outcome !== (said === 'restored' ? 'kept' : said);
  });
  return [
    ...changed.map(name => `${name} changes when it is put back once more`),
    ...other.map(({ name, outcome }) => `${name} is ${before.get(name) ?? 'unknown'}, and once more ${outcome}`),
  ];
}

export function changesOf(plan: Plan): readonly PlannedChange[] {
  return plan.steps.flatMap(step => step.items).filter(item => item.kind === 'change');
}

function optionsOf(plan: Plan): Parameters<typeof prepare>[1] {
  const items = plan.steps.flatMap(step => step.items);
  return {
    plan,
    planSha256: '0'.repeat(64),
    answered: new Set(items.filter(item => item.kind === 'person').map(({ id }) => id)),
    repeat: new Set(items.map(({ id }) => id)),
    performers,
  };
}

const performers: Performers = {
  mail: () => Promise.resolve({ outcome: 'done' }),
  logOff: () => Promise.resolve({ outcome: 'done' }),
};

function text(state: ResourceState | undefined): string {
  return state ? JSON.stringify(state) : 'not there';
}
