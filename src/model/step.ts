import type { Text } from '../i18n/text.js';
import type { Needs, ReadingsOf, Situation, ValuesOf } from './check.js';
import type { Reading } from './fact.js';
import type { RunLine } from './instruction.js';
import type { PlanChoices } from './plan-choices.js';
import type { Product, Source, UpgradePath } from './path.js';
import type { Platform } from './recording.js';
import type { Resource, ResourceState } from './resource.js';
import type { RowId } from './row.js';

/**
 * One thing a step does. Ids are stable (`step-id/resource`), so that a plan made again names the same things the same way.
 */
export type PlannedItem = PlannedChange | PlannedRun | PlannedMail | PlannedPerson | PlannedLogOff | PlannedHandOver;

interface Planned {
  readonly id: string;
  /** What it does, in a sentence: shown in the plan, while it runs and in the report. */
  readonly text: Text;
  /** How long it is thought to take, until this server's own log says better. */
  readonly seconds: number;
}

/** A resource set from one state to another. Its undo is the same the other way round, so there is no change without one. */
export interface PlannedChange extends Planned {
  readonly kind: 'change';
  readonly resource: Resource;
  /** As the facts say. What is found at the time is written down before anything is set, and that is what is put back. */
  readonly from: ResourceState;
  readonly to: ResourceState;
  /** Items that must be done before it (put back after it): dependents before what they depend on. */
  readonly after: readonly string[];
  /** A state of this kind counts as lost in the upgrade and is set again when putting back; without it: drifted. */
  readonly lost?: ResourceState;
  /** The host sets it back by itself when nobody confirms in time. */
  readonly deadManSeconds?: number;
  readonly timeoutSeconds?: number;
}

/** A command line without an undo. The plan shows it as such before it runs. */
export interface PlannedRun extends Planned {
  readonly kind: 'run';
  readonly line: RunLine['line'];
  readonly encoding?: RunLine['encoding'];
  readonly timeoutSeconds?: number;
  /** Why it cannot be undone, or why that does no harm. */
  readonly irreversible: Text;
  /** Nothing on the server is other than before (a notice on screen): no point of no return. */
  readonly harmless?: true;
  /** Exit codes that mean it worked (default 0 alone). */
  readonly goodExits?: readonly number[];
}

/** A message sent from the computer Antesala runs on. */
export interface PlannedMail extends Planned {
  readonly kind: 'mail';
  readonly to: readonly {
    readonly address: string;
    readonly name?: string;
    readonly language: 'en' | 'es';
    readonly timeZone?: string;
  }[];
}

/** Something only a person can do or know. Blocks until answered, by attestation of this id. */
export interface PlannedPerson extends Planned {
  readonly kind: 'person';
  /** Answerable with yes or no; yes means it is done. */
  readonly question: Text;
  /** Key of the finding that asks the same: whoever answers one has answered the other. */
  readonly sameAs?: string;
}

/**
 * People still at work are listed, warned on screen and waited for until `countdownMinutes` are over; the rest is logged off only when
 * `force` says so. Sessions are read again each minute, and Antesala's own is never among them.
 */
export interface PlannedLogOff extends Planned {
  readonly kind: 'log-off';
  readonly countdownMinutes: number;
  readonly force: boolean;
  readonly irreversible: Text;
}

/** "Ready, upgrade now": the preparation ends here, and goes on when the host is seen to be the other product. */
export interface PlannedHandOver extends Planned {
  readonly kind: 'hand-over';
}

/** What a step makes of a server: things to do in order, or nothing and why. */
export type StepPlan =
  | { readonly state: 'nothing'; readonly text: Text }
  | { readonly state: 'do'; readonly text: Text; readonly items: readonly PlannedItem[] }
  /** It cannot be planned: a fact is missing, or a choice must be made first. Blocks. */
  | { readonly state: 'blocked'; readonly text: Text };

/** When in the evening: what cuts people and the network off comes last. */
export const phases = ['preparation', 'people', 'disconnection', 'hand-over'] as const;
export type Phase = (typeof phases)[number];

/** What a step may know besides its facts. */
export interface StepSituation extends Situation {
  readonly choices: PlanChoices;
  /** How this host is reached, as the host sees it: its own way in must survive. */
  readonly wayIn: {
    readonly kind: 'local' | 'ssh' | 'kit' | 'recording';
    /** The host's end of our connection, and ours. */
    readonly localAddress?: string;
    readonly remoteAddress?: string;
  };
}

/** One preparation step: pure; what is done to the server is data that the engine carries out, logs and puts back. */
export interface Step {
  readonly id: string;
  readonly row: RowId;
  readonly phase: Phase;
  readonly title: Text;
  readonly why: Text;
  /** What it changes on the server, and how that is undone: for `explain` and the reference. */
  readonly changes: Text;
  readonly undone: Text;
  readonly platforms: readonly Platform[];
  readonly concerns?: (path: UpgradePath, from: Product, to: Product) => boolean;
  readonly needs: Needs;
  readonly uses: Needs;
  readonly sources: readonly Source[];
  readonly plan: (
    values: Readonly<Record<string, unknown>>,
    readings: Readonly<Record<string, Reading<unknown>>>,
    situation: StepSituation,
  ) => StepPlan;
}

/** Declares a step. One file a step, named as its id. Pure: no clock, no host, no state between runs. */
export function defineStep<N extends Needs, U extends Needs = Readonly<Record<string, never>>>(
  definition: Omit<Step, 'needs' | 'uses' | 'plan'> & {
    readonly needs: N;
    readonly uses?: U;
    plan(this: void, values: ValuesOf<N>, situation: StepSituation, readings: ReadingsOf<U>): StepPlan;
  },
): Step {
  const { plan, uses, ...rest } = definition;
  return {
    ...rest,
    uses: uses ?? {},
    plan: (values, readings, situation) => plan(values as ValuesOf<N>, situation, readings as ReadingsOf<U>),
  };
}
