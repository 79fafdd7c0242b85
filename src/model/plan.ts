import type { Text } from '../i18n/text.js';
import type { Phase, PlannedItem } from './step.js';

export const planSchema = 'antesala.plan/1';

/** One step of a plan, in the order in which it is carried out. */
export interface PlanStep {
  readonly step: string;
  readonly phase: Phase;
  readonly title: Text;
  readonly why: Text;
  readonly state: 'do' | 'nothing' | 'blocked' | 'left-out';
  /** What it does here, why there is nothing to do, what blocks it, or why it was left out. */
  readonly text: Text;
  readonly items: readonly PlannedItem[];
  /** Items of it that a person left out, with the reason. */
  readonly leftOut: readonly { readonly id: string; readonly text: Text; readonly reason: string }[];
}

/** What will be done to one server, in order, and what each thing changes. The same facts, path and choices give the same plan. */
export interface Plan {
  readonly schema: typeof planSchema;
  readonly host: string;
  readonly path: string;
  /** SHA-256 of the recording it was made from. */
  readonly recording: string;
  /** Fingerprint of the facts it rests on (`engine/fingerprint.ts`). */
  readonly fingerprint: string;
  readonly madeAt: string;
  readonly steps: readonly PlanStep[];
  /** The first item after which not everything can be put back any more: its id; undefined when all can. */
  readonly pointOfNoReturn: string | undefined;
  readonly seconds: number;
  /** Of the maintenance window, when there is one. */
  readonly windowSeconds: number | undefined;
}
