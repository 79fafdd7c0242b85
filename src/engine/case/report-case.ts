import { headReference } from '../../caselog/head-reference.js';
import { signatureHolds } from '../../caselog/signing.js';
import { type CaseState, foldCase } from '../../caselog/state.js';
import type { Text } from '../../i18n/text.js';
import type { CaseLog } from '../../model/case-log.js';
import {
  type CaseReport,
  type CaseStage,
  type EventNames,
  type ReportedCopy,
  type ReportedEvidence,
  type ReportedPlan,
  type ReportedPutBack,
  type ReportedRehearsal,
  type ReportedSignature,
  caseReportSchema,
} from '../../model/case-report.js';
import type { Comparison } from '../../model/comparison.js';
import type { StampedEvent } from '../../model/event.js';
import { allSettled, isAccepted } from '../../model/put-back.js';
import { UnknownProduct } from '../assess.js';
import { FactReader } from '../read.js';
import { type JudgedCase, blockersOf, judgedCase, questionsIn } from './answer-case.js';
import { connectionOf } from './report/connection.js';
import { decisionsOf } from './report/decisions.js';
import { reportedSteps } from './report/items.js';
import { reportedPutBack } from './report/put-back.js';
import { statementsOf } from './report/statements.js';
import { timelineOf } from './report/timeline.js';
import { type StoredPlan, caseOf, planOf, recordingWith } from './stored.js';

export interface ReportCaseOptions {
  /** The clock by which answers, waivers and decisions count or have expired. */
  readonly now: Date;
  readonly version: string;
  /** Words one event of the log. */
  readonly tell: (event: StampedEvent, names: EventNames) => Text;
}

/**
 * The story of a case, from its log and evidence alone: the same case and clock give the same report. Nothing is written.
 *
 * @throws CaseError when evidence that it rests on is missing or damaged
 */
export async function reportCase(log: CaseLog, options: ReportCaseOptions): Promise<CaseReport> {
  const { events } = log;
  const { now, version } = options;
  const state = foldCase(events);
  const created = caseOf(events);
  const judged = await judgedOrUnknown(log, options);
  const stored = judged?.stored ?? (await planOf(log));
  const asked = judged ? { questions: questionsIn(judged), blockers: blockersOf(judged) } : nothingAsked;
  const putBack = reportedPutBack(state.changes.values());
  const plan = stored || putBack ? planPart(stored, state, events) : null;
  const seen = events.find(event => event.type === 'upgrade-seen');
  return {
    schema: caseReportSchema,
    version,
    madeAt: now.toISOString(),
    case: headReference(log),
    name: created.name,
    host: created.host,
    createdAt: created.at,
    createdBy: created.actor,
    server: serverOf(judged),
    stage: stageOf(state, events, putBack),
    decisions: decisionsOf(events, now),
    upgrade: seen ? { seq: seen.seq, at: seen.at, from: seen.from, to: seen.to } : null,
    timeline: timelineOf(events, plan?.steps ?? [], options.tell),
    plan,
    rehearsal: rehearsalOf(state, stored),
    statements: statementsOf(events, asked, now),
    putBack,
    comparison: await comparisonOf(log, state),
    connection: await connectionPart(log, stored, state),
    evidence: evidenceOf(events),
    copy: copyOf(state),
    signatures: signaturesOf(log.id, state),
  };
}

const nothingAsked = { questions: [], blockers: [] };

/** A server that is no product we know can still have a case, and a report of what was done to it. */
async function judgedOrUnknown(log: CaseLog, options: ReportCaseOptions): Promise<JudgedCase | undefined> {
  try {
    return await judgedCase(log, options);
  } catch (error) {
    if (error instanceof UnknownProduct) return undefined;
    throw error;
  }
}

function serverOf(judged: JudgedCase | undefined): CaseReport['server'] {
  if (!judged) return null;
  const { recording, system, from, to, path } = judged.assessment;
  return { computer: recording.computer, system, from: from.name, to: to.name, path: path.id };
}

function stageOf(
  { run, gate, upgrade, handedOver, plan }: CaseState,
  events: readonly StampedEvent[],
  putBack: readonly ReportedPutBack[] | null,
): CaseStage {
  if (run?.run === 'put-back' || run?.run === 'kit-put-back') {
    // accepted later, without another run: by the kit's word
    const through = run.outcome === 'done' || (run.outcome === 'incomplete' && (putBack ?? []).some(isAccepted));
    return through && allSettled(putBack ?? []) ? 'put-back' : 'put-back-incomplete';
  }
  if (upgrade) return 'upgraded';
  const began = events.findLast(event => event.type === 'run-started')?.seq ?? 0;
  if (gate && gate.seq > began) return gate.verdict === 'go' ? 'decided-go' : 'decided-no-go';
  if (run) return handedOver ? 'prepared' : run.outcome === 'done' ? 'prepared' : 'preparing';
  return plan ? 'planned' : 'created';
}

function planPart(stored: StoredPlan | undefined, state: CaseState, events: readonly StampedEvent[]): ReportedPlan {
  const plan = stored?.plan;
  return {
    madeAt: plan?.madeAt ?? null,
    sha256: stored?.sha256 ?? null,
    window: state.choices.window ?? null,
    seconds: plan?.seconds ?? 0,
    pointOfNoReturn: plan?.pointOfNoReturn ?? null,
    steps: reportedSteps(plan, state, events),
  };
}

function rehearsalOf({ rehearsal }: CaseState, stored: StoredPlan | undefined): ReportedRehearsal | null {
  if (!rehearsal) return null;
  const { at, cuts, differences, plan } = rehearsal;
  return { at, cuts, differences, current: plan === stored?.sha256 };
}

async function comparisonOf(log: CaseLog, { evidenceByKind }: CaseState): Promise<CaseReport['comparison']> {
  const kept = evidenceByKind.get('comparison');
  if (!kept) return null;
  // Its bytes have the hash the log names: what stands in it was written by us
  const found = JSON.parse(Buffer.from(await log.evidence(kept.sha256)).toString('utf8')) as Comparison;
  return { at: kept.at, found };
}

/** From the facts of the plan, or the first there are: later ones may have been read with the network already down. */
async function connectionPart(
  log: CaseLog,
  stored: StoredPlan | undefined,
  { choices }: CaseState,
): Promise<CaseReport['connection']> {
  const first = log.events.find(event => event.type === 'facts-gathered');
  const recording = stored?.recording ?? (first && (await recordingWith(log, first.recording)));
  return recording ? connectionOf(new FactReader(recording), choices) : null;
}

function evidenceOf(events: readonly StampedEvent[]): readonly ReportedEvidence[] {
  return events.flatMap(event => {
    if (event.type !== 'evidence-stored') return [];
    const { seq, at, sha256, bytes, kind, name, data } = event;
    return [{ seq, at, sha256, bytes, kind, name, data: data ?? null }];
  });
}

function copyOf({ copy, copyDiffers }: CaseState): ReportedCopy | null {
  const last = copy ?? copyDiffers;
  if (!last) return null;
  const { path, at } = last;
  const differs = copyDiffers && { at: copyDiffers.at, found: copyDiffers.found, expected: copyDiffers.expected };
  return { path, at, upTo: copy?.upTo ?? 0, bytes: copy?.bytes ?? 0, differs: differs ?? null };
}

function signaturesOf(id: string, { signatures }: CaseState): readonly ReportedSignature[] {
  return signatures.map(event => {
    const { seq, at, by, publicKey } = event;
    return { seq, at, by, publicKey, holds: signatureHolds(id, event) };
  });
}
