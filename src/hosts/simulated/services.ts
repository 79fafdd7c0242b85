import { type ResourceState, type ServiceResource, resourceName } from '../../model/resource.js';
import type { Behaviour, SimulatedKind } from './kind.js';
import type { SimulatedService } from './projection.js';
import type { Timeline } from './timeline.js';

/** Windows' service manager, with its errors: https://learn.microsoft.com/windows/win32/debug/system-error-codes--1000-1299- */
const errors = {
  dependentsRunning: '1051: A stop control has been sent to a service that other running services are dependent on.',
  notAccepted: '1052: The requested control is not valid for this service.',
  noResponse: '1053: The service did not respond to the start or control request in a timely fashion.',
  disabled:
    '1058: The service cannot be started, either because it is disabled or because it has no enabled devices associated with it.',
  circular: '1059: Circular service dependency was specified.',
  notThere: '1060: The specified service does not exist as an installed service.',
  busy: '1061: The service cannot accept control messages at this time.',
  dependencyFailed: '1068: The dependency service or group failed to start.',
  doomed: '1072: The specified service has been marked for deletion.',
  dependencyGone: '1075: The dependency service does not exist or has been marked for deletion.',
} as const;

export class ServiceManager implements SimulatedKind<ServiceResource> {
  readonly #services = new Map<string, SimulatedService>();
  readonly #first = new Map<string, SimulatedService>();
  readonly #behaviours: Readonly<Record<string, Behaviour>>;
  readonly #clock: Timeline;

  /** @param behaviours by lower-case name */
  constructor(services: readonly SimulatedService[], behaviours: Readonly<Record<string, Behaviour>>, clock: Timeline) {
    for (const service of services) this.#services.set(service.name.toLowerCase(), service);
    for (const [id, service] of this.#services) this.#first.set(id, service);
    this.#behaviours = behaviours;
    this.#clock = clock;
  }

  look({ name }: ServiceResource): ResourceState | 'absent' {
    const service = this.#get(name);
    return service ? stateOf(service) : 'absent';
  }

  /** In the order of `src/model/resource.ts`: what is to run although disabled is manual until it has started. */
  *set(
    { name }: ServiceResource,
    fields: readonly string[],
    to: ResourceState,
    waitSeconds: number,
  ): Generator<void, string | undefined> {
    const starts = fields.includes('running') && to.running === true;
    const mode: ResourceState = Object.fromEntries(
      fields.filter(field => field !== 'running').map(field => [field, to[field] ?? '']),
    );
    const service = this.#get(name);
    const disabledLast = starts && (to.start ?? service?.start) === 'disabled';
    const first = disabledLast ? { ...mode, start: 'manual' } : mode;
    if (Object.keys(first).length > 0) {
      const why = this.#configure(name, first);
      if (why) return why;
      if (fields.includes('running')) yield;
    }
    if (!fields.includes('running')) return undefined;
    const why = starts ? this.start(name) : this.#stop(name, waitSeconds);
    if (!disabledLast) return why;
    yield;
    return this.#configure(name, { start: 'disabled' }) ?? why;
  }

  settle({ name }: ServiceResource, seconds: number): boolean {
    for (let waited = 0; this.#get(name)?.pending && waited < seconds; waited += 1) this.#clock.pass(1);
    return !this.#get(name)?.pending;
  }

  /** As the console does it: what needs a service is stopped with it, and what it needs is started with it. */
  put({ name }: ServiceResource, state: ResourceState): void {
    const service = this.#get(name);
    if (!service) return;
    this.#keep({ ...service, ...known(state), pending: false });
    for (const other of this.#services.values()) {
      if (state.running === false && other.running && needs(other, name))
        this.put(resourceOf(other), { running: false });
      if (state.running === true && !other.running && needs(service, other.name))
        this.put(resourceOf(other), { running: true });
    }
  }

  remove({ name }: ServiceResource): void {
    this.#services.delete(name.toLowerCase());
  }

  /** It was there at first, and is no longer. */
  isGone(name: string): boolean {
    const id = name.toLowerCase();
    return this.#first.has(id) && !this.#services.has(id);
  }

  /** DeleteService: what runs stays until it stops. */
  markForDeletion(name: string): void {
    const service = this.#get(name);
    if (service?.running) this.#keep({ ...service, doomed: true });
    else this.#services.delete(name.toLowerCase());
  }

  /** An upgrade brought these answers: what is new is there now, what was there is as it is. */
  rebase(services: readonly SimulatedService[]): void {
    this.#first.clear();
    for (const service of services) {
      const id = service.name.toLowerCase();
      this.#first.set(id, service);
      this.#keep(this.#services.get(id) ?? service);
    }
  }

  *states(): Iterable<readonly [string, ResourceState]> {
    for (const service of this.#services.values()) yield entryOf(service);
  }

  /** Those that are not as at first, by lower-case name. */
  changed(): ReadonlyMap<string, SimulatedService | 'gone'> {
    const changed = new Map<string, SimulatedService | 'gone'>();
    for (const [id, first] of this.#first) {
      const now = this.#services.get(id);
      if (!now) changed.set(id, 'gone');
      else if (now !== first) changed.set(id, now);
    }
    return changed;
  }

  /** The host restarts: what starts at boot starts, with what it depends on. */
  boot(): void {
    for (const service of [...this.#services.values()]) {
      if (service.doomed) this.#services.delete(service.name.toLowerCase());
      else if (service.running || service.pending) this.#keep({ ...service, running: false, pending: false });
    }
    for (const [id, service] of [...this.#services]) {
      const before = this.#first.get(id) ?? service;
      const comesBack = service.start === 'manual' && before.running && (service.triggered || service.driver);
      if (comesBack || atBoot.has(service.start)) this.start(service.name);
    }
  }

  /** StartService: starts what it depends on first. Returns why not. */
  start(name: string, asked: readonly string[] = []): string | undefined {
    const service = this.#get(name);
    if (!service) return errors.notThere;
    if (service.pending) return errors.busy;
    if (service.running) return undefined;
    if (service.doomed) return errors.doomed;
    if (service.start === 'disabled') return errors.disabled;
    if (asked.includes(name)) return errors.circular;
    for (const needed of service.dependsOn) {
      if (!this.#get(needed)) return errors.dependencyGone;
      if (this.start(needed, [...asked, name])) return errors.dependencyFailed;
    }
    const { refusesToStart, startSeconds = 0.4 } = this.#behaviourOf(name);
    this.#clock.pass(startSeconds);
    if (refusesToStart) return errors.noResponse;
    this.#update(name, { running: true, pending: false });
    return undefined;
  }

  #stop(name: string, waitSeconds: number): string | undefined {
    const service = this.#get(name);
    if (!service) return errors.notThere;
    if (!service.running) return undefined;
    if (this.#dependentsRun(name)) return errors.dependentsRunning;
    const { refusesToStop, stopSeconds = 0.2 } = this.#behaviourOf(name);
    if (refusesToStop) return errors.notAccepted;
    if (!service.pending) {
      this.#update(name, { pending: true });
      this.#clock.after(stopSeconds, () => this.#stopped(name));
    }
    this.#clock.pass(Math.min(stopSeconds, waitSeconds));
    return this.#get(name)?.running ? `stop pending after ${waitSeconds} seconds` : undefined;
  }

  #stopped(name: string): void {
    const service = this.#get(name);
    if (!service?.pending) return;
    if (service.doomed) return this.remove({ kind: 'service', name });
    this.#update(name, { running: false, pending: false });
    const { restartsAfterSeconds, resistsAfterSeconds } = this.#behaviourOf(name);
    if (restartsAfterSeconds !== undefined) this.#clock.after(restartsAfterSeconds, () => void this.start(name));
    if (resistsAfterSeconds !== undefined) {
      const first = this.#first.get(name.toLowerCase()) ?? service;
      this.#clock.after(resistsAfterSeconds, () => this.#update(name, { start: first.start, running: true }));
    }
  }

  #configure(name: string, mode: ResourceState): string | undefined {
    const service = this.#get(name);
    if (!service) return errors.notThere;
    if (service.doomed) return errors.doomed;
    this.#keep({ ...service, ...known(mode) });
    return undefined;
  }

  #dependentsRun(name: string): boolean {
    for (const other of this.#services.values()) if (other.running && needs(other, name)) return true;
    return false;
  }

  #get(name: string): SimulatedService | undefined {
    return this.#services.get(name.toLowerCase());
  }

  #update(name: string, change: Partial<SimulatedService>): void {
    const service = this.#get(name);
    if (service) this.#keep({ ...service, ...change });
  }

  /** The record of the beginning is kept as the same object, so that what is again as it was counts as unchanged. */
  #keep(service: SimulatedService): void {
    const id = service.name.toLowerCase();
    const first = this.#first.get(id);
    this.#services.set(id, first && same(first, service) ? first : service);
  }

  #behaviourOf(name: string): Behaviour {
    return this.#behaviours[name.toLowerCase()] ?? {};
  }
}

const atBoot: ReadonlySet<SimulatedService['start']> = new Set(['boot', 'system', 'auto']);

function needs({ dependsOn }: SimulatedService, name: string): boolean {
  return dependsOn.some(needed => needed.toLowerCase() === name.toLowerCase());
}

function resourceOf({ name }: SimulatedService): ServiceResource {
  return { kind: 'service', name };
}

const entries = new WeakMap<SimulatedService, readonly [name: string, state: ResourceState]>();

/** Made once for each record: a server with hundreds of them is compared before and after everything that happens. */
function entryOf(service: SimulatedService): readonly [name: string, state: ResourceState] {
  const known = entries.get(service);
  if (known) return known;
  const entry = [resourceName({ kind: 'service', name: service.name }), stateOf(service)] as const;
  entries.set(service, entry);
  return entry;
}

function stateOf({ start, delayed, running }: SimulatedService): ResourceState {
  return { start, delayed, running };
}

function known(state: ResourceState): Partial<SimulatedService> {
  return {
    ...(state.start === undefined ? {} : { start: state.start as SimulatedService['start'] }),
    ...(state.delayed === undefined ? {} : { delayed: state.delayed === true }),
    ...(state.running === undefined ? {} : { running: state.running === true }),
  };
}

function same(a: SimulatedService, b: SimulatedService): boolean {
  return (
    a.start === b.start &&
    a.delayed === b.delayed &&
    a.running === b.running &&
    a.pending === b.pending &&
    a.doomed === b.doomed
  );
}
