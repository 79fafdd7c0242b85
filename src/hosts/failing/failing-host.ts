import { say } from '../../i18n/text.js';
import type { Instruction, InstructionResult } from '../../model/instruction.js';
import type { KillSwitch } from '../../model/kill-switch.js';
import type { Batch } from '../../model/question.js';
import type { ExecutorName, Platform, Recording } from '../../model/recording.js';
import { HostError } from '../host-error.js';
import type { ActingHost, CarriedOut, CarryOutOptions, GatherOptions } from '../host.js';

/**
 * What breaks at the n-th trip to the host (`gather` or `carryOut`), or at the n-th instruction of all trips, from 1: the link, or the
 * controller itself; before it took effect, or after and before anybody heard of it.
 */
export interface Breakage {
  readonly at: 'trip' | 'instruction';
  readonly n: number;
  readonly breaks: 'link' | 'controller';
  readonly when: 'before' | 'after';
}

export interface FailingHost extends ActingHost {
  /** Begun so far, also those that broke. */
  readonly trips: number;
  readonly instructions: number;
}

/**
 * Any host, with breakages to order. What the host itself does stays as it is: an instruction at hand when the link breaks is finished, none
 * after it is begun.
 *
 * @param controller killed by a breakage of the controller; then every call throws Killed
 */
export function failingHost(inner: ActingHost, breakages: readonly Breakage[], controller: KillSwitch): FailingHost {
  let trips = 0;
  let instructions = 0;
  /** Each breaks once: an instruction that was not begun is the n-th again on the next trip. */
  const spent = new Set<Breakage>();

  const breakageAt = (at: Breakage['at'], n: number, when: Breakage['when']): Breakage | undefined =>
    breakages.find(one => one.at === at && one.n === n && one.when === when && !spent.has(one));

  /** @throws Killed, HostError */
  const breakTrip = (breakage: Breakage | undefined, error: () => HostError): void => {
    if (breakage?.breaks === 'controller') controller.kill();
    if (breakage) throw error();
  };

  return {
    name: inner.name,
    get trips() {
      return trips;
    },
    get instructions() {
      return instructions;
    },

    async gather(batches: Readonly<Record<Platform, Batch>>, options: GatherOptions): Promise<Recording> {
      controller.demandAlive();
      const trip = ++trips;
      breakTrip(breakageAt('trip', trip, 'before'), unreachable);
      const recording = await inner.gather(batches, options);
      breakTrip(breakageAt('trip', trip, 'after'), lost);
      return recording;
    },

    async carryOut(
      executor: ExecutorName,
      list: readonly Instruction[],
      options: CarryOutOptions,
    ): Promise<CarriedOut> {
      controller.demandAlive();
      const trip = ++trips;
      breakTrip(breakageAt('trip', trip, 'before'), unreachable);
      const first = instructions + 1;
      const cut = cutOf(list.length, first, breakageAt);
      instructions += cut?.begun ?? list.length;
      if (cut) spent.add(cut.breakage);
      const after = breakageAt('trip', trip, 'after');
      if (!cut && !after) return inner.carryOut(executor, list, options);
      // nothing of a trip that is lost as a whole is heard; of one that is cut, what came before
      const heard = cut ? cut.heard : 0;
      const told: InstructionResult[] = [];
      const { results } = await inner.carryOut(executor, list.slice(0, cut?.begun ?? list.length), {
        ...(options.signal ? { signal: options.signal } : {}),
        onResult: result => {
          told.push(result);
          if (told.length <= heard) options.onResult?.(result);
        },
      });
      if ((cut?.breakage ?? after)?.breaks === 'controller') controller.kill();
      return { results: results.slice(0, heard), broke: lost() };
    },

    close: () => inner.close(),
  };
}

interface Cut {
  readonly breakage: Breakage;
  readonly begun: number;
  readonly heard: number;
}

/** Where a list of instructions is cut, counted from the first of all that were ever begun. */
function cutOf(
  length: number,
  first: number,
  breakageAt: (at: 'instruction', n: number, when: Breakage['when']) => Breakage | undefined,
): Cut | undefined {
  for (let index = 0; index < length; index += 1) {
    const before = breakageAt('instruction', first + index, 'before');
    if (before) return { breakage: before, begun: index, heard: index };
    const after = breakageAt('instruction', first + index, 'after');
    if (after) return { breakage: after, begun: index + 1, heard: index };
  }
  return undefined;
}

const unreachable = () =>
  new HostError(
    'unreachable',
    say({
      en: 'The server does not answer (a failure that was ordered for this test). Nothing was done.',
      es: 'El servidor no responde (un fallo provocado para esta prueba). No se ha hecho nada.',
    }),
  );

const lost = () =>
  new HostError(
    'cut-off',
    say({
      en: 'The link broke (a failure that was ordered for this test). What was done must be looked at.',
      es: 'Se cortó la conexión (un fallo provocado para esta prueba). Hay que comprobar qué llegó a hacerse.',
    }),
  );
