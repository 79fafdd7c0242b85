import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Text, say } from '../i18n/text.js';
import { CaseError } from '../model/case-error.js';
import { readCaseFile } from './case-file.js';
import { unfinished } from './durable.js';
import type { FolderLog } from './folder-log.js';
import { readHead } from './head-file.js';
import { type HeadReference, headReference } from './head-reference.js';
import { openCase } from './open-case.js';
import { signatureHolds } from './signing.js';
import { joinedProblems } from './verify-joined.js';

export interface VerifiedSignature {
  /** Number of the event; it covers those before it. */
  readonly seq: number;
  readonly by: string;
  readonly publicKey: string;
  readonly holds: boolean;
}

/** What was found of a case's folder. Nothing is wrong when `problems` is empty. */
export interface Verification {
  readonly id: string;
  readonly name: string;
  /** Undefined when the log is damaged. */
  readonly log: FolderLog | undefined;
  readonly head: HeadReference | undefined;
  /** Whether `head.json`, which shows that no event is missing at the end, was there. */
  readonly headKnown: boolean;
  readonly evidence: {
    /** Files whose bytes have the hash of their name. */
    readonly whole: number;
    /** Of these: files of which no event speaks. */
    readonly unmentioned: readonly string[];
  };
  readonly signatures: readonly VerifiedSignature[];
  readonly problems: readonly { readonly where: string; readonly line: number | null; readonly text: Text }[];
}

/**
 * Checks everything of a case that can be checked without a server or a network: the chain of the log, the hashes of the evidence, the
 * signatures.
 *
 * @throws CaseError `not-a-case`, `newer`, `unreadable`: then nothing can be said
 */
export async function verifyCase(folder: string): Promise<Verification> {
  const { id, name } = await readCaseFile(folder);
  const problems: Verification['problems'][number][] = [];
  const log = await openCase(folder, { write: false, actor: '', now: () => new Date(0) }).catch((error: unknown) => {
    if (!(error instanceof CaseError) || error.kind !== 'damaged') throw error;
    problems.push({ where: join(folder, 'case.jsonl'), line: error.line ?? null, text: error.text });
    return undefined;
  });
  const found = await evidenceIn(join(folder, 'evidence'));
  for (const path of found.changed) problems.push({ where: path, line: null, text: texts.changed(path) });
  const mentioned = new Map(
    (log?.events ?? []).flatMap(event => (event.type === 'evidence-stored' ? [[event.sha256, event] as const] : [])),
  );
  for (const [sha256, event] of mentioned) {
    const path = join(folder, 'evidence', sha256);
    if (found.whole.has(sha256) || found.changed.includes(path)) continue;
    problems.push({ where: path, line: event.seq, text: texts.missing(path, event.seq, event.name) });
  }
  if (log) {
    const lineAt = (seq: number): string => log.linesFrom(seq).split('\n', 1)[0] ?? '';
    const evidence = async (sha256: string): Promise<Uint8Array | undefined> =>
      found.whole.has(sha256) ? await log.evidence(sha256) : undefined;
    for (const { seq, text } of await joinedProblems(log.events, lineAt, evidence))
      problems.push({ where: join(folder, 'case.jsonl'), line: seq, text });
  }
  const signatures = signaturesOf(log, id);
  for (const { seq, holds, by } of signatures) {
    if (!holds) problems.push({ where: join(folder, 'case.jsonl'), line: seq, text: texts.badSignature(seq, by) });
  }
  return {
    id,
    name,
    log,
    head: log && headReference(log),
    headKnown: (await readHead(folder)) !== undefined,
    evidence: {
      whole: found.whole.size,
      unmentioned: log ? [...found.whole].filter(sha256 => !mentioned.has(sha256)) : [],
    },
    signatures,
    problems,
  };
}

function signaturesOf(log: FolderLog | undefined, id: string): VerifiedSignature[] {
  return (log?.events ?? []).flatMap(event => {
    if (event.type !== 'signed') return [];
    const { seq, by, publicKey } = event;
    return [{ seq, by, publicKey, holds: signatureHolds(id, event) }];
  });
}

async function evidenceIn(folder: string): Promise<{ readonly whole: Set<string>; readonly changed: string[] }> {
  const whole = new Set<string>();
  const changed: string[] = [];
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names.toSorted()) {
    if (name.startsWith(unfinished)) continue;
    const path = join(folder, name);
    if ((await hashOfFile(path)) === name) whole.add(name);
    else changed.push(path);
  }
  return { whole, changed };
}

/** A piece at a time: a scan's log or a manifest of a backup can be large. Undefined when it cannot be read. */
async function hashOfFile(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(piece as Buffer);
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}

const texts = {
  changed: (path: string): Text =>
    say({
      en: `${path}: this is not what was stored; its SHA-256 is not its name, or it cannot be read.`,
      es: `${path}: no es lo que se guardó; su SHA-256 no es su nombre, o no se puede leer.`,
    }),
  missing: (path: string, seq: number, name: string): Text =>
    say({
      en: `${path}: missing. Event ${seq} says that it was stored (“${name}”).`,
      es: `${path}: falta. El evento ${seq} dice que se guardó («${name}»).`,
    }),
  badSignature: (seq: number, by: string): Text =>
    say({
      en: `Event ${seq}: the signature in the name of “${by}” is not one over this log.`,
      es: `Evento ${seq}: la firma a nombre de «${by}» no corresponde a este registro.`,
    }),
};
