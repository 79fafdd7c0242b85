import { randomBytes } from 'node:crypto';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type Text, say } from '../i18n/text.js';
import { CaseError } from '../model/case-error.js';
import { cannotWrite } from './append-file.js';
import { processStart } from './process-start.js';

export const lockFileName = 'lock.json';

const ownerShape = z.strictObject({
  pid: z.int().positive(),
  /** As `processStart` tells it. */
  started: z.string(),
  computer: z.string(),
  actor: z.string(),
  since: z.string(),
  /** Random: tells this lock from every other. */
  nonce: z.string().regex(/^[0-9a-f]{16}$/),
});

/** Who holds a case. */
export type LockOwner = z.infer<typeof ownerShape>;

export interface Lock {
  /** The dead owner from whom it was taken over. */
  readonly takenFrom: LockOwner | undefined;
  release(): Promise<void>;
}

/**
 * Takes the lock of a case, so that two runs never write to one log.
 *
 * The owner is the last of a chain: `lock.json`, then `lock-<nonce>.json` of whoever takes over from the owner with that nonce, and so on.
 * Such a name can be created once only, so of two runs that find the same dead owner one wins; and whoever came too late (the chain has
 * moved on in between) sees that `lock.json` is no longer what it was.
 *
 * @throws CaseError `locked` when its owner lives, or nobody can say; `unwritable`
 */
export async function takeLock(folder: string, actor: string, now: Date): Promise<Lock> {
  const own = await ownerNow(actor, now);
  const path = join(folder, lockFileName);
  // Each turn is lost only to a run that made progress meanwhile
  for (let turn = 0; turn < 100; turn += 1) {
    if (await create(path, own)) return { takenFrom: undefined, release: () => release(path, own) };
    const seen = await lookAtLock(folder);
    if (seen === undefined) continue;
    if (await lives(seen.last)) throw new CaseError('locked', held(seen.last, folder));
    if (await takeOver(folder, seen, own)) return { takenFrom: seen.last, release: () => release(path, own) };
  }
  throw new CaseError('locked', contended(folder));
}

/** This process, as the owner of a lock. */
export async function ownerNow(actor: string, now: Date): Promise<LockOwner> {
  return {
    pid: process.pid,
    started: await processStart(process.pid),
    computer: hostname(),
    actor,
    since: now.toISOString(),
    nonce: randomBytes(8).toString('hex'),
  };
}

/** The chain of owners as it was seen at one time: its first stands in `lock.json`, its last is the owner. */
export interface SeenLock {
  readonly first: LockOwner;
  readonly last: LockOwner;
}

/** Undefined when nobody has the lock. */
export async function lookAtLock(folder: string): Promise<SeenLock | undefined> {
  const first = await readOwner(join(folder, lockFileName));
  return first && { first, last: await lastOfChain(folder, first) };
}

/**
 * Takes the lock from an owner who was seen, and is dead.
 *
 * @returns false when somebody else did so before, whether or not that one has it still
 */
export async function takeOver(folder: string, { first, last }: SeenLock, own: LockOwner): Promise<boolean> {
  const path = join(folder, lockFileName);
  const claim = claimPath(folder, last);
  if (!(await create(claim, own))) return false;
  // Whoever took over before has replaced lock.json before taking their claim away
  if ((await readOwner(path))?.nonce !== first.nonce) {
    await rm(claim, { force: true });
    return false;
  }
  await replace(path, own);
  for (let at: LockOwner | undefined = first; at && at.nonce !== own.nonce; ) {
    const next: LockOwner | undefined = await readOwner(claimPath(folder, at));
    await rm(claimPath(folder, at), { force: true });
    at = next;
  }
  return true;
}

function claimPath(folder: string, owner: LockOwner): string {
  return join(folder, `lock-${owner.nonce}.json`);
}

async function lastOfChain(folder: string, first: LockOwner): Promise<LockOwner> {
  const next = await readOwner(claimPath(folder, first));
  return next ? lastOfChain(folder, next) : first;
}

async function lives(owner: LockOwner): Promise<boolean> {
  if (owner.computer !== hostname()) return true;
  const started = await processStart(owner.pid);
  return started !== 'gone' && (started === owner.started || started === 'unknown' || owner.started === 'unknown');
}

/** Undefined when there is none. A lock appears whole or not at all, so one that cannot be read was made by nobody we know. */
async function readOwner(path: string): Promise<LockOwner | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new CaseError('locked', unreadable(path), { cause: error });
  }
  try {
    return ownerShape.parse(JSON.parse(text));
  } catch (error) {
    throw new CaseError('locked', unreadable(path), { cause: error });
  }
}

/** Creates the file with its content, both or neither; false when there is one. On disk, so that a power cut leaves no empty lock. */
async function create(path: string, owner: LockOwner): Promise<boolean> {
  const beside = `${path}.${owner.nonce}`;
  try {
    await write(beside, owner);
    await link(beside, path);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return false;
    // File systems without hard links (FAT, some shares): the name first, the content after it
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS' || code === 'EOPNOTSUPP') {
      return await createInPlace(path, owner);
    }
    throw cannotWrite(path, error);
  } finally {
    await rm(beside, { force: true });
  }
}

async function createInPlace(path: string, owner: LockOwner): Promise<boolean> {
  try {
    await write(path, owner);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw cannotWrite(path, error);
  }
}

async function replace(path: string, owner: LockOwner): Promise<void> {
  const beside = `${path}.${owner.nonce}`;
  try {
    await write(beside, owner);
    await rename(beside, path);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

async function write(path: string, owner: LockOwner): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(owner)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function release(path: string, own: LockOwner): Promise<void> {
  const owner = await readOwner(path).catch(() => undefined);
  if (owner?.nonce === own.nonce) await rm(path, { force: true });
}

function held(owner: LockOwner, folder: string): Text {
  const path = join(folder, lockFileName);
  const elsewhere = owner.computer !== hostname();
  return say({
    en: f =>
      `The case is in use: ${owner.actor}, process ${owner.pid} on ${owner.computer}, since ${f.moment(owner.since)}. ${elsewhere ? `Whether that run is still going on cannot be seen from here; if it is certainly over, delete ${path}.` : 'Wait until it has ended, or end it, then run the same command again.'}`,
    es: f =>
      `El caso está en uso: ${owner.actor}, proceso ${owner.pid} en ${owner.computer}, desde el ${f.moment(owner.since)}. ${elsewhere ? `Desde aquí no se puede ver si esa ejecución continúa; si es seguro que ha terminado, borre ${path}.` : 'Espere a que termine, o deténgalo, y repita la misma orden.'}`,
  });
}

const unreadable = (path: string): Text =>
  say({
    en: `${path} is there but does not say who holds the case. If no other run is going on, delete it and try again.`,
    es: `${path} existe, pero no dice quién tiene el caso. Si no hay otra ejecución en marcha, bórrelo y vuelva a intentarlo.`,
  });

const contended = (folder: string): Text =>
  say({
    en: `Too many runs want the case ${folder} at once. Try again in a moment.`,
    es: `Demasiadas ejecuciones quieren el caso ${folder} a la vez. Vuelva a intentarlo dentro de un momento.`,
  });
