import type { Text } from '../i18n/text.js';
import type { StepOutcome } from './event.js';

/** What became of one step of a plan. */
export interface PreparedStep {
  readonly step: string;
  readonly title: Text;
  readonly outcome: StepOutcome | 'not-run';
  /** What a person must do or answer before it can go on. */
  readonly questions: readonly { readonly id: string; readonly question: Text }[];
}

export interface Prepared {
  readonly outcome: 'done' | 'incomplete' | 'stopped';
  /** Every step of the plan from the start, also those that were not run. */
  readonly steps: readonly PreparedStep[];
  readonly handedOver: boolean;
}
