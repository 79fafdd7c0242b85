import type { ResourceState } from './resource.js';

export const rehearsalSchema = 'antesala.rehearsal/1';

/** A plan carried out on a simulated server, and put back again, also with the power cut at every point. Plain data. */
export interface Rehearsal {
  readonly schema: typeof rehearsalSchema;
  readonly plan: string;
  /** How the whole plan ended, and what every change left. */
  readonly outcome: 'done' | 'incomplete' | 'stopped';
  readonly changes: readonly {
    readonly item: string;
    readonly name: string;
    readonly was: ResourceState;
    readonly prepared: ResourceState | 'absent';
    readonly putBack: ResourceState | 'absent';
  }[];
  /** Changes the recording tells too little of to be rehearsed. */
  readonly notSimulated: readonly string[];
  /** Trips to the server the whole preparation took. */
  readonly trips: number;
  /** How many times power or link were cut: after every event of the log, and before, during and after every instruction. */
  readonly cuts: { readonly events: number; readonly instructions: number };
  /** What was not as before after putting back. Empty, or the plan is not to be trusted. */
  readonly differences: readonly Difference[];
}

export interface Difference {
  /** Where the power was cut; undefined: the whole plan, not cut. */
  readonly cut: string | undefined;
  readonly name: string;
  readonly was: ResourceState;
  readonly left: ResourceState | 'absent';
}
