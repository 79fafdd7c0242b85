import type { Text } from '../i18n/text.js';
import type { Evidence } from './finding.js';
import type { PlanChoices } from './plan-choices.js';
import type { ExecutorName, Platform } from './recording.js';
import type { Resource, ResourceState } from './resource.js';

export const caseSchema = 'antesala.case/1';

/** What every event carries. `prev` is the SHA-256 (hex) of the bytes of the line before, without its line end; of the first, 64 zeros. */
export interface Stamp {
  /** From 1, without a gap: the number of its line. */
  readonly seq: number;
  /** ISO, UTC, by the clock of whoever wrote it. */
  readonly at: string;
  /** `user@computer` of whoever ran Antesala, or `kit@server`. */
  readonly actor: string;
  readonly prev: string;
}

/** Everything that happens to one server's upgrade. A state is a fold over these; none is ever changed or taken away. */
export type CaseEvent =
  | {
      readonly type: 'case-created';
      readonly schema: typeof caseSchema;
      /** Letters, digits and dashes; random. */
      readonly id: string;
      readonly name: string;
      readonly host: string;
      /** Id of the path, once chosen by the user; undefined: the recommended one. */
      readonly to: string | null;
      readonly version: string;
    }
  | {
      readonly type: 'facts-gathered';
      /** SHA-256 of the recording, kept as evidence. */
      readonly recording: string;
      readonly fingerprint: string;
      readonly product: string | null;
      readonly build: string | null;
      readonly platform: Platform;
      readonly executor: ExecutorName;
      readonly elevated: boolean;
      /** Why: `assess`, `plan`, `prepare`, `gate`, `put-back`, `after`. */
      readonly purpose: GatherPurpose;
    }
  /** A file of the case's `evidence/` folder, named by its SHA-256. */
  | {
      readonly type: 'evidence-stored';
      readonly sha256: string;
      readonly bytes: number;
      /** `recording`, `plan`, `rehearsal`, `scan`, `backup`, `proof`, `report`, `connection-sheet`… */
      readonly kind: string;
      readonly name: string;
      /** What it shows, in figures, for the gate (a scan's end, a proof's confidence). */
      readonly data?: Evidence;
    }
  | {
      readonly type: 'attested';
      /** Key of the finding, or id of the plan's item, that asked. */
      readonly key: string;
      readonly answer: 'yes' | 'no';
      readonly by: string;
      readonly note: string | null;
      readonly until: string;
      /** Fingerprint of the finding's evidence when it was answered: another one makes the answer void. */
      readonly basis: string;
    }
  | {
      readonly type: 'waived';
      readonly key: string;
      readonly reason: string;
      readonly by: string;
      readonly until: string;
      readonly basis: string;
    }
  | { readonly type: 'choices-made'; readonly choices: PlanChoices }
  | { readonly type: 'plan-made'; readonly plan: string; readonly fingerprint: string }
  | {
      readonly type: 'rehearsed';
      readonly plan: string;
      readonly rehearsal: string;
      readonly cuts: number;
      readonly differences: number;
    }
  | { readonly type: 'run-started'; readonly run: RunKind; readonly plan: string }
  | { readonly type: 'step-started'; readonly step: string }
  /** Written and synced before anything is touched: what was found and what it is to become. */
  | {
      readonly type: 'intent';
      readonly item: string;
      readonly step: string;
      readonly resource: Resource;
      readonly found: ResourceState;
      readonly to: ResourceState;
      readonly lost?: ResourceState;
      /** Items that must be put back after it, since they need it. */
      readonly after: readonly string[];
    }
  | {
      readonly type: 'outcome';
      readonly item: string;
      readonly outcome: ChangeOutcome;
      readonly left: ResourceState | 'absent' | 'unknown';
      readonly why: string | null;
      readonly seconds: number;
    }
  /** `what` is one sentence in English in logs of earlier versions and of kits. */
  | { readonly type: 'act-intent'; readonly item: string; readonly step: string; readonly what: Text | string }
  | {
      readonly type: 'act-outcome';
      readonly item: string;
      readonly outcome: 'done' | 'failed' | 'unknown';
      readonly why: string | null;
      readonly data?: Evidence;
      readonly seconds: number;
    }
  | { readonly type: 'step-ended'; readonly step: string; readonly outcome: StepOutcome }
  | { readonly type: 'run-ended'; readonly run: RunKind; readonly outcome: 'done' | 'incomplete' | 'stopped' }
  | { readonly type: 'handed-over' }
  | { readonly type: 'upgrade-seen'; readonly from: string; readonly to: string; readonly build: string | null }
  | {
      readonly type: 'gate-decided';
      readonly verdict: 'go' | 'no-go';
      readonly by: string;
      readonly fingerprint: string;
      readonly expires: string;
      readonly reasons: readonly GateReason[];
    }
  | {
      readonly type: 'put-back';
      readonly item: string;
      readonly outcome: PutBackOutcome;
      readonly found: ResourceState | 'absent' | 'unknown';
      readonly left: ResourceState | 'absent' | 'unknown';
      /** What it was before the preparation. */
      readonly was: ResourceState;
      readonly forced: boolean;
      readonly why: string | null;
    }
  | { readonly type: 'put-back-intent'; readonly item: string; readonly to: ResourceState }
  /** A person takes an item that drifted or is gone as it was found. Counts until it is found in another state than `found`. */
  | {
      readonly type: 'accepted';
      readonly item: string;
      readonly found: ResourceState | 'absent';
      readonly by: string;
      readonly reason: string;
    }
  /** The copy of this log on the server: up to which event it goes. */
  | { readonly type: 'copy-kept'; readonly path: string; readonly upTo: number; readonly bytes: number }
  /** At the end of putting back: whether the copy on the server is, byte for byte, the beginning of this log. */
  | {
      readonly type: 'copy-compared';
      readonly path: string;
      readonly bytes: number;
      readonly outcome: 'same' | 'other' | 'not-read';
    }
  | { readonly type: 'copy-differs'; readonly path: string; readonly found: number; readonly expected: number }
  /**
   * The next events are what a kit wrote on the server after event `from`, with its times and names, while the case went on here. Its own
   * lines, with the hashes they had there, are kept as evidence under `sha256`.
   */
  | { readonly type: 'kit-log-joined'; readonly from: number; readonly events: number; readonly sha256: string }
  | { readonly type: 'lock-taken-over'; readonly pid: number; readonly since: string }
  | { readonly type: 'torn-line-set-aside'; readonly file: string; readonly bytes: number }
  | { readonly type: 'clock-went-back'; readonly seconds: number }
  | { readonly type: 'noted'; readonly text: Text; readonly by: string }
  /** Over the hash of the line before, by an ed25519 key. */
  | { readonly type: 'signed'; readonly publicKey: string; readonly signature: string; readonly by: string };

export type GatherPurpose = 'assess' | 'plan' | 'prepare' | 'gate' | 'put-back' | 'after';
export type RunKind = 'prepare' | 'put-back' | 'kit-prepare' | 'kit-put-back';

/** `already`: it was so before us and stays so. `changed`. `left-alone`: found in a state the plan did not know. */
export type ChangeOutcome = 'changed' | 'already' | 'left-alone' | 'absent' | 'failed' | 'unknown';
export type StepOutcome = 'done' | 'failed' | 'nothing' | 'left-out' | 'waiting';

/**
 * `kept`: already as it was. `restored`. `drifted`: somebody changed it since, left alone. `gone`: no longer there (the upgrade removed it).
 * `failed`: tried without success, or could not be looked at.
 */
export const putBackOutcomes = ['kept', 'restored', 'drifted', 'gone', 'failed'] as const;
export type PutBackOutcome = (typeof putBackOutcomes)[number];

/** One reason of a gate's decision: a finding that stands, evidence that is missing or too old, a question without an answer. */
export interface GateReason {
  readonly key: string;
  readonly kind: 'finding' | 'evidence' | 'answer' | 'facts-changed' | 'plan' | 'waived' | 'attested';
  readonly blocks: boolean;
  readonly text: Text;
}

export type StampedEvent = Stamp & CaseEvent;
