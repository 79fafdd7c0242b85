import { z } from 'zod';
import { pathOfText } from '../byte-path.js';
import type { BackupEntry } from '../reader.js';

// What restic prints with --json, as far as it is needed. Source: restic's manual, "Scripting".
const snapshotShape = z.object({
  id: z.string(),
  time: z.string(),
  hostname: z.string().optional(),
  paths: z.array(z.string()).optional(),
});
const nodeShape = z.object({
  struct_type: z.literal('node'),
  type: z.string(),
  path: z.string(),
  size: z.number().int().nonnegative().optional(),
  mode: z.number().optional(),
  mtime: z.string().optional(),
});

export type Snapshot = z.infer<typeof snapshotShape>;

/** The last of the snapshots that `restic snapshots --json` printed; undefined when there is none or it is something else. */
export function lastSnapshot(printed: string): Snapshot | undefined {
  const all = z.array(snapshotShape).safeParse(parsed(printed));
  return all.success ? all.data.toSorted((a, b) => (a.time < b.time ? -1 : 1)).at(-1) : undefined;
}

/** One line of `restic ls --json`; undefined for what is no node. */
export function nodeIn(line: string): BackupEntry | undefined {
  const found = nodeShape.safeParse(parsed(line));
  if (!found.success) return undefined;
  const { type, path, size = 0, mode, mtime } = found.data;
  const modified = mtime === undefined ? Number.NaN : Date.parse(mtime);
  return {
    path: pathOfText(path),
    kind: kinds[type] ?? 'other',
    size: type === 'file' ? size : 0,
    ...(Number.isNaN(modified) ? {} : { modified: modified + fractionOf(mtime ?? '') }),
    ...(mode === undefined ? {} : { mode: unixMode(mode) }),
  };
}

const kinds: Readonly<Record<string, BackupEntry['kind']>> = { file: 'file', dir: 'folder', symlink: 'link' };

/** What `Date.parse` leaves out: the digits after the milliseconds. */
function fractionOf(time: string): number {
  const digits = /\.\d{3}(\d+)/.exec(time)?.[1];
  return digits === undefined ? 0 : Number(`0.${digits}`);
}

/** Go counts the bits above the permissions in its own way (os.FileMode). */
function unixMode(mode: number): number {
  const bit = (place: number): boolean => Math.floor(mode / 2 ** place) % 2 === 1;
  return (mode & 0o777) | (bit(23) ? 0o4000 : 0) | (bit(22) ? 0o2000 : 0) | (bit(20) ? 0o1000 : 0);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
