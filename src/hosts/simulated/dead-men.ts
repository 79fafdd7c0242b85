import type { DisarmResult, Set } from '../../model/instruction.js';
import { CannotTell } from './kind.js';
import type { Timeline } from './timeline.js';

/** Timers left running on the host that set something back when nobody confirms. They end with the power. */
export class DeadMen {
  readonly #armed = new Map<string, () => void>();
  readonly #fired = new Set<string>();
  readonly #clock: Timeline;

  constructor(clock: Timeline) {
    this.#clock = clock;
  }

  /**
   * Armed again, it starts from the beginning.
   *
   * @throws CannotTell when there is no state to go back to
   */
  arm({ id, seconds }: NonNullable<Set['deadMan']>, from: Set['from'], setBack: (to: Set['to']) => void): void {
    const to = from[0];
    if (!to) throw new CannotTell('error', 'a dead-man timer needs a state to go back to');
    this.#armed.get(id)?.();
    this.#fired.delete(id);
    const callOff = this.#clock.after(seconds, () => {
      this.#armed.delete(id);
      this.#fired.add(id);
      setBack(to);
    });
    this.#armed.set(id, callOff);
  }

  disarm(id: string): DisarmResult['did'] {
    const callOff = this.#armed.get(id);
    // told once, as by the executors
    if (!callOff) return this.#fired.delete(id) ? 'fired' : 'none';
    callOff();
    this.#armed.delete(id);
    return 'disarmed';
  }

  /** The power went: what was armed will never fire, and that one fired is not remembered either. */
  powerLost(): void {
    this.#armed.clear();
    this.#fired.clear();
  }
}
