import type { Answer, Answers } from '../../model/answer.js';
import type { Question } from '../../model/question.js';
import type { Recording } from '../../model/recording.js';
import { type Resource, type ResourceState, sameState } from '../../model/resource.js';
import { SimulatedCommands } from './commands.js';
import { KeptCopies } from './copies.js';
import { DeadMen } from './dead-men.js';
import { SimulatedFiles } from './files.js';
import { type Behaviour, CannotTell, type SimulatedKind } from './kind.js';
import type { Happening, SimulatedOptions, Upgrade } from './options.js';
import type { Projection } from './projection.js';
import { RegistryValues } from './registry-values.js';
import { ServiceManager } from './services.js';
import { Timeline } from './timeline.js';
import { UnitManager } from './units.js';

/** A server in memory: what its recording says of it, and everything that was done to it since. Nothing in it depends on real time. */
export class SimulatedServer {
  readonly clock: Timeline;
  readonly copies: KeptCopies;
  readonly deadMen: DeadMen;
  /** What happenings changed, and not we; by `resourceName`. */
  readonly others = new Set<string>();
  readonly happened: Happening[] = [];
  readonly #ended = new Set<string>();
  readonly #recording: Recording;
  readonly #options: SimulatedOptions;
  readonly #services: ServiceManager;
  readonly #units: UnitManager;
  readonly #registry: RegistryValues;
  readonly #files: SimulatedFiles;
  readonly #commands = new SimulatedCommands();
  readonly #behaviours: Record<string, Behaviour> = {};
  #base: Answers;

  constructor(recording: Recording, options: SimulatedOptions) {
    const start = Date.parse(recording.hostClock);
    this.#recording = recording;
    this.#options = options;
    this.#base = recording.answers;
    this.clock = new Timeline(Number.isNaN(start) ? 0 : start);
    this.copies = new KeptCopies(recording.platform);
    this.deadMen = new DeadMen(this.clock);
    for (const [name, behaviour] of Object.entries(options.behaviours ?? {})) this.#behave(name, behaviour);
    this.#services = new ServiceManager(readWith(options.services, this.#base), this.#behaviours, this.clock);
    this.#units = new UnitManager(readWith(options.units, this.#base), this.#behaviours, this.clock);
    this.#registry = new RegistryValues(this.#base, key => this.#goneWithService(key));
    this.#files = new SimulatedFiles(this.copies);
    for (const { resource, state } of options.assume ?? []) this.#assume(resource, state);
  }

  get elevated(): boolean {
    return this.#recording.elevated;
  }

  /** @throws CannotTell when this system has no such kind of thing */
  kindOf<R extends Resource>(resource: R): SimulatedKind<R> {
    const windows = this.#recording.platform === 'windows';
    if (resource.kind === (windows ? 'unit' : 'service') || (resource.kind === 'registry-value' && !windows)) {
      throw new CannotTell('unsupported', `${this.#recording.platform} has no ${resource.kind}`);
    }
    const kinds = {
      service: this.#services,
      unit: this.#units,
      'registry-value': this.#registry,
      file: this.#files,
      command: this.#commands,
    };
    return kinds[resource.kind] as unknown as SimulatedKind<R>;
  }

  /** Of everything whose state is known, by `resourceName`. */
  states(): ReadonlyMap<string, ResourceState> {
    const states = new Map<string, ResourceState>();
    for (const kind of [this.#services, this.#units, this.#registry, this.#files, this.#commands]) {
      for (const [name, state] of kind.states()) states.set(name, state);
    }
    return states;
  }

  /** The present answer to a question. */
  answer(question: Question, answers: Answers): Answer {
    const answer = answers[question.id] ?? notRecorded;
    if (question.kind === 'registry') return this.#registry.show(question, answer);
    return question.kind === 'file' ? this.#files.show(question, answer) : answer;
  }

  /** The answers with services and units as they are now. */
  answers(): Answers {
    const { services, units } = this.#options;
    const served = services ? services.write(this.#base, this.#services.changed()) : this.#base;
    const answers = units ? units.write(served, this.#units.changed()) : served;
    return this.#options.sessions?.without(answers, this.#ended) ?? answers;
  }

  /** @returns whether the power was off, so that nothing that was going on goes on */
  happen(what: Happening): boolean {
    this.happened.push(what);
    if (statesStay.has(what.kind)) return this.#happen(what);
    const before = this.states();
    const powerWent = this.#happen(what);
    const after = this.states();
    for (const name of new Set([...before.keys(), ...after.keys()])) {
      const [was, is] = [before.get(name), after.get(name)];
      if (was !== is && (!was || !is || !sameState(was, is))) this.others.add(name);
    }
    return powerWent;
  }

  #happen(what: Happening): boolean {
    switch (what.kind) {
      case 'reboot':
        this.#reboot();
        return true;
      case 'upgrade':
        this.#upgrade(what.upgrade);
        return true;
      case 'changed':
        this.kindOf(what.resource).put(what.resource, what.state);
        return false;
      case 'vanished':
        this.kindOf(what.resource).remove(what.resource);
        return false;
      case 'marked-for-deletion':
        this.#services.markForDeletion(what.service);
        return false;
      case 'behaves':
        this.#behave(what.name, what.behaviour);
        return false;
      case 'disk':
        this.copies.freeBytes = what.freeBytes;
        return false;
      case 'triggered':
        this.#units.trigger(what.unit);
        return false;
      case 'logged-off':
        this.#ended.add(what.session);
        return false;
    }
  }

  #reboot(): void {
    this.clock.clear();
    this.deadMen.powerLost();
    for (const id of this.#options.sessions?.ids(this.#base) ?? []) this.#ended.add(id);
    this.clock.pass(bootSeconds);
    this.#services.boot();
    this.#units.boot();
  }

  #upgrade({ answers, recording, gone = [], changed = [] }: Upgrade): void {
    const { services, units } = this.#options;
    // what is gone by now does not come back with the answers that are left
    if (services) this.#base = services.write(this.#base, goneOf(this.#services.changed()));
    if (units) this.#base = units.write(this.#base, goneOf(this.#units.changed()));
    const others = { ...recording?.answers, ...answers };
    const kept = [...(services?.questions ?? []), ...(units?.questions ?? [])];
    let base: Answers = { ...this.#base, ...others };
    for (const id of kept) if (id in this.#base) base = { ...base, [id]: this.#base[id] };
    if (recording && services) base = services.merge(base, recording.answers);
    if (recording && units) base = units.merge(base, recording.answers);
    this.#base = base;
    if (services) this.#services.rebase(services.read(base));
    if (units) this.#units.rebase(units.read(base));
    for (const resource of gone) this.kindOf(resource).remove(resource);
    for (const { resource, state } of changed) this.kindOf(resource).put(resource, state);
    this.#reboot();
  }

  #goneWithService(key: string): boolean {
    const name = /^HKLM\\SYSTEM\\CurrentControlSet\\Services\\([^\\]+)/i.exec(key)?.[1];
    return name !== undefined && this.#services.isGone(name);
  }

  #behave(name: string, behaviour: Behaviour): void {
    this.#behaviours[this.#recording.platform === 'windows' ? name.toLowerCase() : name] = behaviour;
  }

  #assume(resource: Resource, state: ResourceState): void {
    if (resource.kind === 'registry-value') this.#registry.assume(resource, state);
    if (resource.kind === 'file') this.#files.assume(resource, state);
    if (resource.kind === 'command') this.#commands.assume(resource, state);
  }
}

function goneOf<T>(changed: ReadonlyMap<string, T | 'gone'>): ReadonlyMap<string, T | 'gone'> {
  return new Map([...changed].filter(([, now]) => now === 'gone'));
}

/** What changes no resource. */
const statesStay: ReadonlySet<Happening['kind']> = new Set(['behaves', 'disk', 'logged-off']);

const bootSeconds = 120;

const notRecorded: Answer = {
  state: 'error',
  ms: 0,
  why: 'the recording this server is made from does not hold this answer',
};

const read = new WeakMap<Answers, Map<unknown, readonly unknown[]>>();

/** Read once for all servers made from the same recording: a rehearsal makes thousands. */
function readWith<T>(projection: Projection<T> | undefined, answers: Answers): readonly T[] {
  if (!projection) return [];
  const known = read.get(answers) ?? new Map<unknown, readonly unknown[]>();
  read.set(answers, known);
  const found = known.get(projection) ?? projection.read(answers);
  known.set(projection, found);
  return found as readonly T[];
}
