import type { NoAnswer } from './answer.js';
import type { TextEncodingName } from './question.js';
import type { Resource, ResourceState } from './resource.js';

/**
 * What a host is told to do, in one trip, in this order. Data, like questions: executors (`sh`, Windows Script Host, PowerShell) carry it
 * out without knowing what it is for, and print one result an instruction (`wire.ts`).
 */
export type Instruction = Look | Set | RunLine | KeepCopy | Disarm;

interface Told {
  /** Unique in its list. */
  readonly id: string;
  /** Given up after this long (default 60; stopping and starting a service has its own wait inside that). */
  readonly timeoutSeconds?: number;
}

/** Reads the state of a resource. */
export interface Look extends Told {
  readonly kind: 'look';
  readonly resource: Resource;
}

/**
 * Looks, and sets the fields that differ from `to`, but only when what is found is one of `from`, or a mixture of `from` and `to` field by
 * field (a run that broke off half way). Otherwise it is left alone. Then looks again.
 */
export interface Set extends Told {
  readonly kind: 'set';
  readonly resource: Resource;
  readonly from: readonly ResourceState[];
  readonly to: ResourceState;
  /** Whatever is found: somebody decided. */
  readonly force?: boolean;
  /**
   * Before anything is set, something is left running on the host that sets the first of `from` again after `seconds`, unless a
   * `disarm` of the same `id` comes before.
   */
  readonly deadMan?: { readonly seconds: number; readonly id: string };
}

/** Runs a command line that cannot be undone. */
export interface RunLine extends Told {
  readonly kind: 'run';
  readonly line: string;
  readonly encoding?: TextEncodingName;
  readonly maxBytes?: number;
}

/**
 * Adds lines to the copy of the case log on the host (and makes it, private to administrators, when it is not there). Fails when the copy
 * is not `offset` bytes long, and says how long it is.
 */
export interface KeepCopy extends Told {
  readonly kind: 'keep-copy';
  /** The case's id: letters, digits and dashes; it names the folder. */
  readonly caseId: string;
  readonly offset: number;
  /** ASCII. */
  readonly text: string;
}

/** Ends the dead-man timer of that id. */
export interface Disarm extends Told {
  readonly kind: 'disarm';
  readonly deadManId: string;
}

/** What became of one instruction. */
export type InstructionResult = LookResult | SetResult | RunResult | CopyResult | DisarmResult | NotDone;

interface Done {
  readonly id: string;
  readonly ms: number;
}

/** `absent`: there is no such thing on the host. */
export interface LookResult extends Done {
  readonly did: 'looked';
  readonly found: ResourceState | 'absent';
}

/**
 * `nothing`: it was `to` already. `set`: it is `to` now. `differs`: found in a state we did not expect and left alone. `absent`: there is
 * no such thing. `failed`: tried, and `left` is not `to`; `why` in the host's words.
 */
export interface SetResult extends Done {
  readonly did: 'nothing' | 'set' | 'differs' | 'absent' | 'failed';
  readonly found: ResourceState | 'absent';
  readonly left: ResourceState | 'absent';
  readonly why?: string;
}

export interface RunResult extends Done {
  readonly did: 'ran';
  readonly exit: number;
  readonly text: string;
  readonly err?: string;
  readonly cut?: boolean;
}

/** `length`: of the copy as it is now, in bytes. `refused`: the copy did not end where it was thought to. */
export interface CopyResult extends Done {
  readonly did: 'kept' | 'refused';
  readonly path: string;
  readonly length: number;
}

/** `fired`: too late, the timer had set it back already. `none`: there was no such timer. */
export interface DisarmResult extends Done {
  readonly did: 'disarmed' | 'fired' | 'none';
}

/** The executor could not do it at all: no rights, not a thing of this system, out of time. Nothing was set. */
export interface NotDone extends Done {
  readonly did: 'not-done';
  readonly state: NoAnswer['state'];
  readonly why: string;
}
