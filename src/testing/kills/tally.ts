import { readFileSync } from 'node:fs';
import { sameState } from '../../model/resource.js';
import type { Aim } from './aims.js';
import { type KillPlace, eventsFrom } from './places.js';
import type { Ran } from './run.js';
import type { States } from './site.js';

/** What came of rounds in which something was killed. */
export class Tally {
  rounds = 0;
  milliseconds = 0;
  /** Aims taken, whether they struck or the run was over before. */
  aimed = 0;
  /** By what was killed and where it fell. */
  readonly struck = new Map<Aim['what'], Map<KillPlace, number>>();
  /** Values that were not as at first after all was put back, with what had happened. */
  readonly differences: string[] = [];
  /** Cases that did not verify. */
  readonly damaged: string[] = [];
  /** Entries of facts that a comparison of everything did not expect. */
  readonly unexpected: string[] = [];
  /** How often putting back said that all is back, by the number of tries. */
  readonly tries = new Map<number, number>();
  readonly exits = new Map<string, number>();
  readonly faults: string[] = [];
  readonly logs: { readonly events: number; readonly bytes: number }[] = [];
  tornLines = 0;
  locksTakenOver = 0;

  get kills(): number {
    return [...this.struck.values()].flatMap(places => [...places.values()]).reduce((sum, one) => sum + one, 0);
  }

  ran(command: string, aimed: Aim | undefined, { exit, killed, err }: Ran): void {
    if (aimed) this.aimed += 1;
    if (aimed && killed) {
      const places = this.struck.get(aimed.what) ?? new Map<KillPlace, number>();
      places.set(killed, (places.get(killed) ?? 0) + 1);
      this.struck.set(aimed.what, places);
    }
    this.#ended(command, exit, err);
  }

  putBack(turn: number, exit: number | null, err: string): void {
    this.#ended('put-back', exit, err);
    if (exit === 0) this.tries.set(turn, (this.tries.get(turn) ?? 0) + 1);
  }

  compared(what: string, first: States, now: States): void {
    for (const [name, was] of first) {
      const is = now.get(name) ?? 'unknown';
      const same = typeof was === 'string' || typeof is === 'string' ? was === is : sameState(was, is);
      if (!same) this.differences.push(`${name} was ${JSON.stringify(was)} and is ${JSON.stringify(is)} after ${what}`);
    }
  }

  verified(exit: number | null, what: string): void {
    if (exit !== 0) this.damaged.push(what);
  }

  closed(log: string, unexpected: readonly string[]): void {
    this.unexpected.push(...unexpected);
    const bytes = readFileSync(log);
    const events = eventsFrom(bytes, 0);
    this.logs.push({ events: events.length, bytes: bytes.length });
    this.tornLines += events.filter(({ type }) => type === 'torn-line-set-aside').length;
    this.locksTakenOver += events.filter(({ type }) => type === 'lock-taken-over').length;
  }

  /** One line, for those who wait. */
  summary(): string {
    const seconds = Math.round(this.milliseconds / 1000);
    return `${this.rounds} rounds, ${this.kills} kills of ${this.aimed} aimed, ${this.differences.length} differences, ${seconds} s`;
  }

  /** Exit codes no run may end with, whatever was killed: a fault of ours, or wrong use. */
  #ended(command: string, exit: number | null, err: string): void {
    const name = `${command} ${exit ?? 'killed'}`;
    this.exits.set(name, (this.exits.get(name) ?? 0) + 1);
    if (exit === 2 || exit === 5) this.faults.push(`${name}: ${err.slice(-1000)}`);
  }
}
