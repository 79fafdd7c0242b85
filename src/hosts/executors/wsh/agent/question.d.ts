/** The batch as wsh.ts embeds it: `src/model/question.ts` with all defaults filled in. */
interface Asked {
  readonly id: string;
  /** Its place among all, for the names of its files. */
  readonly index: number;
  readonly kind: 'command' | 'file' | 'registry' | 'wmi' | 'file-info' | 'powershell';
  readonly timeoutSeconds: number;
  readonly maxBytes: number;
  readonly alone: boolean;
  readonly line?: string;
  readonly path?: string;
  readonly tail?: boolean;
  readonly key?: string;
  readonly depth?: number;
  readonly values?: string[];
  readonly namespace?: string;
  readonly class?: string;
  readonly properties?: string[];
  readonly where?: string;
  readonly paths?: string[];
  readonly from?: { readonly question: string; readonly name: string }[];
}
interface AskedBatch {
  readonly nonce: string;
  readonly questions: Asked[];
  /** Positions of the questions in the order they are to be asked; those to be asked alone come last. */
  readonly order: number[];
  readonly avoidDrives: { readonly key: string; readonly value: string }[];
}

/** What a question brought: fields of the answer line, each already JSON. */
interface Answered {
  readonly state: 'ok' | 'missing' | 'denied' | 'timeout' | 'error' | 'unsupported';
  readonly why?: string;
  readonly fields?: string;
}
