import { identity } from '../facts/identity.js';
import { type Text, same, say, sentences } from '../i18n/text.js';
import type { Needs } from '../model/check.js';
import type { Reading } from '../model/fact.js';
import { type Plan, type PlanStep, planSchema } from '../model/plan.js';
import type { PlanChoices } from '../model/plan-choices.js';
import type { Recording } from '../model/recording.js';
import { rowIds } from '../model/row.js';
import { type PlannedItem, type Step, type StepPlan, type StepSituation, phases } from '../model/step.js';
import { unknownProduct } from './assess.js';
import { choosePath } from './choose-path.js';
import { fingerprintRead } from './fingerprint.js';
import { FactReader } from './read.js';
import { facts as allFacts } from '../facts/registry.generated.js';

export interface PlanOptions {
  /** Id of a path or of a product; left out: the path we would recommend. */
  readonly to?: string | undefined;
  readonly now: Date;
  readonly recordingSha256: string;
  readonly choices: PlanChoices;
  readonly wayIn: StepSituation['wayIn'];
  readonly steps: readonly Step[];
  /** Steps a person added, already as they stand in a plan. */
  readonly own?: readonly PlanStep[];
  /** Seconds that items took when this server did them before. */
  readonly learned?: ReadonlyMap<string, number>;
}

/**
 * Plans the preparation of one server. Pure: the same recording, path, clock and choices give the same plan.
 *
 * @throws UnknownProduct when the host is no product we know and no path was named
 * @throws InputError when `to` names nothing we know
 */
export function buildPlan(recording: Recording, options: PlanOptions): Plan {
  const reader = new FactReader(recording);
  const who = reader.read(identity);
  const product = who.state === 'known' ? who.value.product : undefined;
  if (product === undefined) throw unknownProduct(who.state === 'known' ? same(who.value.name) : who.why);
  const { path, from, to } = choosePath(product, options.to, options.now);
  const situation: StepSituation = {
    path,
    from,
    to,
    now: options.now,
    recording,
    choices: options.choices,
    wayIn: options.wayIn,
  };
  const planned = options.steps
    .filter(step => step.platforms.includes(recording.platform) && (step.concerns?.(path, from, to) ?? true))
    .toSorted(byPhaseAndRow)
    .map(step => planStep(step, reader, situation));
  const steps = withOwn(planned, options.own ?? [])
    .map(step => leaveOut(step, options.choices))
    .map(step => ({ ...step, items: step.items.map(item => timed(item, options.learned)) }));
  const items = steps.flatMap(step => step.items);
  return {
    schema: planSchema,
    host: recording.host,
    path: path.id,
    recording: options.recordingSha256,
    fingerprint: fingerprintRead(reader, allFacts),
    madeAt: options.now.toISOString(),
    steps,
    pointOfNoReturn: items.find(isPointOfNoReturn)?.id,
    seconds: items.reduce((sum, item) => sum + item.seconds, 0),
    windowSeconds: windowSeconds(options.choices),
  };
}

function byPhaseAndRow(a: Step, b: Step): number {
  return (
    phases.indexOf(a.phase) - phases.indexOf(b.phase) ||
    rowIds.indexOf(a.row) - rowIds.indexOf(b.row) ||
    (a.id < b.id ? -1 : 1)
  );
}

/** What a person adds runs last of what prepares, before anybody is sent away. */
function withOwn(steps: readonly PlanStep[], own: readonly PlanStep[]): readonly PlanStep[] {
  const first = steps.findIndex(step => step.phase !== 'preparation');
  return first < 0 ? [...steps, ...own] : [...steps.slice(0, first), ...own, ...steps.slice(first)];
}

function planStep(step: Step, reader: FactReader, situation: StepSituation): PlanStep {
  const made = planned(step, reader, situation);
  return {
    step: step.id,
    phase: step.phase,
    title: step.title,
    why: step.why,
    state: made.state,
    text: made.text,
    items: made.state === 'do' ? made.items : [],
    leftOut: [],
  };
}

function planned(step: Step, reader: FactReader, situation: StepSituation): StepPlan {
  const values: Record<string, unknown> = {};
  const gaps: Text[] = [];
  for (const [name, fact] of Object.entries(step.needs)) {
    const reading = reader.read(fact);
    if (reading.state === 'known') values[name] = reading.value;
    else gaps.push(sentences(say({ en: `${fact.title.en}:`, es: `${fact.title.es}:` }), reading.why));
  }
  if (gaps.length > 0) return { state: 'blocked', text: sentences(cannotPlan, ...gaps) };
  try {
    return step.plan(values, readingsOf(step.uses, reader), situation);
  } catch (error) {
    return { state: 'blocked', text: threw(error) };
  }
}

function readingsOf(uses: Needs, reader: FactReader): Record<string, Reading<unknown>> {
  return Object.fromEntries(Object.entries(uses).map(([name, fact]) => [name, reader.read(fact)]));
}

function leaveOut(step: PlanStep, { leftOut }: PlanChoices): PlanStep {
  const whole = leftOut.find(one => one.id === step.step);
  if (whole) return { ...step, state: 'left-out', text: same(whole.reason), items: [], leftOut: [] };
  const reasons = new Map(leftOut.map(one => [one.id, one.reason]));
  const out = step.items.filter(item => reasons.has(item.id));
  if (out.length === 0) return step;
  const gone = new Set(out.map(item => item.id));
  return {
    ...step,
    items: step.items.filter(item => !gone.has(item.id)).map(item => withoutAfter(item, gone)),
    leftOut: out.map(item => ({ id: item.id, text: item.text, reason: reasons.get(item.id) ?? '' })),
  };
}

/** What is left out is not waited for. */
function withoutAfter(item: PlannedItem, gone: ReadonlySet<string>): PlannedItem {
  return item.kind === 'change' ? { ...item, after: item.after.filter(id => !gone.has(id)) } : item;
}

function timed(item: PlannedItem, learned: ReadonlyMap<string, number> | undefined): PlannedItem {
  const seconds = learned?.get(item.id);
  return seconds === undefined ? item : { ...item, seconds };
}

/** Sessions that were ended and commands that were run stay so; what comes after the hand-over only a backup brings back. */
function isPointOfNoReturn(item: PlannedItem): boolean {
  return (
    item.kind === 'hand-over' || (item.kind === 'log-off' && item.force) || (item.kind === 'run' && !item.harmless)
  );
}

function windowSeconds({ window }: PlanChoices): number | undefined {
  if (!window) return undefined;
  return Math.round((Date.parse(window.ends) - Date.parse(window.starts)) / 1000);
}

const cannotPlan = say({
  en: 'This step cannot be planned, since something could not be read. Mend that and plan again, or leave the step out with a reason.',
  es: 'Este paso no se puede planificar porque falta un dato. Resuélvalo y vuelva a planificar, u omita el paso indicando el motivo.',
});

function threw(error: unknown): Text {
  const detail = error instanceof Error ? error.message : String(error);
  return say({
    en: `Planning this step failed (${detail}). This is a fault of Antesala: please report it with the recording.`,
    es: `Ha fallado la planificación de este paso (${detail}). Es un fallo de Antesala: comuníquelo, por favor, junto con la grabación.`,
  });
}
