interface Due {
  readonly at: number;
  readonly run: () => void;
}

/** The clock of a simulated host, in milliseconds since 1970, and what is to happen on it. It moves only when it is told to. */
export class Timeline {
  #now: number;
  #due: Due[] = [];

  constructor(now: number) {
    this.#now = now;
  }

  get now(): number {
    return this.#now;
  }

  /** Has `run` happen after so many seconds; returns how to call it off. */
  after(seconds: number, run: () => void): () => void {
    const due: Due = { at: this.#now + seconds * 1000, run };
    this.#due.push(due);
    return () => {
      this.#due = this.#due.filter(other => other !== due);
    };
  }

  /** Lets time pass: what falls due happens in order, at its time, and may itself take time. */
  pass(seconds: number): void {
    const until = this.#now + seconds * 1000;
    for (let next = this.#next(until); next; next = this.#next(until)) {
      const { at, run } = next;
      this.#due = this.#due.filter(other => other !== next);
      this.#now = Math.max(this.#now, at);
      run();
    }
    this.#now = Math.max(this.#now, until);
  }

  /** Calls everything off, as when the power goes. */
  clear(): void {
    this.#due = [];
  }

  #next(until: number): Due | undefined {
    let first: Due | undefined;
    for (const due of this.#due) if (due.at <= until && (!first || due.at < first.at)) first = due;
    return first;
  }
}
