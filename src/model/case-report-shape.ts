import { z } from 'zod';
import { caseReportSchema, caseStages } from './case-report.js';
import { acceptanceShape, comparedShape, gateReasonShape, stateOrNone } from './case-shapes.js';
import { putBackOutcomes } from './event.js';
import { evidenceShape, momentShape, resourceStateShape, sha256Shape, textShape } from './shapes.js';

const text = z.string();
const nullable = z.string().nullable();
const count = z.int().nonnegative();
const seq = z.int().positive();

const item = z.strictObject({
  id: text,
  kind: z.enum(['change', 'run', 'mail', 'person', 'log-off', 'hand-over']),
  text: textShape,
  resource: nullable,
  from: resourceStateShape.nullable(),
  to: resourceStateShape.nullable(),
  outcome: z.enum([
    'changed',
    'already',
    'left-alone',
    'absent',
    'failed',
    'unknown',
    'done',
    'answered',
    'left-out',
    'pending',
    'open',
  ]),
  why: nullable,
  at: momentShape.nullable(),
  by: nullable,
  seconds: z.number().nonnegative().nullable(),
  irreversible: textShape.nullable(),
});

const step = z.strictObject({
  step: text,
  title: textShape,
  why: textShape,
  state: z.enum(['do', 'nothing', 'blocked', 'left-out', 'earlier']),
  text: textShape,
  outcome: z.enum(['done', 'failed', 'nothing', 'left-out', 'waiting', 'open']).nullable(),
  endedAt: momentShape.nullable(),
  items: z.array(item),
});

const plan = z.strictObject({
  madeAt: momentShape.nullable(),
  sha256: sha256Shape.nullable(),
  window: z.strictObject({ starts: text, ends: text, timeZone: text }).nullable(),
  seconds: z.number().nonnegative(),
  pointOfNoReturn: nullable,
  steps: z.array(step),
});

const statement = z.strictObject({
  kind: z.enum(['answer', 'waiver']),
  seq,
  at: momentShape,
  key: text,
  about: textShape.nullable(),
  answer: z.enum(['yes', 'no']).nullable(),
  by: text,
  note: nullable,
  until: text,
  standing: z.enum(['counts', 'expired', 'facts-changed', 'replaced', 'not-asked']),
});

const putBack = z.strictObject({
  item: text,
  step: text,
  name: text,
  outcome: z.enum([...putBackOutcomes, 'pending', 'open']),
  was: resourceStateShape,
  prepared: resourceStateShape,
  found: stateOrNone,
  left: stateOrNone,
  forced: z.boolean(),
  accepted: acceptanceShape.nullable(),
  why: nullable,
  at: momentShape.nullable(),
  by: nullable,
});

const evidence = z.strictObject({
  seq,
  at: momentShape,
  sha256: sha256Shape,
  bytes: count,
  kind: text,
  name: text,
  data: evidenceShape.nullable(),
});

const copy = z.strictObject({
  path: text,
  upTo: count,
  bytes: count,
  at: momentShape,
  differs: z.strictObject({ at: momentShape, found: count, expected: count }).nullable(),
});

/** `antesala.case-report/1` */
export const caseReportShape = z.strictObject({
  schema: z.literal(caseReportSchema),
  version: text,
  madeAt: momentShape,
  case: z.strictObject({ id: text, seq, sha256: sha256Shape }),
  name: text,
  host: text,
  createdAt: momentShape,
  createdBy: text,
  server: z.strictObject({ computer: text, system: textShape, from: text, to: text, path: text }).nullable(),
  stage: z.enum(caseStages),
  decisions: z.array(
    z.strictObject({
      seq,
      at: momentShape,
      verdict: z.enum(['go', 'no-go']),
      by: text,
      expires: momentShape,
      reasons: z.array(gateReasonShape),
      standing: z.enum(['counts', 'expired', 'used', 'replaced']),
    }),
  ),
  upgrade: z.strictObject({ seq, at: momentShape, from: text, to: text }).nullable(),
  timeline: z.array(
    z.strictObject({ seq, at: momentShape, actor: text, type: text, text: textShape, main: z.boolean() }),
  ),
  plan: plan.nullable(),
  rehearsal: z.strictObject({ at: momentShape, cuts: count, differences: count, current: z.boolean() }).nullable(),
  statements: z.array(statement),
  putBack: z.array(putBack).nullable(),
  comparison: z.strictObject({ at: momentShape, found: comparedShape }).nullable(),
  connection: z
    .array(
      z.strictObject({
        id: text,
        label: textShape,
        values: z.array(text),
        by: z.enum(['server', 'person', 'nobody']),
        needed: z.boolean(),
      }),
    )
    .nullable(),
  evidence: z.array(evidence),
  copy: copy.nullable(),
  signatures: z.array(z.strictObject({ seq, at: momentShape, by: text, publicKey: text, holds: z.boolean() })),
});
