import type { Identity } from '../../facts/identity.js';
import type { UpgradePath } from '../../model/path.js';

/**
 * `done`: it is the product the path leads to. `half-way`: neither what it was nor what it is to be, as between the parts of Small Business
 * Server's set-up. `not-yet`: what it was. `unknown`: the host is no product we know, before or after.
 */
export type UpgradeSeen = 'done' | 'half-way' | 'not-yet' | 'unknown';

type Seen = Pick<Identity, 'product' | 'build' | 'version'>;

/** Whether the upgrade has happened, by product and build: what the server is, not what somebody said of it. */
export function upgradeSeen(before: Seen, after: Seen, path: Pick<UpgradePath, 'from' | 'to'>): UpgradeSeen {
  const sameBuild = before.build === after.build && before.version === after.version;
  if (before.product === undefined || after.product === undefined) return sameBuild ? 'not-yet' : 'unknown';
  // a path that stays on its product (an edition changed, set-up run again) shows only in the build
  if (after.product === path.to) return before.product === path.to && sameBuild ? 'not-yet' : 'done';
  if (after.product === before.product) return 'not-yet';
  return 'half-way';
}
