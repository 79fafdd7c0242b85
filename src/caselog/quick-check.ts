import { putBackOutcomes } from '../model/event.js';
import { momentPattern } from '../model/shapes.js';

type Test = (value: unknown) => boolean;

/** The fields that frequent events have; each may be anything yet. */
type Fields = Readonly<
  Partial<
    Record<
      | 'after'
      | 'forced'
      | 'found'
      | 'item'
      | 'left'
      | 'lost'
      | 'outcome'
      | 'resource'
      | 'seconds'
      | 'step'
      | 'to'
      | 'was'
      | 'what'
      | 'why',
      unknown
    >
  >
>;

/**
 * Whether an event is surely as its shape in `event-shapes.ts` says. False says nothing: then the shape itself decides, and words what is
 * wrong. Only for the few types of which a log has thousands; many times as fast as the shape. A property test holds one against the other.
 *
 * @param prev SHA-256 of the line before, which the event must name
 */
export function surelyRight(value: Readonly<Record<string, unknown>>, prev: string): boolean {
  const type = value['type'];
  const frequent = typeof type === 'string' ? tests.get(type) : undefined;
  if (!frequent || !stampRight(value, prev)) return false;
  const { lost } = value as Fields;
  // the one field that may be left out, of a type that is frequent
  const optional = type === 'intent' && lost !== undefined;
  if (optional && !state(lost)) return false;
  if (fieldsOf(value) !== stampFields + frequent.fields + (optional ? 1 : 0)) return false;
  return frequent.right(value);
}

/** As Object.keys would count them, without making a list of them a hundred thousand times. */
function fieldsOf(value: object): number {
  let count = 0;
  for (const _ in value) count += 1;
  return count;
}

/** seq, at, actor, prev, type */
const stampFields = 5;

function stampRight({ seq, at, actor, prev }: Readonly<Record<string, unknown>>, before: string): boolean {
  return (
    prev === before &&
    Number.isSafeInteger(seq) &&
    (seq as number) > 0 &&
    typeof actor === 'string' &&
    typeof at === 'string' &&
    momentPattern.test(at)
  );
}

const text: Test = value => typeof value === 'string';
const textOrNull: Test = value => value === null || typeof value === 'string';
const yesOrNo: Test = value => typeof value === 'boolean';
const length: Test = value => Number.isFinite(value) && (value as number) >= 0;
const texts: Test = value => Array.isArray(value) && value.every(text);
const oneOf = (...words: readonly string[]): Test => {
  const known: ReadonlySet<unknown> = new Set(words);
  return value => known.has(value);
};

const state: Test = value => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    // An object whose prototype was named in JSON is for the shape to judge
    if (name === '__proto__') return false;
    const field = (value as Readonly<Record<string, unknown>>)[name];
    if (typeof field !== 'string' && typeof field !== 'boolean' && !Number.isFinite(field)) return false;
  }
  return true;
};
const stateOrNone: Test = value => value === 'absent' || value === 'unknown' || state(value);

/** The two kinds of resource there are many of; the others are for the shape. */
const namedResource: Test = value => {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, name } = value as Readonly<Record<string, unknown>>;
  return (kind === 'service' || kind === 'unit') && typeof name === 'string' && fieldsOf(value) === 2;
};

/** In both languages, or as earlier versions and kits write it. */
const sentence: Test = value => {
  if (typeof value !== 'object' || value === null) return text(value);
  const { en, es } = value as Readonly<Record<string, unknown>>;
  return text(en) && text(es) && fieldsOf(value) === 2;
};

const changeOutcome = oneOf('changed', 'already', 'left-alone', 'absent', 'failed', 'unknown');
const stepOutcome = oneOf('done', 'failed', 'nothing', 'left-out', 'waiting');
const putBackOutcome = oneOf(...putBackOutcomes);

/** How many fields each has besides the stamp. Written out, since looking fields up by names in a list takes longer than testing them. */
const tests: ReadonlyMap<string, { readonly fields: number; right(event: Fields): boolean }> = new Map([
  [
    'intent',
    {
      fields: 6,
      right: ({ item, step, resource, found, to, after }) =>
        text(item) && text(step) && namedResource(resource) && state(found) && state(to) && texts(after),
    },
  ],
  [
    'outcome',
    {
      fields: 5,
      right: ({ item, outcome, left, why, seconds }) =>
        text(item) && changeOutcome(outcome) && stateOrNone(left) && textOrNull(why) && length(seconds),
    },
  ],
  ['act-intent', { fields: 3, right: ({ item, step, what }) => text(item) && text(step) && sentence(what) }],
  ['step-started', { fields: 1, right: ({ step }) => text(step) }],
  ['step-ended', { fields: 2, right: ({ step, outcome }) => text(step) && stepOutcome(outcome) }],
  ['put-back-intent', { fields: 2, right: ({ item, to }) => text(item) && state(to) }],
  [
    'put-back',
    {
      fields: 7,
      right: ({ item, outcome, found, left, was, forced, why }) =>
        text(item) &&
        putBackOutcome(outcome) &&
        stateOrNone(found) &&
        stateOrNone(left) &&
        state(was) &&
        yesOrNo(forced) &&
        textOrNull(why),
    },
  ],
] satisfies [string, { fields: number; right(event: Fields): boolean }][]);
