import { z } from 'zod';
import { reportSchema } from './assessment.js';
import { severities, states } from './finding.js';
import { recordingSchema } from './recording.js';
import { type RowId, rowIds, sections } from './row.js';

/** What Antesala reads and writes as zod schemas: the JSON Schema files are made from these, and tests hold real output against them. */
const text = z.strictObject({ en: z.string(), es: z.string() });
const time = z.string().describe('ISO 8601, UTC');
const source = z.strictObject({
  title: z.union([z.string(), text]),
  url: z.string().optional(),
  proof: z.enum(['vendor', 'community', 'derived', 'unverified']),
});
const verdict = z.enum(['ready', 'answers-needed', 'facts-missing', 'not-ready']);
const counts = z.record(z.enum(states), z.int());
const host = {
  host: z.string(),
  computer: z.string(),
  platform: z.enum(['windows', 'linux']),
  executor: z.enum(['sh', 'wsh', 'powershell']),
  elevated: z.boolean(),
  gatheredAt: time,
  hostClock: time,
  composed: z.strictObject({ note: text, sources: z.array(z.string()) }).optional(),
};

const cell = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])),
]);
const given = { state: z.literal('ok'), ms: z.number(), cut: z.boolean().optional() };
const registryValue = z.union([
  z.strictObject({ type: z.enum(['sz', 'expand', 'qword', 'binary', 'none']), value: z.string() }),
  z.strictObject({ type: z.literal('dword'), value: z.number() }),
  z.strictObject({ type: z.literal('multi'), value: z.array(z.string()) }),
]);
const answer = z.union([
  z.strictObject({ ...given, text: z.string(), exit: z.number().optional(), err: z.string().optional() }),
  z.strictObject({ ...given, rows: z.array(z.record(z.string(), cell)) }),
  z.strictObject({ ...given, keys: z.record(z.string(), z.record(z.string(), registryValue)) }),
  z.strictObject({
    state: z.enum(['missing', 'denied', 'timeout', 'error', 'unsupported']),
    ms: z.number(),
    why: z.string(),
  }),
]);

/** `antesala.recording/1` */
export const recordingShape = z.strictObject({
  schema: z.literal(recordingSchema),
  ...host,
  answers: z.record(z.string(), answer),
});

const remedy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hint'), text, url: z.string().optional() }),
  z.strictObject({ kind: z.literal('command'), text, command: z.string() }),
]);

const finding = z.strictObject({
  key: z.string(),
  check: z.string(),
  row: z.enum(rowIds as [RowId, ...RowId[]]),
  section: z.enum(sections),
  title: text,
  state: z.enum(states),
  severity: z.enum(severities),
  resource: z.string().optional(),
  label: text.optional(),
  text,
  remedy: remedy.optional(),
  evidence: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))
    .optional(),
  question: text.optional(),
  sources: z.array(source),
});

const product = z.strictObject({
  id: z.string(),
  name: z.string(),
  family: z.enum(['windows-server', 'small-business-server', 'essentials', 'debian', 'ubuntu']),
  support: z.strictObject({
    ends: z.string(),
    extended: z.strictObject({ name: z.string(), ends: z.string() }).optional(),
  }),
  sources: z.array(source),
});

const path = z.strictObject({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  kind: z.enum(['in-place', 'migrate']),
  usual: z.boolean().optional(),
  notes: z.array(text),
  requires: z.looseObject({ sources: z.array(source) }),
  sources: z.array(source),
});

/** `antesala.report/1` */
export const reportShape = z.strictObject({
  schema: z.literal(reportSchema),
  version: z.string(),
  judgedAt: time,
  recording: z.strictObject(host),
  recordingSha256: z.string().optional(),
  system: text,
  path,
  from: product,
  to: product,
  routes: z.array(z.array(z.strictObject({ path: z.string(), from: z.string(), to: z.string() }))),
  verdict,
  verdictText: text,
  counts,
  sections: z.array(z.strictObject({ section: z.enum(sections), verdict, counts })),
  findings: z.array(finding),
  shown: z.strictObject({
    volumes: z.array(
      z.strictObject({
        name: z.string(),
        label: z.string().optional(),
        kind: z.string(),
        system: z.boolean(),
        sizeBytes: z.number().optional(),
        freeBytes: z.number().optional(),
        neededBytes: z.number().optional(),
      }),
    ),
    missing: z.array(z.strictObject({ fact: z.string(), title: text, why: text })),
  }),
});
