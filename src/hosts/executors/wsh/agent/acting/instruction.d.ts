/** The instructions as wsh-instructions.ts embeds them: `src/model/instruction.ts` with all defaults filled in. */
interface State {
  [field: string]: string | number | boolean;
}
type Found = State | 'absent';

interface Thing {
  readonly kind: 'service' | 'unit' | 'registry-value' | 'file' | 'command';
  readonly name?: string;
  readonly key?: string;
  readonly value?: string;
  readonly path?: string;
  readonly look?: string;
  readonly set?: Record<string, string>;
}
interface Told {
  readonly id: string;
  /** Its place among all, for the names of its files. */
  readonly index: number;
  readonly kind: 'look' | 'set' | 'run' | 'keep-copy' | 'disarm';
  readonly timeoutSeconds: number;
  readonly resource?: Thing;
  readonly from?: State[];
  readonly to?: State;
  readonly force?: boolean;
  readonly deadMan?: { readonly seconds: number; readonly id: string };
  readonly line?: string;
  readonly maxBytes?: number;
  readonly caseId?: string;
  readonly offset?: number;
  readonly text?: string;
  readonly deadManId?: string;
}
interface ToldList {
  readonly nonce: string;
  readonly avoidDrives: AskedBatch['avoidDrives'];
  readonly instructions: Told[];
}

/** One instruction being carried out. */
interface Task {
  readonly told: Told;
  /** Private, for what commands print and the like. */
  readonly folder: string;
  /** When its time is over, in milliseconds since 1970. */
  readonly deadline: number;
  /** Generations of processes from the one in `root` down to the script host itself, which are not to be ended with a command. */
  readonly root: number;
  readonly spared: number;
  /** To be called before anything is changed: from then on only a look tells what became of it. */
  touch(): void;
}
