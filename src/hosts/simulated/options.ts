import type { Answers } from '../../model/answer.js';
import type { RunResult } from '../../model/instruction.js';
import type { Recording } from '../../model/recording.js';
import type { Resource, ResourceState } from '../../model/resource.js';
import type { Behaviour } from './kind.js';
import type { Projection, SimulatedService, SimulatedUnit } from './projection.js';

export interface SimulatedOptions {
  readonly name?: string;
  /** Where services and units stand in the answers; without them this server has none. */
  readonly services?: Projection<SimulatedService>;
  readonly units?: Projection<SimulatedUnit>;
  readonly sessions?: SessionsInAnswers;
  /** States the recording does not tell: files, commands, values of the registry that nobody asked for. What it tells goes first. */
  readonly assume?: readonly { readonly resource: Resource; readonly state: ResourceState }[];
  /** By the name of the service (in any case) or unit. */
  readonly behaviours?: Readonly<Record<string, Behaviour>>;
  readonly incidents?: readonly Incident[];
  /** What command lines do; the first that fits counts. A line that fits none prints nothing and exits with 0. */
  readonly lines?: readonly Line[];
}

/** Where people's sessions stand in the raw answers. */
export interface SessionsInAnswers {
  ids(answers: Answers): ReadonlySet<string>;
  without(answers: Answers, ended: ReadonlySet<string>): Answers;
}

/** A command line that this server knows. */
export interface Line {
  readonly like: RegExp;
  readonly says?: Pick<RunResult, 'exit' | 'text'>;
  readonly does?: (found: RegExpExecArray) => Happening | undefined;
}

/**
 * Something that happens at the n-th instruction (from 1, over all trips): before it, after it, or inside a `set` that takes several
 * steps, after the first of them (a `set` of one step counts as after).
 */
export interface Incident {
  readonly when: 'before' | 'during' | 'after';
  readonly n: number;
  readonly what: Happening;
}

export type Happening =
  /** The power fails and comes back: what is left of the trip is lost, timers are gone, what starts at boot starts. */
  | { readonly kind: 'reboot' }
  | { readonly kind: 'upgrade'; readonly upgrade: Upgrade }
  /** Somebody else sets these fields. */
  | { readonly kind: 'changed'; readonly resource: Resource; readonly state: ResourceState }
  | { readonly kind: 'vanished'; readonly resource: Resource }
  | { readonly kind: 'marked-for-deletion'; readonly service: string }
  | { readonly kind: 'behaves'; readonly name: string; readonly behaviour: Behaviour }
  /** Bytes left for files and the copy of the log. */
  | { readonly kind: 'disk'; readonly freeBytes: number }
  /** A timer elapses, or somebody connects to a socket. */
  | { readonly kind: 'triggered'; readonly unit: string }
  /** Somebody leaves, or is logged off. */
  | { readonly kind: 'logged-off'; readonly session: string };

/** What an in-place upgrade does. What is disabled or masked stays so unless it is among `changed`. */
export interface Upgrade {
  /** Answers that are others now (product and build above all); those of services and units are left as they are. */
  readonly answers?: Answers;
  /** A server of the new product: all its answers are taken over, and its services and units come to those that are there. */
  readonly recording?: Recording;
  readonly gone?: readonly Resource[];
  readonly changed?: readonly { readonly resource: Resource; readonly state: ResourceState }[];
}
