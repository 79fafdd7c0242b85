import type { Text } from '../i18n/text.js';
import type { Source } from './path.js';
import type { RowId, Section } from './row.js';

export const severities = ['inhibitor', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof severities)[number];

/**
 * `manual`: only a person can know. `unknown`: could not be looked at. `error`: our check failed. `not-applicable`: does not
 * concern this host or path. `skipped`: the user left it out; only the engine says that.
 */
export const states = ['fail', 'error', 'unknown', 'manual', 'warn', 'pass', 'not-applicable', 'skipped'] as const;
export type State = (typeof states)[number];

/** What to do about a finding. A `command` is exact and can be copied; `where` says on which machine and as whom. */
export type Remedy =
  | { readonly kind: 'hint'; readonly text: Text; readonly url?: string }
  | { readonly kind: 'command'; readonly text: Text; readonly command: string };

/** Plain data behind a finding, for machines and for the report's evidence table. */
export type Evidence = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** What a check says of one resource, or of the host as a whole when `resource` is absent. */
export interface Outcome {
  readonly state: Exclude<State, 'error' | 'skipped'>;
  /** What it is about, as the host names it (service name, drive, package): part of the finding's key. */
  readonly resource?: string | undefined;
  /** The resource in words, where its name is ours and not the host's (`forest-root`); reports show it instead. */
  readonly label?: Text | undefined;
  /** Required for `fail` and `warn`, ignored otherwise (`unknown` counts as high, `manual` as medium unless given). */
  readonly severity?: Severity | undefined;
  readonly text: Text;
  readonly remedy?: Remedy | undefined;
  readonly evidence?: Evidence | undefined;
  /** For `manual`: what a person is asked, answerable with yes or no; yes lets the row pass. */
  readonly question?: Text | undefined;
}

/** An outcome as the engine reports it. */
export interface Finding extends Omit<Outcome, 'state'> {
  /** `check` or `check/resource`: stable across runs, languages and wordings. */
  readonly key: string;
  readonly check: string;
  readonly row: RowId;
  readonly section: Section;
  readonly title: Text;
  readonly state: State;
  readonly severity: Severity;
  readonly sources: readonly Source[];
}
