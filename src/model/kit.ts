import type { Text } from '../i18n/text.js';
import type { Platform } from './recording.js';
import type { Resource, ResourceState } from './resource.js';

/**
 * What a kit carries of a case to a server with no way in: its log so far, and what is to be done, step by step. Data; the programs that
 * carry it out know nothing of upgrades.
 */
export interface KitCase {
  readonly caseId: string;
  readonly caseName: string;
  readonly platform: Platform;
  /** Name of the computer the plan was made for; '' when the facts do not tell. */
  readonly computer: string;
  /** What it was then: the build number of Windows, the pretty name of os-release; '' when the facts do not tell. */
  readonly system: string;
  /** SHA-256 of the plan. */
  readonly plan: string;
  /** The lines of the log when the kit was made, without line ends; ASCII. */
  readonly lines: readonly string[];
  readonly steps: readonly KitStep[];
  /** What is on the server of earlier runs, by any way in: executors that cannot read the log go by it. */
  readonly known: readonly KitKnown[];
  /** Ids of all changes, those of the steps and those known, in the order in which they are put back. */
  readonly backOrder: readonly string[];
}

export interface KitStep {
  readonly step: string;
  readonly title: Text;
  readonly state: 'do' | 'nothing' | 'left-out';
  readonly groups: readonly KitGroup[];
}

/** What follows each other in a step: changes, in the order in which they are made, or one act. */
export type KitGroup =
  | { readonly kind: 'changes'; readonly items: readonly KitChange[] }
  | { readonly kind: 'run'; readonly item: KitRun }
  | { readonly kind: 'hand-over'; readonly id: string; readonly text: Text }
  /** What the person in front of the server does: messages, and seeing people off. */
  | { readonly kind: 'by-hand'; readonly text: Text };

export interface KitChange {
  readonly id: string;
  readonly text: Text;
  readonly resource: Resource;
  readonly from: ResourceState;
  readonly to: ResourceState;
  readonly lost?: ResourceState;
  readonly after: readonly string[];
  readonly timeoutSeconds: number;
}

export interface KitRun {
  readonly id: string;
  readonly text: Text;
  readonly line: string;
  readonly timeoutSeconds: number;
  readonly goodExits: readonly number[];
}

/** A change that was begun before the kit was made: as `ChangeState` of the case log. */
export interface KitKnown {
  readonly item: string;
  readonly resource: Resource;
  readonly was: ResourceState;
  readonly to: ResourceState;
  readonly lost?: ResourceState;
  readonly after: readonly string[];
}
