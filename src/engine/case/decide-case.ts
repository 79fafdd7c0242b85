import { say } from '../../i18n/text.js';
import type { Assessment } from '../../model/assessment.js';
import type { GateReason } from '../../model/event.js';
import { InputError } from '../../model/input-error.js';
import type { Recording } from '../../model/recording.js';
import { assess } from '../assess.js';
import { fingerprintOf } from '../fingerprint.js';
import { decideGate } from '../gate.js';
import { foldCase } from '../../caselog/state.js';
import { look } from '../work.js';
import { simulate } from '../simulation/simulate.js';
import { type CaseWork, type KeptRecording, gatherForCase, keepRecording } from './case-work.js';
import { runOn } from './prepare-case.js';
import { caseOf, planOf } from './stored.js';

export interface DecidedCase {
  readonly verdict: 'go' | 'no-go';
  readonly by: string;
  readonly at: string;
  readonly expires: string;
  readonly reasons: readonly GateReason[];
  readonly assessment: Assessment;
}

/**
 * Decides go or no-go: asks the server again, looks at everything that was prepared, applies ages, answers and waivers. The decision is kept.
 *
 * @param by who decides
 * @throws HostError, UnknownProduct, InputError
 */
export async function decideCase(work: CaseWork, by: string): Promise<DecidedCase> {
  if (by.trim() === '') throw new InputError(nobody);
  return decide(work, by, await gatherForCase(work, 'gate'));
}

/**
 * The same without asking the server: from facts that came another way, after it was prepared. What was prepared is looked for in them; of
 * what they do not tell nobody knows whether it still holds, and that blocks.
 */
export async function decideFromFacts(
  work: Pick<CaseWork, 'log' | 'version' | 'now' | 'pause'>,
  by: string,
  recording: Recording,
): Promise<DecidedCase> {
  if (by.trim() === '') throw new InputError(nobody);
  const kept = await keepRecording(work.log, recording, 'gate');
  return decide({ ...work, host: simulate(recording) }, by, kept);
}

async function decide(
  work: Pick<CaseWork, 'log' | 'host' | 'version' | 'now' | 'pause' | 'signal' | 'tell'>,
  by: string,
  kept: KeptRecording,
): Promise<DecidedCase> {
  const stored = await planOf(work.log);
  const now = work.now();
  const assessment = assess(kept.recording, {
    to: stored?.plan.path ?? caseOf(work.log.events).to ?? undefined,
    now,
    version: work.version,
    recordingSha256: kept.sha256,
  });
  const items = [...foldCase(work.log.events).changes.values()];
  const { found } = await look(runOn(work, kept), new Map(items.map(item => [item.item, item.resource])));
  const decision = decideGate({
    recording: kept.recording,
    assessment,
    planned: stored,
    events: work.log.events,
    looked: found,
    now,
  });
  const [event] = await work.log.append({
    type: 'gate-decided',
    verdict: decision.verdict,
    by,
    fingerprint: fingerprintOf(kept.recording),
    expires: decision.expires,
    reasons: decision.reasons,
  });
  return { ...decision, by, at: event?.at ?? now.toISOString(), assessment };
}

const nobody = say({
  en: 'A decision has a name: say who decides with --by.',
  es: 'Una decisión lleva un nombre: indique quién decide con --by.',
});
