import type { Performers } from '../../engine/acts.js';
import { logOffPeople } from '../../engine/log-off.js';

/** Who does what does not happen on the server alone. */
export function performers(): Performers {
  return { mail: () => Promise.resolve({ outcome: 'failed', why: 'no mail server' }), logOff: logOffPeople };
}
