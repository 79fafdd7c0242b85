/** Limits each step of a login by itself; stands still while somebody is asked for a secret. */
export class StageClock {
  readonly #milliseconds: number;
  readonly #expired: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(seconds: number, expired: () => void) {
    this.#milliseconds = seconds * 1000;
    this.#expired = expired;
    this.restart();
  }

  restart(): void {
    this.stop();
    this.#timer = setTimeout(this.#expired, this.#milliseconds);
  }

  /** Stops it while `busy`, and begins the step anew afterwards. */
  hold(busy: boolean): void {
    if (busy) this.stop();
    else this.restart();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
