import type { Text } from '../i18n/text.js';
import type { Fact, FactValue, Reading } from './fact.js';
import type { Outcome } from './finding.js';
import type { Product, Source, UpgradePath } from './path.js';
import type { Platform, Recording } from './recording.js';
import type { RowId } from './row.js';

export type Needs = Readonly<Record<string, Fact<unknown>>>;
export type ValuesOf<N extends Needs> = { readonly [K in keyof N]: FactValue<N[K]> };
export type ReadingsOf<N extends Needs> = { readonly [K in keyof N]: Reading<FactValue<N[K]>> };

/** What a check may know besides its facts. */
export interface Situation {
  readonly path: UpgradePath;
  readonly from: Product;
  readonly to: Product;
  /** The clock the judgement is made by: never the machine's own. */
  readonly now: Date;
  readonly recording: Pick<
    Recording,
    'host' | 'computer' | 'platform' | 'executor' | 'elevated' | 'gatheredAt' | 'hostClock'
  >;
}

/**
 * One judgement. `needs` must all be known or the engine answers `unknown` with their reasons; `uses` are handed over as
 * readings, so that the check can say what it makes of a missing one.
 */
export interface Check {
  readonly id: string;
  readonly row: RowId;
  readonly title: Text;
  /** Why it matters, in a sentence or two: for `explain` and the reference. */
  readonly why: Text;
  readonly platforms: readonly Platform[];
  /** Left out: concerns every path of its platforms. */
  readonly concerns?: (path: UpgradePath, from: Product, to: Product) => boolean;
  readonly needs: Needs;
  readonly uses: Needs;
  /** Everything the check rests on, over all paths: for `explain` and the reference. */
  readonly sources: readonly Source[];
  /** What it rests on in one situation, where that is less than `sources`: the figures of a path are that path's word. */
  readonly sourcesFor?: (situation: Situation) => readonly Source[];
  readonly run: (
    values: Readonly<Record<string, unknown>>,
    readings: Readonly<Record<string, Reading<unknown>>>,
    situation: Situation,
  ) => Outcome | readonly Outcome[];
}

/** Declares a check. One file a check, named as its id. Pure: no clock, no host, no state between runs. */
export function defineCheck<N extends Needs, U extends Needs = Readonly<Record<string, never>>>(
  definition: Omit<Check, 'needs' | 'uses' | 'run'> & {
    readonly needs: N;
    readonly uses?: U;
    run(this: void, values: ValuesOf<N>, situation: Situation, readings: ReadingsOf<U>): Outcome | readonly Outcome[];
  },
): Check {
  const { run, uses, ...rest } = definition;
  return {
    ...rest,
    uses: uses ?? {},
    run: (values, readings, situation) => run(values as ValuesOf<N>, situation, readings as ReadingsOf<U>),
  };
}
