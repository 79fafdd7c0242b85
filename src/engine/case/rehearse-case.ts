import type { CaseLog } from '../../model/case-log.js';
import type { Rehearsal } from '../../model/rehearsal.js';
import { rehearse } from '../rehearse.js';
import { demandPlan } from './stored.js';

/**
 * Rehearses the plan of a case and keeps what came of it.
 *
 * @throws InputError when there is no plan yet
 */
export async function rehearseCase(log: CaseLog): Promise<Rehearsal> {
  const { plan, sha256, recording } = await demandPlan(log);
  const rehearsal = await rehearse(recording, plan, sha256);
  const kept = await log.store({
    kind: 'rehearsal',
    name: 'rehearsal.json',
    bytes: Buffer.from(JSON.stringify(rehearsal)),
  });
  await log.append({
    type: 'rehearsed',
    plan: sha256,
    rehearsal: kept,
    cuts: rehearsal.cuts.events + rehearsal.cuts.instructions,
    differences: rehearsal.differences.length,
  });
  return rehearsal;
}
