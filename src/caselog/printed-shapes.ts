import { z } from 'zod';
import { sha256Shape, textShape } from '../model/shapes.js';
import { eventShape } from './event-shapes.js';
import { headReferenceShape } from './head-reference.js';

/** What commands about cases print with `--json`. */
const verificationSchema = 'antesala.verification/1';
const logSchema = 'antesala.case-log/1';
const createdSchema = 'antesala.case-created/1';
const importedSchema = 'antesala.case-imported/1';
const keySchema = 'antesala.key/1';

export const verificationShape = z.strictObject({
  schema: z.literal(verificationSchema),
  case: z.strictObject({ id: z.string(), name: z.string(), folder: z.string() }),
  ok: z.boolean(),
  head: headReferenceShape.nullable(),
  evidence: z.strictObject({ whole: z.int(), unmentioned: z.array(sha256Shape) }),
  signatures: z.array(
    z.strictObject({ seq: z.int(), by: z.string(), publicKey: z.string(), holds: z.boolean(), pinned: z.boolean() }),
  ),
  report: z
    .strictObject({
      file: z.string(),
      /** Null of a report in another form than JSON that the case did not keep. */
      case: headReferenceShape.nullable(),
      matches: z.boolean(),
      storedAs: z.int().nullable(),
    })
    .nullable(),
  problems: z.array(z.strictObject({ where: z.string(), line: z.int().nullable(), text: textShape })),
  proven: z.array(textShape),
  notProven: z.array(textShape),
});

export const printedLogShape = z.strictObject({
  schema: z.literal(logSchema),
  case: z.strictObject({ id: z.string(), name: z.string() }),
  /** Each with what it says to people. */
  events: z.array(z.strictObject({ event: eventShape, text: textShape })),
});

export const createdShape = z.strictObject({
  schema: z.literal(createdSchema),
  id: z.string(),
  name: z.string(),
  folder: z.string(),
  host: z.string(),
  to: z.string().nullable(),
});

/** `antesala.case-event/1`: the event that `attest` or `waive` appended. */
export const caseEventShape = z.strictObject({ schema: z.literal('antesala.case-event/1'), event: eventShape });
/** What `antesala case import` added, and how the kit's runs in it ended. */
export const importedShape = z.strictObject({
  schema: z.literal(importedSchema),
  added: z.int().nonnegative(),
  known: z.int().nonnegative(),
  runs: z.array(z.strictObject({ run: z.string(), outcome: z.enum(['done', 'incomplete', 'stopped']) })),
});

export const printedKeyShape = z.strictObject({
  schema: z.literal(keySchema),
  file: z.string(),
  publicKey: z.string(),
  publicPem: z.string(),
});
