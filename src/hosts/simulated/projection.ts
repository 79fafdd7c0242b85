import type { Answers } from '../../model/answer.js';

/**
 * Where the services or units of a server stand in its raw answers. Questions and their formats belong to facts, which hosts may not know:
 * whoever makes a simulated host hands them in (`src/engine/simulation/`).
 */
export interface Projection<T> {
  /** Ids of the questions whose answers hold them. */
  readonly questions: readonly string[];
  read(answers: Answers): readonly T[];
  /** The answers with some of them changed or gone; by lower-case name. What is not changed keeps its answer as the same object. */
  write(answers: Answers, changed: ReadonlyMap<string, T | 'gone'>): Answers;
  /** The answers with those added that only the other answers have: what an upgrade brought. */
  merge(answers: Answers, other: Answers): Answers;
}

/** A service or driver of Windows. */
export interface SimulatedService {
  readonly name: string;
  readonly driver: boolean;
  readonly start: 'boot' | 'system' | 'auto' | 'manual' | 'disabled' | 'unknown';
  readonly delayed: boolean;
  readonly running: boolean;
  /** Told to stop, not stopped yet: counts as running. */
  readonly pending: boolean;
  /** DeleteService was called while it ran: it vanishes when it stops or the host restarts. */
  readonly doomed: boolean;
  /** Names; groups left out. */
  readonly dependsOn: readonly string[];
  /** Has start triggers: comes back after a restart although its start mode is manual. */
  readonly triggered: boolean;
}

/** A unit of systemd: service, socket or timer. */
export interface SimulatedUnit {
  readonly name: string;
  readonly masked: boolean;
  readonly enabled: boolean;
  readonly active: boolean;
  readonly pending: boolean;
  /** Its file lies in /etc/systemd/system: it is masked by a drop-in, which systemd does not call masked. */
  readonly ownFile: boolean;
  /** It has an [Install] section. */
  readonly installable: boolean;
  /** Neither enabled nor disabled by links, and started by something else at boot: static, generated, indirect… */
  readonly pulledIn: boolean;
  readonly requires: readonly string[];
  /** Sockets and timers that start it. */
  readonly triggeredBy: readonly string[];
}
