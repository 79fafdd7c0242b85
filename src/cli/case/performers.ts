import type { Performers } from '../../engine/acts.js';
import { logOffPeople } from '../../engine/log-off.js';
import type { CaseLog } from '../../model/case-log.js';
import type { Context } from '../context.js';
import { mailPerformer } from './mail-performer.js';

/** Who does what does not happen on the server alone. */
export function performers(log: CaseLog, context: Context): Performers {
  return { mail: mailPerformer(log, context), logOff: logOffPeople };
}
