import { z } from 'zod';
import { putBackOutcomes } from './event.js';
import { planSchema } from './plan.js';
import { rehearsalSchema } from './rehearsal.js';
import { momentShape, resourceShape, resourceStateShape, sha256Shape, textShape } from './shapes.js';
import { phases } from './step.js';

/** What the commands about a case print with `--json`, as zod schemas: the JSON Schema files are made from these. */
const seconds = z.number().nonnegative();
const count = z.int().nonnegative();
export const stateOrNone = z.union([z.enum(['absent', 'unknown']), resourceStateShape]);
const stateOrAbsent = z.union([z.literal('absent'), resourceStateShape]);

const planned = { id: z.string(), text: textShape, seconds };
const recipient = z.strictObject({
  address: z.string(),
  name: z.string().exactOptional(),
  language: z.enum(['en', 'es']),
  timeZone: z.string().exactOptional(),
});

const plannedItem = z.discriminatedUnion('kind', [
  z.strictObject({
    ...planned,
    kind: z.literal('change'),
    resource: resourceShape,
    from: resourceStateShape,
    to: resourceStateShape,
    after: z.array(z.string()),
    lost: resourceStateShape.exactOptional(),
    deadManSeconds: seconds.exactOptional(),
    timeoutSeconds: seconds.exactOptional(),
  }),
  z.strictObject({
    ...planned,
    kind: z.literal('run'),
    line: z.string(),
    encoding: z.string().exactOptional(),
    timeoutSeconds: seconds.exactOptional(),
    irreversible: textShape,
    harmless: z.literal(true).exactOptional(),
    goodExits: z.array(z.int()).exactOptional(),
  }),
  z.strictObject({ ...planned, kind: z.literal('mail'), to: z.array(recipient) }),
  z.strictObject({ ...planned, kind: z.literal('person'), question: textShape, sameAs: z.string().exactOptional() }),
  z.strictObject({
    ...planned,
    kind: z.literal('log-off'),
    countdownMinutes: z.number(),
    force: z.boolean(),
    irreversible: textShape,
  }),
  z.strictObject({ ...planned, kind: z.literal('hand-over') }),
]);

/** `antesala.plan/1` */
export const planShape = z.strictObject({
  schema: z.literal(planSchema),
  host: z.string(),
  path: z.string(),
  recording: sha256Shape,
  fingerprint: sha256Shape,
  madeAt: momentShape,
  steps: z.array(
    z.strictObject({
      step: z.string(),
      phase: z.enum(phases),
      title: textShape,
      why: textShape,
      state: z.enum(['do', 'nothing', 'blocked', 'left-out']),
      text: textShape,
      items: z.array(plannedItem),
      leftOut: z.array(z.strictObject({ id: z.string(), text: textShape, reason: z.string() })),
    }),
  ),
  pointOfNoReturn: z.string().optional(),
  seconds,
  windowSeconds: seconds.optional(),
});

/** `antesala.rehearsal/1` */
export const rehearsalShape = z.strictObject({
  schema: z.literal(rehearsalSchema),
  plan: sha256Shape,
  outcome: z.enum(['done', 'incomplete', 'stopped']),
  changes: z.array(
    z.strictObject({
      item: z.string(),
      name: z.string(),
      was: resourceStateShape,
      prepared: stateOrAbsent,
      putBack: stateOrAbsent,
    }),
  ),
  notSimulated: z.array(z.string()),
  trips: count,
  cuts: z.strictObject({ events: count, instructions: count }),
  differences: z.array(
    z.strictObject({ cut: z.string().optional(), name: z.string(), was: resourceStateShape, left: stateOrAbsent }),
  ),
});

const entry = { entry: z.string(), before: z.string().optional(), after: z.string().optional() };

/** `antesala.prepared/1` */
export const preparedShape = z.strictObject({
  schema: z.literal('antesala.prepared/1'),
  outcome: z.enum(['done', 'incomplete', 'stopped']),
  steps: z.array(
    z.strictObject({
      step: z.string(),
      title: textShape,
      outcome: z.enum(['done', 'failed', 'nothing', 'left-out', 'waiting', 'not-run']),
      questions: z.array(z.strictObject({ id: z.string(), question: textShape })),
    }),
  ),
  handedOver: z.boolean(),
  changed: z.array(z.strictObject({ fact: z.string(), title: textShape, entries: z.array(z.strictObject(entry)) })),
});

export const gateReasonShape = z.strictObject({
  key: z.string(),
  kind: z.enum(['finding', 'evidence', 'answer', 'facts-changed', 'plan', 'waived', 'attested']),
  blocks: z.boolean(),
  text: textShape,
});

/** `antesala.decision/1` */
export const decisionShape = z.strictObject({
  schema: z.literal('antesala.decision/1'),
  verdict: z.enum(['go', 'no-go']),
  by: z.string(),
  at: momentShape,
  expires: momentShape,
  reasons: z.array(gateReasonShape),
});

/** `antesala.questions/1` */
export const questionsShape = z.strictObject({
  schema: z.literal('antesala.questions/1'),
  questions: z.array(
    z.strictObject({
      key: z.string(),
      question: textShape,
      state: z.enum(['none', 'counts', 'expired', 'facts-changed']),
      answer: z.enum(['yes', 'no']).nullable(),
    }),
  ),
});

export const acceptanceShape = z.strictObject({
  by: z.string(),
  at: momentShape,
  reason: z.string(),
  found: stateOrAbsent,
  counts: z.boolean(),
});

/** `antesala.put-back/1` */
export const putBackShape = z.strictObject({
  schema: z.literal('antesala.put-back/1'),
  items: z.array(
    z.strictObject({
      item: z.string(),
      step: z.string(),
      name: z.string(),
      outcome: z.enum(putBackOutcomes),
      was: resourceStateShape,
      found: stateOrNone,
      left: stateOrNone,
      why: z.string().optional(),
      accepted: acceptanceShape.exactOptional(),
    }),
  ),
  complete: z.boolean(),
  upgrade: z.strictObject({ from: z.string(), to: z.string(), build: z.string().nullable() }).optional(),
});

const recordingHead = z.strictObject({ host: z.string(), computer: z.string(), gatheredAt: z.string() });

const compared = {
  before: recordingHead,
  after: recordingHead,
  facts: z.array(
    z.strictObject({
      fact: z.string(),
      title: textShape,
      entries: z.array(
        z.strictObject({
          ...entry,
          reason: z.enum(['by-itself', 'upgrade', 'preparation', 'accepted', 'unexpected', 'not-known']),
          loss: z
            .strictObject({ severity: z.enum(['high', 'medium', 'low']), thing: z.string(), text: textShape })
            .optional(),
          accepted: acceptanceShape.pick({ by: true, at: true, reason: true }).exactOptional(),
        }),
      ),
    }),
  ),
  unexpected: count,
};

export const comparedShape = z.strictObject(compared);

/** `antesala.comparison/1` */
export const comparisonShape = z.strictObject({ schema: z.literal('antesala.comparison/1'), ...compared });
