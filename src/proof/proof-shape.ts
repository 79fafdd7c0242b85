import { z } from 'zod';
import { alwaysKinds } from './always.js';
import { attributeNames, outcomes, reasons } from './judge.js';
import { backupKinds } from '../backups/reader.js';
import { momentShape, sha256Shape, textShape } from '../model/shapes.js';

const problemShape = z.strictObject({
  means: z.enum(['damaged', 'not-verifiable']),
  text: textShape,
  part: z.string().exactOptional(),
  offset: z.int().nonnegative().exactOptional(),
});

const findingShape = z.strictObject({
  path: z.string().describe('with \\xNN for bytes that are no UTF-8'),
  /** Base64 of the path where it is no UTF-8. */
  pathBytes: z.string().exactOptional(),
  size: z.int().nonnegative(),
  outcome: z.enum(outcomes),
  reason: z.enum(reasons),
  /** Of an identical file: attributes that differ. */
  differs: z.array(z.enum(attributeNames)).exactOptional(),
  /** First byte that differs. */
  at: z.int().nonnegative().exactOptional(),
  /** What the operating system said. */
  code: z.string().exactOptional(),
  /** Of what both hold, where they are identical. */
  sha256: sha256Shape.exactOptional(),
  /** Why it was looked at without being drawn. */
  always: z.enum(alwaysKinds).exactOptional(),
  problem: problemShape.exactOptional(),
});

const countsShape = z.strictObject({
  identical: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  damaged: z.int().nonnegative(),
  notVerifiable: z.int().nonnegative(),
});

export const verdicts = ['proven', 'damaged', 'not-proven'] as const;

/** `antesala.proof/1`: the evidence of one proof. */
export const proofShape = z.strictObject({
  schema: z.literal('antesala.proof/1'),
  verdict: z.enum(verdicts),
  /** The verdict for people. */
  text: z.array(textShape),
  version: z.string().describe('of Antesala'),
  computer: z.string(),
  started: momentShape,
  ended: momentShape,
  backup: z.strictObject({
    path: z.string(),
    kind: z.enum(backupKinds),
    label: z.string().nullable(),
    writtenBy: z.string().nullable(),
    made: momentShape.nullable(),
    parts: z.array(z.string()),
    limits: z.array(textShape),
  }),
  against: z.array(z.strictObject({ root: z.string(), mapped: z.string() })),
  leftOut: z.array(z.string()),
  method: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('sample'),
      seed: z.string(),
      /** What was asked for. */
      confidence: z.number(),
      share: z.number(),
      /** Files of the originals. */
      population: z.int().nonnegative(),
      populationBytes: z.int().nonnegative(),
      /** Files that had to be drawn and say something. */
      needed: z.int().nonnegative(),
      /** Files that were drawn, and those of them that did not change since the backup. */
      drawn: z.int().nonnegative(),
      speaking: z.int().nonnegative(),
      /** What that shows: with the confidence asked for, less than this share. */
      shareShown: z.number(),
      /** And with which confidence less than the share asked for. */
      confidenceShown: z.number(),
      budget: z.strictObject({ bytes: z.int().nullable(), seconds: z.number().nullable() }).nullable(),
    }),
    z.strictObject({ kind: z.literal('all'), hashes: z.boolean() }),
  ]),
  /** Of files: drawn ones, or all. */
  files: countsShape,
  /** Folders and links; in a sample there are none. */
  others: countsShape,
  /** Files that were looked at without being drawn. */
  always: countsShape,
  attributesDiffer: z.int().nonnegative(),
  bytesCompared: z.int().nonnegative(),
  seconds: z.number(),
  problems: z.array(problemShape),
  problemCount: z.int().nonnegative(),
  findings: z.array(findingShape),
  /** False when there were more than are named. */
  allNamed: z.boolean(),
});

export type Proof = z.infer<typeof proofShape>;
