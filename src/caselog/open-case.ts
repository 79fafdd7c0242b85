import { randomBytes } from 'node:crypto';
import { constants, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Text, say } from '../i18n/text.js';
import { CaseError } from '../model/case-error.js';
import { type CaseEvent, caseSchema } from '../model/event.js';
import { AppendFile, cannotWrite } from './append-file.js';
import { type CaseFile, cannotRead, caseFileName, logFileName, readCaseFile } from './case-file.js';
import { syncFolder, unfinished, writeDurably } from './durable.js';
import { EvidenceFiles } from './evidence-files.js';
import { FolderLog } from './folder-log.js';
import { HeadFile, headBytes, headFileName, readHead } from './head-file.js';
import { hashOf, noLineBefore, toLine } from './line.js';
import { takeLock } from './lock.js';
import { type Head, type ReadLog, readLog } from './read-log.js';
import { setAside } from './torn-line.js';

export interface OpenOptions {
  readonly now: () => Date;
  /** `user@computer`, for the events that are appended. */
  readonly actor: string;
  /** Takes the lock. Without it the case is only read, also while another run writes to it. */
  readonly write: boolean;
  /** Done before anything else is written, also before what opening has to say: lines of a kit fit only where the log ended. */
  readonly first?: (log: FolderLog) => Promise<void>;
}

/**
 * Opens the case in a folder and checks its whole log. For writing: takes the lock, sets a torn last line aside, and says both in the log.
 *
 * @throws CaseError
 */
export async function openCase(folder: string, options: OpenOptions): Promise<FolderLog> {
  const file = await readCaseFile(folder);
  const evidence = new EvidenceFiles(folder);
  if (!options.write) return new FolderLog(folder, file, (await readFolder(folder, file)).log, evidence, undefined);
  const { actor, now } = options;
  const lock = await takeLock(folder, actor, now());
  try {
    const { log, head } = await readFolder(folder, file);
    const events: CaseEvent[] = [];
    if (lock.takenFrom) events.push({ type: 'lock-taken-over', pid: lock.takenFrom.pid, since: lock.takenFrom.since });
    if (log.torn.length > 0) events.push(await setAside(folder, log));
    if (!head) {
      events.push({ type: 'noted', text: headMissing(log.events.length), by: actor });
      await writeDurably(join(folder, headFileName), headBytes({ seq: log.events.length, sha256: log.hash }));
    }
    await evidence.tidy();
    const handles = await openHandles(folder, log.whole.length);
    const written = new FolderLog(folder, file, { ...log, torn: Buffer.alloc(0) }, evidence, {
      actor,
      now,
      lock,
      ...handles,
    });
    try {
      await options.first?.(written);
      await written.append(...events);
    } catch (error) {
      await written.close();
      throw error;
    }
    return written;
  } catch (error) {
    await lock.release();
    throw error;
  }
}

export interface NewCase {
  readonly name: string;
  readonly host: string;
  readonly to: string | null;
  readonly version: string;
}

/**
 * Makes the folder of a new case, whole or not at all, and opens it for writing.
 *
 * @throws CaseError `exists`, `unwritable`
 */
export async function createCase(
  folder: string,
  { name, host, to, version }: NewCase,
  { now, actor }: Omit<OpenOptions, 'write'>,
): Promise<FolderLog> {
  const place = resolve(folder);
  if (await stat(place).catch(() => undefined)) throw new CaseError('exists', exists(folder));
  const id = `${now().toISOString().slice(0, 10)}-${randomBytes(8).toString('hex')}`;
  const beside = join(dirname(place), `${unfinished}${basename(place)}-${randomBytes(4).toString('hex')}`);
  const line = toLine(
    { seq: 1, at: now().toISOString(), actor, prev: noLineBefore },
    { type: 'case-created', schema: caseSchema, id, name, host, to, version },
  );
  try {
    await mkdir(beside, { mode: 0o700 });
    await writeDurably(
      join(beside, caseFileName),
      Buffer.from(`${JSON.stringify({ schema: caseSchema, id, name })}\n`),
    );
    await writeDurably(join(beside, logFileName), Buffer.from(`${line}\n`, 'latin1'));
    await writeDurably(join(beside, headFileName), headBytes({ seq: 1, sha256: hashOf(line) }));
    await rename(beside, place);
    await syncFolder(dirname(place));
  } catch (error) {
    await rm(beside, { recursive: true, force: true }).catch(() => undefined);
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOTEMPTY' || code === 'EEXIST') throw new CaseError('exists', exists(folder), { cause: error });
    throw cannotWrite(place, error);
  }
  return openCase(folder, { now, actor, write: true });
}

async function readFolder(
  folder: string,
  { id }: CaseFile,
): Promise<{ readonly log: ReadLog; readonly head: Head | undefined }> {
  // The head first: a log that another run writes to meanwhile only grows beyond it
  const head = await readHead(folder);
  const path = join(folder, logFileName);
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw cannotRead(path, error);
  }
  const log = readLog(bytes, path, head);
  const [first] = log.events;
  if (first?.type === 'case-created' && first.id === id) return { log, head };
  throw new CaseError('damaged', otherCase(path), { line: 1 });
}

async function openHandles(
  folder: string,
  length: number,
): Promise<{ readonly file: AppendFile; readonly head: HeadFile }> {
  const path = join(folder, logFileName);
  try {
    const handle = await open(path, constants.O_RDWR);
    try {
      return { file: new AppendFile(handle, path, length), head: await HeadFile.open(folder) };
    } catch (error) {
      await handle.close();
      throw error;
    }
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

const exists = (folder: string): Text =>
  say({
    en: `${folder} exists already. Choose another name, or go on with that case.`,
    es: `${folder} ya existe. Elija otro nombre o continúe con ese caso.`,
  });

const otherCase = (path: string): Text =>
  say({
    en: `${path} is the log of another case: its id is not the one in ${caseFileName}. Put the log that belongs here back, from a backup of the folder.`,
    es: `${path} es el registro de otro caso: su identificador no es el de ${caseFileName}. Vuelva a poner el registro que corresponde, a partir de una copia de seguridad de la carpeta.`,
  });

const headMissing = (seq: number): Text =>
  say({
    en: `${headFileName} was missing or unreadable and was made anew. Up to event ${seq} the log is whole; whether it had gone further cannot be told from it.`,
    es: `Faltaba ${headFileName} o no se podía leer, y se ha creado de nuevo. Hasta el evento ${seq} el registro está completo; por sí solo no permite saber si llegaba más lejos.`,
  });
