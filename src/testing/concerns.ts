import type { Check } from '../model/check.js';
import { aSituation } from './facts.js';

/** Whether the engine would ask a check about a server on that path. */
export function concerns(check: Check, pathId: string): boolean {
  const { path, from, to, recording } = aSituation(pathId);
  return check.platforms.includes(recording.platform) && (check.concerns?.(path, from, to) ?? true);
}
