/** Thrown in place of everything that a killed controller would have done next. Nobody may catch it but who ordered the kill. */
export class Killed extends Error {
  constructor() {
    super('The controller was killed.');
    this.name = 'Killed';
  }
}

/**
 * A kill -9 of the controller in a rehearsal or test: from then on its hosts, logs and everything else that shares the switch do nothing
 * any more, also when something catches the first exception.
 */
export class KillSwitch {
  #dead = false;

  get dead(): boolean {
    return this.#dead;
  }

  /** @throws Killed always */
  kill(): never {
    this.#dead = true;
    throw new Killed();
  }

  /** @throws Killed when it was killed before */
  demandAlive(): void {
    if (this.#dead) throw new Killed();
  }
}
