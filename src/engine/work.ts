import { HostError } from '../hosts/host-error.js';
import type { ActingHost, CarriedOut } from '../hosts/host.js';
import { type Text, say } from '../i18n/text.js';
import type { CaseLog } from '../model/case-log.js';
import type { ChangeOutcome, PutBackOutcome } from '../model/event.js';
import type { Instruction, InstructionResult, LookResult, NotDone } from '../model/instruction.js';
import type { ExecutorName } from '../model/recording.js';
import type { Resource } from '../model/resource.js';

/** What a run on a real, simulated or failing server needs. */
export interface Work {
  readonly log: CaseLog;
  readonly host: ActingHost;
  /** The one that answered when the host was last gathered. */
  readonly executor: ExecutorName;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  readonly tell?: (progress: Progress) => void;
  /** Waits before a lost host is tried again; given in, so that rehearsals take no time. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** What somebody who watches is told. */
export type Progress =
  | { readonly kind: 'step'; readonly step: string; readonly title: Text; readonly of: number; readonly at: number }
  | {
      readonly kind: 'item';
      readonly item: string;
      readonly text: Text;
      /** Of what a person is to do there is none yet. */
      readonly outcome?: ChangeOutcome | PutBackOutcome | 'done';
      /** As the server or the program said it; undefined when there is nothing to explain. */
      readonly why?: string | undefined;
    }
  | { readonly kind: 'note'; readonly text: Text };

/** How often a host that does not answer is tried before a run gives up, and how long in between. */
const tries = [2_000, 10_000, 30_000] as const;

/**
 * Looks at resources in one trip. A look changes nothing, so a link that breaks is tried again.
 *
 * @returns by the ids given; what could not be looked at says why
 * @throws HostError when the host stays out of reach
 */
export async function look(
  work: Work,
  resources: ReadonlyMap<string, Resource>,
  also: readonly Instruction[] = [],
): Promise<{
  readonly found: ReadonlyMap<string, LookResult | NotDone>;
  readonly others: readonly InstructionResult[];
}> {
  const looks = [...resources].map(([id, resource]): Instruction => ({ kind: 'look', id, resource }));
  if (looks.length + also.length === 0) return { found: new Map(), others: [] };
  for (let attempt = 0; ; attempt += 1) {
    const { results, broke } = await once(work, [...also, ...looks]);
    if (!broke) {
      const found = new Map<string, LookResult | NotDone>();
      for (const result of results) {
        if (result.did === 'looked' || (result.did === 'not-done' && resources.has(result.id))) {
          found.set(result.id, result);
        }
      }
      return { found, others: results.filter(result => !resources.has(result.id)) };
    }
    await waitFor(work, attempt, broke);
  }
}

/** @throws HostError what broke, when it was tried often enough */
export async function waitFor(work: Work, attempt: number, broke: HostError): Promise<void> {
  const wait = tries[attempt];
  if (wait === undefined || broke.kind === 'stopped') throw broke;
  work.tell?.({ kind: 'note', text: lost(wait) });
  await work.pause(wait);
}

/**
 * One trip; a host that could not be reached at all is a break with no results.
 *
 * @throws HostError when it was stopped, or when trying again cannot help
 */
export async function once(work: Work, instructions: readonly Instruction[]): Promise<CarriedOut> {
  if (work.signal?.aborted) throw new HostError('stopped', stopped);
  try {
    return await work.host.carryOut(work.executor, instructions, signalOf(work));
  } catch (error) {
    if (error instanceof HostError && triedAgain.has(error.kind)) return { results: [], broke: error };
    throw error;
  }
}

const triedAgain: ReadonlySet<string> = new Set(['unreachable', 'timeout', 'cut-off', 'refused']);

function signalOf({ signal }: Pick<Work, 'signal'>): { readonly signal?: AbortSignal } {
  return signal ? { signal } : {};
}

const lost = (milliseconds: number): Text =>
  say({
    en: f => `The link to the server is lost. Trying again in ${f.duration(milliseconds / 1000)}.`,
    es: f => `Se ha perdido la conexión con el servidor. Se reintenta en ${f.duration(milliseconds / 1000)}.`,
  });

const stopped = say({
  en: 'Stopped. Nothing more was touched.',
  es: 'Detenido. No se ha tocado nada más.',
});
