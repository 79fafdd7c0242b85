import { type ResourceState, type UnitResource, resourceName } from '../../model/resource.js';
import type { Behaviour, SimulatedKind } from './kind.js';
import type { SimulatedUnit } from './projection.js';
import type { Timeline } from './timeline.js';

/** systemd, as far as units are masked, enabled, started and stopped: systemctl(1), systemd.unit(5). */
export class UnitManager implements SimulatedKind<UnitResource> {
  readonly #units = new Map<string, SimulatedUnit>();
  readonly #first = new Map<string, SimulatedUnit>();
  readonly #behaviours: Readonly<Record<string, Behaviour>>;
  readonly #clock: Timeline;

  constructor(units: readonly SimulatedUnit[], behaviours: Readonly<Record<string, Behaviour>>, clock: Timeline) {
    for (const unit of units) {
      this.#units.set(unit.name, unit);
      this.#first.set(unit.name, unit);
    }
    this.#behaviours = behaviours;
    this.#clock = clock;
  }

  look({ name }: UnitResource): ResourceState | 'absent' {
    const unit = this.#units.get(name);
    return unit ? stateOf(unit) : 'absent';
  }

  /** A masked unit can neither be enabled nor started, so that what is to be masked although it runs is masked last. */
  *set(
    { name }: UnitResource,
    fields: readonly string[],
    to: ResourceState,
    waitSeconds: number,
  ): Generator<void, string | undefined> {
    const starts = fields.includes('active') && to.active === true;
    const unit = this.#units.get(name);
    if (!unit) return `Unit ${name} could not be found.`;
    const masked = (to.masked ?? unit.masked) === true;
    if (unit.masked && (starts || fields.includes('enabled'))) {
      this.#update(name, { masked: false });
      yield;
    }
    if (fields.includes('enabled')) {
      if (to.enabled === true && !unit.installable) return `The unit files have no installation config: ${name}`;
      this.#update(name, { enabled: to.enabled === true });
      yield;
    }
    if (!starts && this.#units.get(name)?.masked !== masked) {
      this.#update(name, { masked });
      if (fields.includes('active')) yield;
    }
    const why = !fields.includes('active') ? undefined : starts ? this.start(name) : this.#stop(name, waitSeconds);
    if (starts && masked) {
      yield;
      this.#update(name, { masked: true });
    }
    return why;
  }

  settle({ name }: UnitResource, seconds: number): boolean {
    for (let waited = 0; this.#units.get(name)?.pending && waited < seconds; waited += 1) this.#clock.pass(1);
    return !this.#units.get(name)?.pending;
  }

  /** As systemctl does it: what requires a unit is stopped with it, and what it requires is started with it. */
  put({ name }: UnitResource, state: ResourceState): void {
    const unit = this.#units.get(name);
    if (!unit) return;
    this.#keep({ ...unit, ...known(state), pending: false });
    for (const other of this.#units.values()) {
      const resource: UnitResource = { kind: 'unit', name: other.name };
      if (state.active === false && other.active && other.requires.includes(name))
        this.put(resource, { active: false });
      if (state.active === true && !other.active && unit.requires.includes(other.name))
        this.put(resource, { active: true });
    }
  }

  remove({ name }: UnitResource): void {
    this.#units.delete(name);
  }

  /** An upgrade brought these answers: what is new is there now, what was there is as it is. */
  rebase(units: readonly SimulatedUnit[]): void {
    this.#first.clear();
    for (const unit of units) {
      this.#first.set(unit.name, unit);
      this.#keep(this.#units.get(unit.name) ?? unit);
    }
  }

  *states(): Iterable<readonly [string, ResourceState]> {
    for (const unit of this.#units.values()) yield entryOf(unit);
  }

  /** Those that are not as at first. */
  changed(): ReadonlyMap<string, SimulatedUnit | 'gone'> {
    const changed = new Map<string, SimulatedUnit | 'gone'>();
    for (const [name, first] of this.#first) {
      const now = this.#units.get(name);
      if (!now) changed.set(name, 'gone');
      else if (now !== first) changed.set(name, now);
    }
    return changed;
  }

  /** The host restarts: what is enabled starts, and what is started by something else at boot. */
  boot(): void {
    for (const unit of [...this.#units.values()]) this.#keep({ ...unit, active: false, pending: false });
    for (const [name, unit] of [...this.#units]) {
      const comesBack = unit.pulledIn && this.#first.get(name)?.active === true;
      if (!unit.masked && (unit.enabled || comesBack)) this.start(name);
    }
  }

  /** Somebody connects to a socket, or a timer elapses: what it triggers is started. Returns why not. */
  trigger(name: string): string | undefined {
    const source = this.#units.get(name);
    if (!source?.active) return `${name} is not active.`;
    for (const unit of [...this.#units.values()]) {
      const why = unit.triggeredBy.includes(name) ? this.start(unit.name) : undefined;
      if (why) return why;
    }
    return undefined;
  }

  /** `systemctl start`: starts what it requires first. Returns why not. */
  start(name: string, asked: readonly string[] = []): string | undefined {
    const unit = this.#units.get(name);
    if (!unit) return `Failed to start ${name}: Unit ${name} not found.`;
    if (unit.active || asked.includes(name)) return undefined;
    if (unit.masked) {
      return unit.ownFile
        ? `${name} was skipped because of an unmet condition check.`
        : `Failed to start ${name}: Unit ${name} is masked.`;
    }
    for (const needed of unit.requires) {
      const other = this.#units.get(needed);
      // a unit whose condition does not hold is skipped, which is no failure: systemd.unit(5)
      if (other?.masked && other.ownFile) continue;
      const why = this.start(needed, [...asked, name]);
      if (why) return why;
    }
    const { refusesToStart, startSeconds = 0.2 } = this.#behaviours[name] ?? {};
    this.#clock.pass(startSeconds);
    if (refusesToStart) {
      return `Job for ${name} failed because the control process exited with error code.`;
    }
    this.#update(name, { active: true, pending: false });
    return undefined;
  }

  /** `systemctl stop`: what requires it is stopped, too. */
  #stop(name: string, waitSeconds: number): string | undefined {
    for (const one of this.#withDependents(name)) {
      const { refusesToStop, stopSeconds = 0.2 } = this.#behaviours[one] ?? {};
      if (refusesToStop)
        return `Failed to stop ${one}: Operation refused, unit ${one} may be requested by dependency only.`;
      if (!this.#units.get(one)?.pending) {
        this.#update(one, { pending: true });
        this.#clock.after(stopSeconds, () => this.#stopped(one));
      }
      this.#clock.pass(Math.min(stopSeconds, waitSeconds));
    }
    return this.#units.get(name)?.active ? `${name} is still deactivating after ${waitSeconds} seconds` : undefined;
  }

  /** Active ones, those that require others first. */
  #withDependents(name: string, seen: string[] = []): readonly string[] {
    if (seen.includes(name) || !this.#units.get(name)?.active) return [];
    seen.push(name);
    const dependents = [...this.#units.values()].filter(unit => unit.requires.includes(name));
    return [...dependents.flatMap(unit => this.#withDependents(unit.name, seen)), name];
  }

  #stopped(name: string): void {
    const unit = this.#units.get(name);
    if (!unit?.pending) return;
    this.#update(name, { active: false, pending: false });
    const { restartsAfterSeconds, resistsAfterSeconds } = this.#behaviours[name] ?? {};
    if (restartsAfterSeconds !== undefined) this.#clock.after(restartsAfterSeconds, () => void this.start(name));
    if (resistsAfterSeconds !== undefined) {
      this.#clock.after(resistsAfterSeconds, () => this.#update(name, { masked: false, active: true }));
    }
  }

  #update(name: string, change: Partial<SimulatedUnit>): void {
    const unit = this.#units.get(name);
    if (unit) this.#keep({ ...unit, ...change });
  }

  /** The record of the beginning is kept as the same object, so that what is again as it was counts as unchanged. */
  #keep(unit: SimulatedUnit): void {
    const first = this.#first.get(unit.name);
    this.#units.set(unit.name, first && same(first, unit) ? first : unit);
  }
}

const entries = new WeakMap<SimulatedUnit, readonly [name: string, state: ResourceState]>();

/** Made once for each record: a server with hundreds of them is compared before and after everything that happens. */
function entryOf(unit: SimulatedUnit): readonly [name: string, state: ResourceState] {
  const known = entries.get(unit);
  if (known) return known;
  const entry = [resourceName({ kind: 'unit', name: unit.name }), stateOf(unit)] as const;
  entries.set(unit, entry);
  return entry;
}

function stateOf({ masked, enabled, active }: SimulatedUnit): ResourceState {
  return { masked, enabled, active };
}

function known(state: ResourceState): Partial<SimulatedUnit> {
  const fields = ['masked', 'enabled', 'active'].filter(name => state[name] !== undefined);
  return Object.fromEntries(fields.map(name => [name, state[name] === true]));
}

function same(a: SimulatedUnit, b: SimulatedUnit): boolean {
  return a.masked === b.masked && a.enabled === b.enabled && a.active === b.active && a.pending === b.pending;
}
