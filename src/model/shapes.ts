import { z } from 'zod';
import type { PlanChoices } from './plan-choices.js';
import type { Resource } from './resource.js';

/** Shapes that several files share: what stands in case logs, plans and reports. */
export const textShape = z.strictObject({ en: z.string(), es: z.string() });

/** As `Date.toISOString` writes it. */
export const momentPattern =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
export const momentShape = z.string().regex(momentPattern).describe('ISO 8601, UTC, with milliseconds');
export const sha256Shape = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256, hexadecimal');

export const evidenceShape = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
);

export const resourceStateShape = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

export const resourceShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('service'), name: z.string() }),
  z.strictObject({ kind: z.literal('unit'), name: z.string() }),
  z.strictObject({ kind: z.literal('registry-value'), key: z.string(), value: z.string() }),
  z.strictObject({ kind: z.literal('file'), path: z.string() }),
  z.strictObject({
    kind: z.literal('command'),
    name: z.string(),
    look: z.string(),
    set: z.record(z.string(), z.string()),
  }),
]) satisfies z.ZodType<Resource>;

const recipient = z.strictObject({
  address: z.string(),
  name: z.string().exactOptional(),
  language: z.enum(['en', 'es']),
  timeZone: z.string().exactOptional(),
});
const valueAndLine = z.strictObject({ value: z.string(), line: z.string() });

export const planChoicesShape = z.strictObject({
  window: z.strictObject({ starts: z.string(), ends: z.string(), timeZone: z.string() }).exactOptional(),
  leftOut: z.array(z.strictObject({ id: z.string(), reason: z.string() })),
  own: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('reversible'),
        id: z.string(),
        title: z.string(),
        look: z.string(),
        from: valueAndLine,
        to: valueAndLine,
      }),
      z.strictObject({
        kind: z.literal('irreversible'),
        id: z.string(),
        title: z.string(),
        line: z.string(),
        reason: z.string(),
      }),
    ]),
  ),
  notify: z.strictObject({
    smtp: z.string().exactOptional(),
    from: z.string().exactOptional(),
    to: z.array(recipient),
    ldap: z.strictObject({ url: z.string(), base: z.string(), bindDn: z.string().exactOptional() }).exactOptional(),
    note: z.string().exactOptional(),
    onScreen: z.boolean(),
  }),
  logOff: z.strictObject({ countdownMinutes: z.number(), force: z.boolean() }),
  disconnect: z.strictObject({ deadManMinutes: z.number(), cutOwnConnection: z.boolean() }),
  connection: z.record(z.string(), z.string()),
}) satisfies z.ZodType<PlanChoices>;
