import { z } from 'zod';
import { caseSchema, putBackOutcomes } from '../model/event.js';
import {
  evidenceShape,
  momentShape,
  planChoicesShape,
  resourceShape,
  resourceStateShape,
  sha256Shape,
  textShape,
} from '../model/shapes.js';

const text = z.string();
const nullable = z.string().nullable();
const count = z.int().nonnegative();
const seconds = z.number().nonnegative();
const stateOrNone = z.union([z.enum(['absent', 'unknown']), resourceStateShape]);
const runKind = z.enum(['prepare', 'put-back', 'kit-prepare', 'kit-put-back']);

const stamp = { seq: z.int().positive(), at: momentShape, actor: text, prev: sha256Shape };
const event = <T extends string, S extends z.ZodRawShape>(type: T, fields: S) =>
  z.strictObject({ ...stamp, type: z.literal(type), ...fields });

/** Each line of a case log. A test holds the list against the union of event.ts, in both directions. */
const shapes = [
  event('case-created', {
    schema: z.literal(caseSchema),
    id: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
    name: text,
    host: text,
    to: nullable,
    version: text,
  }),
  event('facts-gathered', {
    recording: sha256Shape,
    fingerprint: text,
    product: nullable,
    build: nullable,
    platform: z.enum(['windows', 'linux']),
    executor: z.enum(['sh', 'wsh', 'powershell']),
    elevated: z.boolean(),
    purpose: z.enum(['assess', 'plan', 'prepare', 'gate', 'put-back', 'after']),
  }),
  event('evidence-stored', {
    sha256: sha256Shape,
    bytes: count,
    kind: text,
    name: text,
    data: evidenceShape.exactOptional(),
  }),
  event('attested', {
    key: text,
    answer: z.enum(['yes', 'no']),
    by: text,
    note: nullable,
    until: text,
    basis: text,
  }),
  event('waived', { key: text, reason: text, by: text, until: text, basis: text }),
  event('choices-made', { choices: planChoicesShape }),
  event('plan-made', { plan: sha256Shape, fingerprint: text }),
  event('rehearsed', { plan: sha256Shape, rehearsal: sha256Shape, cuts: count, differences: count }),
  event('run-started', { run: runKind, plan: text }),
  event('step-started', { step: text }),
  event('intent', {
    item: text,
    step: text,
    resource: resourceShape,
    found: resourceStateShape,
    to: resourceStateShape,
    lost: resourceStateShape.exactOptional(),
    after: z.array(text),
  }),
  event('outcome', {
    item: text,
    outcome: z.enum(['changed', 'already', 'left-alone', 'absent', 'failed', 'unknown']),
    left: stateOrNone,
    why: nullable,
    seconds,
  }),
  event('act-intent', { item: text, step: text, what: z.union([text, textShape]) }),
  event('act-outcome', {
    item: text,
    outcome: z.enum(['done', 'failed', 'unknown']),
    why: nullable,
    data: evidenceShape.exactOptional(),
    seconds,
  }),
  event('step-ended', { step: text, outcome: z.enum(['done', 'failed', 'nothing', 'left-out', 'waiting']) }),
  event('run-ended', { run: runKind, outcome: z.enum(['done', 'incomplete', 'stopped']) }),
  event('handed-over', {}),
  event('upgrade-seen', { from: text, to: text, build: nullable }),
  event('gate-decided', {
    verdict: z.enum(['go', 'no-go']),
    by: text,
    fingerprint: text,
    expires: text,
    reasons: z.array(
      z.strictObject({
        key: text,
        kind: z.enum(['finding', 'evidence', 'answer', 'facts-changed', 'plan', 'waived', 'attested']),
        blocks: z.boolean(),
        text: textShape,
      }),
    ),
  }),
  event('put-back', {
    item: text,
    outcome: z.enum(putBackOutcomes),
    found: stateOrNone,
    left: stateOrNone,
    was: resourceStateShape,
    forced: z.boolean(),
    why: nullable,
  }),
  event('put-back-intent', { item: text, to: resourceStateShape }),
  event('accepted', {
    item: text,
    found: z.union([z.literal('absent'), resourceStateShape]),
    by: text,
    reason: text,
  }),
  event('copy-kept', { path: text, upTo: count, bytes: count }),
  event('copy-compared', { path: text, bytes: count, outcome: z.enum(['same', 'other', 'not-read']) }),
  event('copy-differs', { path: text, found: count, expected: count }),
  event('kit-log-joined', { from: count, events: count, sha256: sha256Shape }),
  event('lock-taken-over', { pid: count, since: text }),
  event('torn-line-set-aside', { file: text, bytes: count }),
  event('clock-went-back', { seconds }),
  event('noted', { text: textShape, by: text }),
  event('signed', { publicKey: text, signature: text, by: text }),
] as const;

export const eventShape = z.discriminatedUnion('type', shapes);

/** Every type of event that this version knows. */
export const eventTypes: ReadonlySet<string> = new Set(shapes.map(shape => shape.shape.type.value));
