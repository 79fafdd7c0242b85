import type { Text } from '../i18n/text.js';
import type { Comparison } from './comparison.js';
import type { CaseEvent, ChangeOutcome, GateReason, PutBackOutcome, StepOutcome } from './event.js';
import type { Evidence } from './finding.js';
import type { PlanStep } from './plan.js';
import type { Acceptance } from './put-back.js';
import type { ResourceState } from './resource.js';
import type { PlannedItem } from './step.js';

export const caseReportSchema = 'antesala.case-report/1';

/** The story of one case: what was decided, done, stated and put back, up to one event of its log. Plain data; all times ISO, UTC. */
export interface CaseReport {
  readonly schema: typeof caseReportSchema;
  readonly version: string;
  readonly madeAt: string;
  /** Up to which event of which log it tells, with the SHA-256 of that event's line. */
  readonly case: { readonly id: string; readonly seq: number; readonly sha256: string };
  readonly name: string;
  readonly host: string;
  readonly createdAt: string;
  readonly createdBy: string;
  /** Null before the first facts. */
  readonly server: ReportedServer | null;
  readonly stage: CaseStage;
  readonly decisions: readonly ReportedDecision[];
  readonly upgrade: { readonly seq: number; readonly at: string; readonly from: string; readonly to: string } | null;
  readonly timeline: readonly ReportedEvent[];
  readonly plan: ReportedPlan | null;
  readonly rehearsal: ReportedRehearsal | null;
  readonly statements: readonly ReportedStatement[];
  /** Everything that was touched; null when nothing was. */
  readonly putBack: readonly ReportedPutBack[] | null;
  readonly comparison: { readonly at: string; readonly found: Comparison } | null;
  readonly connection: readonly ReportedField[] | null;
  readonly evidence: readonly ReportedEvidence[];
  readonly copy: ReportedCopy | null;
  readonly signatures: readonly ReportedSignature[];
}

/**
 * How far a case has come. `preparing`: begun, not through. `decided-go`, `decided-no-go`: by the last decision. `upgraded`: seen to be the
 * other product, nothing put back yet. `put-back-incomplete`: something is neither as it was nor accepted as it is.
 */
export const caseStages = [
  'created',
  'planned',
  'preparing',
  'prepared',
  'decided-go',
  'decided-no-go',
  'upgraded',
  'put-back-incomplete',
  'put-back',
] as const;
export type CaseStage = (typeof caseStages)[number];

/** The server as its facts told before the upgrade. */
export interface ReportedServer {
  readonly computer: string;
  readonly system: Text;
  /** Names of the products the path leads from and to, and its id. */
  readonly from: string;
  readonly to: string;
  readonly path: string;
}

export interface ReportedDecision {
  readonly seq: number;
  readonly at: string;
  readonly verdict: 'go' | 'no-go';
  readonly by: string;
  readonly expires: string;
  readonly reasons: readonly GateReason[];
  /** `used`: the upgrade was seen after it. `replaced`: there is a later one. */
  readonly standing: 'counts' | 'expired' | 'used' | 'replaced';
}

export interface ReportedEvent {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly type: CaseEvent['type'];
  readonly text: Text;
  /** Whether it belongs to the story; the others are its details. */
  readonly main: boolean;
}

/** How steps are titled, and which resource an item is about: what an event itself tells by id only. */
export interface EventNames {
  readonly step: (id: string) => Text | undefined;
  readonly resource: (item: string) => string | undefined;
}

/** Of the plan that counts; where there is none any more, of what was done all the same. */
export interface ReportedPlan {
  readonly madeAt: string | null;
  /** SHA-256 of the plan, kept as evidence. */
  readonly sha256: string | null;
  readonly window: { readonly starts: string; readonly ends: string; readonly timeZone: string } | null;
  readonly seconds: number;
  readonly pointOfNoReturn: string | null;
  readonly steps: readonly ReportedStep[];
}

export interface ReportedStep {
  readonly step: string;
  readonly title: Text;
  readonly why: Text;
  /** `earlier`: no longer in the plan, but something was done for it. */
  readonly state: PlanStep['state'] | 'earlier';
  readonly text: Text;
  /** Null: it was never begun. */
  readonly outcome: StepOutcome | 'open' | null;
  readonly endedAt: string | null;
  readonly items: readonly ReportedItem[];
}

export interface ReportedItem {
  readonly id: string;
  readonly kind: PlannedItem['kind'];
  readonly text: Text;
  /** Name of the resource that was changed; null when it is no change. */
  readonly resource: string | null;
  /** As it was found before anything was done to it, or as planned while nothing was. */
  readonly from: ResourceState | null;
  readonly to: ResourceState | null;
  /** `pending`: not done (yet). `open`: begun, and nobody knows what became of it. */
  readonly outcome: ChangeOutcome | 'done' | 'answered' | 'left-out' | 'pending' | 'open';
  readonly why: string | null;
  readonly at: string | null;
  /** Who ran Antesala, or who answered. */
  readonly by: string | null;
  readonly seconds: number | null;
  /** Why it cannot be undone; null when it can, or when there is nothing to undo. */
  readonly irreversible: Text | null;
}

export interface ReportedRehearsal {
  readonly at: string;
  readonly cuts: number;
  readonly differences: number;
  /** Whether it rehearsed the plan that counts. */
  readonly current: boolean;
}

/**
 * What a person stated. `counts`: it does at the time of the report. `facts-changed`: the server is no longer what it rested on.
 * `replaced`: by a later one. `not-asked`: nothing asks for it any more.
 */
export interface ReportedStatement {
  readonly kind: 'answer' | 'waiver';
  readonly seq: number;
  readonly at: string;
  readonly key: string;
  /** The question, or what was found; null when neither is known any more. */
  readonly about: Text | null;
  /** Null of a waiver. */
  readonly answer: 'yes' | 'no' | null;
  readonly by: string;
  /** The reason of a waiver, or what an answer rests on. */
  readonly note: string | null;
  readonly until: string;
  readonly standing: 'counts' | 'expired' | 'facts-changed' | 'replaced' | 'not-asked';
}

export interface ReportedPutBack {
  readonly item: string;
  readonly step: string;
  readonly name: string;
  /** `pending`: not tried yet. `open`: begun, and nobody knows what became of it. */
  readonly outcome: PutBackOutcome | 'pending' | 'open';
  /** Before the preparation. */
  readonly was: ResourceState;
  /** As the preparation set it. */
  readonly prepared: ResourceState;
  readonly found: ResourceState | 'absent' | 'unknown';
  readonly left: ResourceState | 'absent' | 'unknown';
  /** A person decided to set it whatever was found. */
  readonly forced: boolean;
  /** A person took it as it was found; null when nobody did, or it needs none. */
  readonly accepted: Acceptance | null;
  readonly why: string | null;
  readonly at: string | null;
  readonly by: string | null;
}

/** A line of the connection sheet. `nobody`: not known. */
export interface ReportedField {
  readonly id: string;
  readonly label: Text;
  readonly values: readonly string[];
  readonly by: 'server' | 'person' | 'nobody';
  readonly needed: boolean;
}

export interface ReportedEvidence {
  readonly seq: number;
  readonly at: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly kind: string;
  readonly name: string;
  readonly data: Evidence | null;
}

/** The copy of the log on the server. */
export interface ReportedCopy {
  readonly path: string;
  readonly upTo: number;
  readonly bytes: number;
  readonly at: string;
  /** When it was last found to be another, and not kept again since. */
  readonly differs: { readonly at: string; readonly found: number; readonly expected: number } | null;
}

export interface ReportedSignature {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  /** Base64 of the key, as in the log. */
  readonly publicKey: string;
  /** Whether it is one over this log, up to the event before it. */
  readonly holds: boolean;
}
