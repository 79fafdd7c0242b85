/** What a kit carries of a case, as `src/model/kit.ts` has it, and what its log says. */
interface BothTexts {
  readonly en: string;
  readonly es: string;
}
interface KitChange {
  readonly id: string;
  readonly text: BothTexts;
  readonly resource: Thing;
  readonly from: State;
  readonly to: State;
  readonly lost?: State;
  readonly after: string[];
  readonly timeoutSeconds: number;
}
interface KitRun {
  readonly id: string;
  readonly text: BothTexts;
  readonly line: string;
  readonly timeoutSeconds: number;
  readonly goodExits: number[];
}
interface KitGroup {
  readonly kind: 'changes' | 'run' | 'hand-over' | 'by-hand';
  readonly items?: KitChange[];
  readonly item?: KitRun;
  readonly id?: string;
  readonly text?: BothTexts;
}
interface KitStep {
  readonly step: string;
  readonly title: BothTexts;
  readonly state: 'do' | 'nothing' | 'left-out';
  readonly groups: KitGroup[];
}
interface KitData {
  readonly nonce: string;
  readonly avoidDrives: AskedBatch['avoidDrives'];
  readonly caseId: string;
  readonly caseName: string;
  /** Name of the computer the plan was made for. */
  readonly computer: string;
  /** Build number of the Windows it was made for. */
  readonly system: string;
  readonly plan: string;
  /** The lines of the case's log when the kit was made, without line ends. */
  readonly lines: string[];
  readonly steps: KitStep[];
  /** Names of the kit's files that stay on the server. */
  readonly files: string[];
  readonly words: Record<string, BothTexts>;
  readonly outcomes: Record<string, string>;
}

/** An event of the log: the fields that are read here. */
interface KitEvent {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly prev: string;
  readonly type: string;
  readonly item: string;
  readonly step: string;
  readonly resource: Thing;
  readonly found: State;
  readonly to: State;
  readonly lost?: State;
  readonly after: string[];
  readonly outcome: string;
}

/** What the log says of one change: `ChangeState` of `src/caselog/state.ts`. */
interface KnownChange {
  readonly item: string;
  readonly step: string;
  readonly resource: Thing;
  was: State;
  to: State;
  lost: State | null;
  after: string[];
  touched: boolean;
  /** Whether an intent before the latest may have changed it already. */
  earlier: boolean;
  /** '' when it was not tried since the latest change. */
  putBack: string;
}
