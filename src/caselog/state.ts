import type {
  CaseEvent,
  ChangeOutcome,
  GatherPurpose,
  PutBackOutcome,
  RunKind,
  StampedEvent,
  StepOutcome,
} from '../model/event.js';
import { type Text, same } from '../i18n/text.js';
import { type PlanChoices, defaultChoices } from '../model/plan-choices.js';
import type { Resource, ResourceState } from '../model/resource.js';
import { ChangeFold } from './state-changes.js';

/** An event of one type, with its stamp. */
export type Logged<T extends CaseEvent['type']> = Extract<StampedEvent, { readonly type: T }>;

/** Everything a case's log says as it stands now. Made by {@link CaseFold}; nothing in it is known from elsewhere. */
export interface CaseState {
  readonly created: Logged<'case-created'> | undefined;
  /** Last event that was taken in, 0 before the first. */
  readonly seq: number;
  /** Time of that event; after the clock went back earlier than others before it. */
  readonly at: string | undefined;
  /** Last recording per purpose, and the last of all. */
  readonly gathered: ReadonlyMap<GatherPurpose, Logged<'facts-gathered'>>;
  readonly lastGathered: Logged<'facts-gathered'> | undefined;
  /** Latest answer and latest waiver per key, whether still in force or not: that depends on the time and the facts. */
  readonly attestations: ReadonlyMap<string, Logged<'attested'>>;
  readonly waivers: ReadonlyMap<string, Logged<'waived'>>;
  readonly choices: PlanChoices;
  readonly plan: Logged<'plan-made'> | undefined;
  readonly rehearsal: Logged<'rehearsed'> | undefined;
  /** By SHA-256, as stored last. */
  readonly evidence: ReadonlyMap<string, Logged<'evidence-stored'>>;
  /** Last of each kind. */
  readonly evidenceByKind: ReadonlyMap<string, Logged<'evidence-stored'>>;
  /** Changes by item, in the order of their first intent. */
  readonly changes: ReadonlyMap<string, ChangeState>;
  /** What cannot be undone, by item, in the order of the first intent. */
  readonly acts: ReadonlyMap<string, ActState>;
  readonly steps: ReadonlyMap<string, StepState>;
  /** The last run; without an end it is going on, or broke off. */
  readonly run: RunState | undefined;
  readonly handedOver: Logged<'handed-over'> | undefined;
  readonly upgrade: Logged<'upgrade-seen'> | undefined;
  readonly gate: Logged<'gate-decided'> | undefined;
  /** How far the copy on the server goes, and when it last differed (undefined once it has been kept again). */
  readonly copy: Logged<'copy-kept'> | undefined;
  readonly copyDiffers: Logged<'copy-differs'> | undefined;
  readonly signatures: readonly Logged<'signed'>[];
}

/** What was done to one resource of the server. */
export interface ChangeState {
  readonly item: string;
  readonly step: string;
  readonly resource: Resource;
  /**
   * As it was before the preparation: what is put back. Kept over repeated intents (which find our own doing) until it was put back, or
   * somebody else's value was left in its place.
   */
  readonly was: ResourceState;
  /** As found by the latest intent: after a run that broke off it may be a mixture of `was` and `to`. */
  readonly found: ResourceState;
  readonly to: ResourceState;
  readonly lost: ResourceState | undefined;
  readonly after: readonly string[];
  /** `open`: an intent without an outcome; nobody knows what became of it until somebody looks. */
  readonly outcome: ChangeOutcome | 'open';
  /** Whether anything of ours may stand on the server, wholly or half: false when every try found it so already, or left it alone. */
  readonly touched: boolean;
  /** As the outcome left it; undefined while open. */
  readonly left: ResourceState | 'absent' | 'unknown' | undefined;
  readonly why: string | null;
  readonly seconds: number | undefined;
  /** Number of the latest intent. */
  readonly intent: number;
  /** Putting back: `open` after its intent, undefined when it was not tried since the latest change. */
  readonly putBack: PutBackOutcome | 'open' | undefined;
  readonly putBackEvent: Logged<'put-back'> | undefined;
  /** The latest acceptance since the latest intent. `overtaken`: it was found in another state since, and counts no more. */
  readonly acceptance: { readonly event: Logged<'accepted'>; readonly overtaken: boolean } | undefined;
}

export interface ActState {
  readonly item: string;
  readonly step: string;
  readonly what: Text;
  readonly outcome: Logged<'act-outcome'>['outcome'] | 'open';
  readonly event: Logged<'act-outcome'> | undefined;
  readonly intent: number;
}

export interface StepState {
  readonly outcome: StepOutcome | 'open';
  readonly startedAt: string | undefined;
  readonly endedAt: string | undefined;
}

export interface RunState {
  readonly run: RunKind;
  readonly plan: string;
  readonly startedAt: string;
  readonly endedAt: string | undefined;
  readonly outcome: Logged<'run-ended'>['outcome'] | 'open';
}

/** The state of a log given as a whole. */
export function foldCase(events: readonly StampedEvent[]): CaseState {
  const fold = new CaseFold();
  for (const event of events) fold.add(event);
  return fold;
}

/**
 * The state of a log, event by event: it always shows what the events added so far say. One object that changes, since a log may have a
 * hundred thousand events.
 */
export class CaseFold implements CaseState {
  created: CaseState['created'];
  seq = 0;
  at: string | undefined;
  lastGathered: CaseState['lastGathered'];
  choices: PlanChoices = defaultChoices;
  plan: CaseState['plan'];
  rehearsal: CaseState['rehearsal'];
  run: RunState | undefined;
  handedOver: CaseState['handedOver'];
  upgrade: CaseState['upgrade'];
  gate: CaseState['gate'];
  copy: CaseState['copy'];
  copyDiffers: CaseState['copyDiffers'];
  readonly gathered = new Map<GatherPurpose, Logged<'facts-gathered'>>();
  readonly attestations = new Map<string, Logged<'attested'>>();
  readonly waivers = new Map<string, Logged<'waived'>>();
  readonly evidence = new Map<string, Logged<'evidence-stored'>>();
  readonly evidenceByKind = new Map<string, Logged<'evidence-stored'>>();
  readonly acts = new Map<string, ActState>();
  readonly steps = new Map<string, StepState>();
  readonly signatures: Logged<'signed'>[] = [];
  readonly #changes = new ChangeFold();

  get changes(): ReadonlyMap<string, ChangeState> {
    return this.#changes.byItem;
  }

  add(event: StampedEvent): void {
    this.seq = event.seq;
    this.at = event.at;
    switch (event.type) {
      case 'case-created':
        this.created = event;
        break;
      case 'facts-gathered':
        this.gathered.set(event.purpose, event);
        this.lastGathered = event;
        break;
      case 'evidence-stored':
        this.evidence.set(event.sha256, event);
        this.evidenceByKind.set(event.kind, event);
        break;
      case 'attested':
        this.attestations.set(event.key, event);
        break;
      case 'waived':
        this.waivers.set(event.key, event);
        break;
      case 'choices-made':
        this.choices = event.choices;
        break;
      case 'plan-made':
        this.plan = event;
        break;
      case 'rehearsed':
        this.rehearsal = event;
        break;
      case 'intent':
      case 'outcome':
      case 'put-back-intent':
      case 'put-back':
      case 'accepted':
        this.#changes.add(event);
        break;
      case 'handed-over':
        this.handedOver = event;
        break;
      case 'upgrade-seen':
        this.upgrade = event;
        break;
      case 'gate-decided':
        this.gate = event;
        break;
      case 'copy-kept':
        this.copy = event;
        this.copyDiffers = undefined;
        break;
      case 'copy-differs':
        this.copyDiffers = event;
        break;
      case 'copy-compared':
        break;
      case 'signed':
        this.signatures.push(event);
        break;
      case 'run-started':
      case 'run-ended':
        this.#addRun(event);
        break;
      case 'step-started':
      case 'step-ended':
        this.#addStep(event);
        break;
      case 'act-intent':
      case 'act-outcome':
        this.#addAct(event);
        break;
      case 'kit-log-joined':
      case 'lock-taken-over':
      case 'torn-line-set-aside':
      case 'clock-went-back':
      case 'noted':
        break;
    }
  }

  #addRun(event: Logged<'run-started' | 'run-ended'>): void {
    if (event.type === 'run-started') {
      this.run = { run: event.run, plan: event.plan, startedAt: event.at, endedAt: undefined, outcome: 'open' };
    } else if (this.run?.run === event.run) {
      this.run = { ...this.run, endedAt: event.at, outcome: event.outcome };
    }
  }

  #addStep(event: Logged<'step-started' | 'step-ended'>): void {
    const startedAt = event.type === 'step-started' ? event.at : this.steps.get(event.step)?.startedAt;
    this.steps.set(
      event.step,
      event.type === 'step-started'
        ? { outcome: 'open', startedAt, endedAt: undefined }
        : { outcome: event.outcome, startedAt, endedAt: event.at },
    );
  }

  #addAct(event: Logged<'act-intent' | 'act-outcome'>): void {
    if (event.type === 'act-intent') {
      const { item, step, what, seq } = event;
      this.acts.set(item, {
        item,
        step,
        what: typeof what === 'string' ? same(what) : what,
        outcome: 'open',
        event: undefined,
        intent: seq,
      });
      return;
    }
    const act = this.acts.get(event.item);
    if (act) this.acts.set(event.item, { ...act, outcome: event.outcome, event });
  }
}
