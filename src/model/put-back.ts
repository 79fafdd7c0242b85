import type { PutBackOutcome } from './event.js';
import type { ResourceState } from './resource.js';

/** That a person took an item that drifted or is gone as it was found. */
export interface Acceptance {
  readonly by: string;
  /** ISO, UTC. */
  readonly at: string;
  readonly reason: string;
  /** What was accepted. */
  readonly found: ResourceState | 'absent';
  /** False once it was found in another state than the accepted one: then a person decides anew. */
  readonly counts: boolean;
}

/** What became of one item. `was` before the preparation, `found` when putting back began, `left` now. */
export interface PutBackItem {
  readonly item: string;
  readonly step: string;
  readonly name: string;
  readonly outcome: PutBackOutcome;
  readonly was: ResourceState;
  readonly found: ResourceState | 'absent' | 'unknown';
  readonly left: ResourceState | 'absent' | 'unknown';
  readonly why: string | undefined;
  /** Only of what drifted or is gone. */
  readonly accepted?: Acceptance;
}

/** What there is to say of any item, told now or read from a log. */
interface Ended {
  readonly outcome: string;
  readonly accepted?: Acceptance | null;
}

/** Whether it is as it was. */
export function isBack({ outcome }: Ended): boolean {
  return outcome === 'kept' || outcome === 'restored';
}

/** Whether it is not as it was, and a person takes it so. What failed or was not looked at cannot be taken. */
export function isAccepted({ outcome, accepted }: Ended): boolean {
  return (outcome === 'drifted' || outcome === 'gone') && accepted?.counts === true;
}

/** Whether everything is as it was or taken as it is: only then is putting back complete. */
export function allSettled(items: readonly Ended[]): boolean {
  return items.every(item => isBack(item) || isAccepted(item));
}
