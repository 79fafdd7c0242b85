import type { ActingHost } from '../../hosts/host.js';
import { writeRecording } from '../../hosts/recorded/recording-text.js';
import type { CaseLog } from '../../model/case-log.js';
import type { GatherPurpose } from '../../model/event.js';
import type { Recording } from '../../model/recording.js';
import type { StepSituation } from '../../model/step.js';
import { identity } from '../../facts/identity.js';
import { allBatches } from '../batches.js';
import { fingerprintOf } from '../fingerprint.js';
import { FactReader } from '../read.js';
import type { Performers } from '../acts.js';
import type { Progress } from '../work.js';

/** What every part of the work on a case needs: the log, the way to the server, and the clock. */
export interface CaseWork {
  readonly log: CaseLog;
  readonly host: ActingHost;
  readonly wayIn: StepSituation['wayIn'];
  readonly version: string;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  readonly tell?: (progress: Progress) => void;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly performers: Performers;
}

/** A recording that stands in the case as evidence. */
export interface KeptRecording {
  readonly recording: Recording;
  readonly sha256: string;
}

/**
 * Asks the server all questions and keeps the answers in the case.
 *
 * @throws HostError when it cannot be asked
 */
export async function gatherForCase(work: CaseWork, purpose: GatherPurpose): Promise<KeptRecording> {
  const recording = await work.host.gather(allBatches(), {
    now: work.now,
    ...(work.signal ? { signal: work.signal } : {}),
  });
  return keepRecording(work.log, recording, purpose);
}

/** Keeps a recording that came another way: from a file, or from a kit. */
export async function keepRecording(
  log: CaseLog,
  recording: Recording,
  purpose: GatherPurpose,
): Promise<KeptRecording> {
  const bytes = Buffer.from(writeRecording(recording));
  const sha256 = await log.store({ kind: 'recording', name: `recording-${purpose}.json`, bytes });
  const who = new FactReader(recording).read(identity);
  await log.append({
    type: 'facts-gathered',
    recording: sha256,
    fingerprint: fingerprintOf(recording),
    product: who.state === 'known' ? (who.value.product ?? null) : null,
    build: who.state === 'known' && who.value.build !== undefined ? String(who.value.build) : null,
    platform: recording.platform,
    executor: recording.executor,
    elevated: recording.elevated,
    purpose,
  });
  return { recording, sha256 };
}
