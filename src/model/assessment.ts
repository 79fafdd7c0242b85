import type { Text } from '../i18n/text.js';
import type { Finding, State } from './finding.js';
import type { Product, UpgradePath } from './path.js';
import type { Recording } from './recording.js';
import type { Section } from './row.js';

export const reportSchema = 'antesala.report/1';

/**
 * `not-ready`: something blocks. `facts-missing`: nothing known blocks, but something that could block could not be looked at.
 * `answers-needed`: only questions to people are open. `ready`: nothing is open.
 */
export type Verdict = 'ready' | 'answers-needed' | 'facts-missing' | 'not-ready';

/** One upgrade of a route, by the ids of its path and products. */
export interface Hop {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** What Antesala says of one host: plain data, in both languages, the same bytes for the same recording, path and clock. */
export interface Assessment {
  readonly schema: typeof reportSchema;
  readonly version: string;
  /** The clock it was judged by (ISO, UTC). */
  readonly judgedAt: string;
  readonly recording: Pick<
    Recording,
    'host' | 'computer' | 'platform' | 'executor' | 'elevated' | 'gatheredAt' | 'hostClock' | 'composed'
  >;
  /** SHA-256 of the recording's file, when it has one. */
  readonly recordingSha256: string | undefined;
  readonly system: Text;
  readonly path: UpgradePath;
  readonly from: Product;
  readonly to: Product;
  /** Every way to the product asked for, shortest first; the path judged is the first hop of one of them. */
  readonly routes: readonly (readonly Hop[])[];
  readonly verdict: Verdict;
  readonly verdictText: Text;
  readonly counts: Readonly<Record<State, number>>;
  readonly sections: readonly {
    readonly section: Section;
    readonly verdict: Verdict;
    readonly counts: Readonly<Record<State, number>>;
  }[];
  readonly findings: readonly Finding[];
  /** Facts that a report shows as they are. */
  readonly shown: {
    readonly volumes: readonly ShownVolume[];
    /** Facts that could not be read, with the reason. */
    readonly missing: readonly { readonly fact: string; readonly title: Text; readonly why: Text }[];
  };
}

export interface ShownVolume {
  readonly name: string;
  readonly label: string | undefined;
  readonly kind: string;
  readonly system: boolean;
  readonly sizeBytes: number | undefined;
  readonly freeBytes: number | undefined;
  readonly neededBytes: number | undefined;
}

/** Whether a finding stands in the way of the upgrade until it is mended, answered or waived. */
export function blocks(finding: Finding): boolean {
  const heavy = finding.severity === 'inhibitor' || finding.severity === 'high';
  return heavy && (finding.state === 'fail' || finding.state === 'unknown' || finding.state === 'error');
}
