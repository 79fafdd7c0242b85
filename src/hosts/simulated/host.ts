import { say } from '../../i18n/text.js';
import type { Instruction, InstructionResult } from '../../model/instruction.js';
import type { Batch } from '../../model/question.js';
import { type ExecutorName, type Platform, type Recording, recordingSchema } from '../../model/recording.js';
import type { Resource, ResourceState } from '../../model/resource.js';
import { HostError } from '../host-error.js';
import type { ActingHost, CarriedOut, CarryOutOptions, GatherOptions } from '../host.js';
import { carryOutOne } from './carry-out.js';
import type { Happening, Incident, SimulatedOptions } from './options.js';
import { SimulatedServer } from './server.js';

/** A server made from a recording, that can be asked and told to do things like a real one, and looked into besides. */
export interface SimulatedHost extends ActingHost {
  /** Instructions carried out so far, and trips made. */
  readonly carriedOut: number;
  readonly trips: number;
  /** Command lines that were run, in order. */
  readonly ran: readonly string[];
  /** By the host's own clock. */
  now(): Date;
  /** Lets time pass on the host: its timers fire. */
  pass(seconds: number): void;
  happen(what: Happening): void;
  /** Of everything whose state is known, by `resourceName`. */
  states(): ReadonlyMap<string, ResourceState>;
  /** Everything that happened so far, in order, incidents too. */
  readonly happened: readonly Happening[];
  /** What happenings changed (not what was told to be set), by `resourceName`. */
  readonly changedByOthers: ReadonlySet<string>;
  /** @throws CannotTell when the recording says nothing of it */
  stateOf(resource: Resource): ResourceState | 'absent';
  /** The copy of a case's log on the host. */
  copyOf(caseId: string): string | undefined;
  /** Somebody edits the copy, or removes it. */
  editCopy(caseId: string, text: string | undefined): void;
}

/**
 * Makes a server of a recording. It answers every question of the recording as it is then, and takes every instruction with exactly the
 * meaning of `src/model/instruction.ts`. The same calls give the same results; nothing waits. Two made from one recording know nothing
 * of each other.
 */
export function simulatedHost(recording: Recording, options: SimulatedOptions = {}): SimulatedHost {
  const server = new SimulatedServer(recording, options);
  const incidents = options.incidents ?? [];
  const ran: string[] = [];
  let carriedOut = 0;
  let trips = 0;

  /** Whether the power went. */
  const befalls = (when: Incident['when'], n: number): boolean => {
    const now = incidents.filter(incident => incident.n === n && incident.when === when);
    return now.map(({ what }) => server.happen(what)).includes(true);
  };

  /** Undefined when the power went: there is nobody to tell the result. */
  const one = (instruction: Instruction): InstructionResult | undefined => {
    const n = ++carriedOut;
    if (befalls('before', n)) return undefined;
    const began = server.clock.now;
    if (instruction.kind === 'run') ran.push(instruction.line);
    let interrupted = false;
    const result = carryOutOne(server, instruction, options.lines ?? [], () => {
      const first = !interrupted;
      interrupted = true;
      return first && befalls('during', n);
    });
    if (result) server.clock.pass(seconds[instruction.kind]);
    if ((!interrupted && befalls('during', n)) || befalls('after', n) || !result) return undefined;
    return { ...result, ms: Math.round(server.clock.now - began) };
  };

  return {
    name: options.name ?? `simulated:${recording.host}`,
    get carriedOut() {
      return carriedOut;
    },
    get trips() {
      return trips;
    },
    ran,
    now: () => new Date(server.clock.now),
    pass: time => server.clock.pass(time),
    happen: what => void server.happen(what),
    states: () => server.states(),
    happened: server.happened,
    changedByOthers: server.others,
    stateOf: resource => server.kindOf(resource).look(resource),
    copyOf: caseId => server.copies.textOf(caseId),
    editCopy: (caseId, text) => server.copies.put(caseId, text),

    async gather(
      batches: Readonly<Record<Platform, Batch>>,
      { signal, now, onProgress }: GatherOptions,
    ): Promise<Recording> {
      if (signal?.aborted) throw stopped();
      trips += 1;
      server.clock.pass(seconds.gather);
      const answers = server.answers();
      const { questions } = batches[recording.platform];
      onProgress?.({ answered: questions.length, asked: questions.length });
      return {
        ...recording,
        schema: recordingSchema,
        gatheredAt: now().toISOString(),
        hostClock: new Date(server.clock.now).toISOString(),
        answers: Object.fromEntries(questions.map(question => [question.id, server.answer(question, answers)])),
      };
    },

    async carryOut(
      executor: ExecutorName,
      instructions: readonly Instruction[],
      { signal, onResult }: CarryOutOptions,
    ): Promise<CarriedOut> {
      if (signal?.aborted) throw stopped();
      if ((executor === 'sh') !== (recording.platform === 'linux')) throw wrongExecutor(executor);
      trips += 1;
      server.clock.pass(seconds.trip);
      const results: InstructionResult[] = [];
      for (const instruction of instructions) {
        if (signal?.aborted) return { results, broke: stopped() };
        const result = one(instruction);
        if (!result) return { results, broke: powerLost() };
        results.push(result);
        onResult?.(result);
      }
      return { results };
    },

    close: () => Promise.resolve(),
  };
}

/** What things take on a server that is not busy. */
const seconds = { trip: 1, gather: 5, look: 0.02, set: 0.05, run: 1, 'keep-copy': 0.02, disarm: 0.02 } as const;

const powerLost = () =>
  new HostError(
    'cut-off',
    say({
      en: 'The simulated server restarted while instructions were carried out. What was done must be looked at.',
      es: 'El servidor simulado se reinició mientras se ejecutaban las instrucciones. Hay que comprobar qué llegó a hacerse.',
    }),
  );

const stopped = () => new HostError('stopped', say({ en: 'Stopped.', es: 'Detenido.' }));

const wrongExecutor = (executor: ExecutorName) =>
  new HostError(
    'no-executor',
    say({
      en: `The simulated server cannot run ${executor}: it is another system.`,
      es: `El servidor simulado no puede ejecutar ${executor}: es otro sistema.`,
    }),
  );
