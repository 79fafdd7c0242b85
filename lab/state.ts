import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const hostSchema = z.object({
  name: z.string(),
  kind: z.enum(['wine', 'debian']),
  host: z.literal('127.0.0.1'),
  port: z.number().int(),
  user: z.string(),
  identityFile: z.string(),
  knownHostsFile: z.string(),
  /** A file that holds the password of `user`, without a line end. */
  passwordFile: z.string(),
  /** Ports of the same host that misbehave in one way each: see README. */
  variants: z.record(z.string(), z.number().int()),
  pids: z.object({ supervisor: z.number().int(), init: z.number().int().optional() }),
  startedAt: z.string(),
  /** Fingerprint of the profile it was built from. */
  content: z.string(),
});

const stateSchema = z.object({ format: z.literal('antesala-lab/1'), hosts: z.record(z.string(), hostSchema) });

/** A running host of the lab, as written to state.json. */
export type LabHost = z.infer<typeof hostSchema>;

/** Reads the state file. A missing or unreadable one means no host: `status` and `down` look at the machine anyway. */
export function readState(file: string): Record<string, LabHost> {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).hosts;
  } catch {
    return {};
  }
}

/** Replaces the state file in one step, so that a reader never sees half of it. */
export function writeState(file: string, hosts: Record<string, LabHost>): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify({ format: 'antesala-lab/1', hosts }, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}
