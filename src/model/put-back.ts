import type { PutBackOutcome } from './event.js';
import type { ResourceState } from './resource.js';

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
}

/** Whether everything is as it was: only then is putting back complete. */
export function allBack(items: readonly PutBackItem[]): boolean {
  return items.every(({ outcome }) => outcome === 'kept' || outcome === 'restored');
}
