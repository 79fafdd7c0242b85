import { rm, stat } from 'node:fs/promises';
import { type Text, say } from '../../i18n/text.js';
import { InputError } from '../../model/input-error.js';
import { type BytePath, joined, lastName, pathBytes, pathOfText, shownPath } from '../byte-path.js';
import type { ProgramEnd } from '../program-end.js';
import type { BackupEntry, BackupFacts, BackupReader, Batch, Problem, RestorePlace, Restored } from '../reader.js';
import { lastSnapshot, nodeIn } from './printed.js';
import { type Repository, ResticRun } from './run-restic.js';

const batchSize = 256;
/** Names of files go to restic as arguments, of which a system takes no more than some hundred kilobytes. */
const mostArguments = 400_000;

/** A snapshot in a repository of restic, read by restic itself: what it cannot restore, nobody can. */
export class ResticReader implements BackupReader {
  readonly facts: BackupFacts;
  readonly #repository: Repository;
  readonly #snapshot: string;

  private constructor(repository: Repository, snapshot: string, facts: BackupFacts) {
    this.#repository = repository;
    this.#snapshot = snapshot;
    this.facts = facts;
  }

  /**
   * @param snapshot its id, or `latest`
   * @throws InputError when there is no restic, no such snapshot, or the password is wrong
   */
  static async open(repository: Repository, snapshot: string, signal: AbortSignal): Promise<ResticReader> {
    const run = new ResticRun(repository, ['snapshots', '--json', snapshot], signal);
    let printed = '';
    for await (const line of run.lines()) printed += line;
    const { said } = await run.ended();
    const found = lastSnapshot(printed);
    if (!found) throw new InputError(noSnapshot(snapshot, said));
    return new ResticReader(repository, found.id, {
      kind: 'restic',
      label: [found.id.slice(0, 8), found.hostname, ...(found.paths ?? [])].filter(one => one !== undefined).join(' '),
      writtenBy: 'restic',
      made: Date.parse(found.time),
      times: { precision: 1, zone: 'utc' },
      paths: 'rooted',
      names: 'text',
      parts: [],
      limits: [limits],
    });
  }

  async *list(signal: AbortSignal): AsyncGenerator<Batch> {
    signal.throwIfAborted();
    const run = new ResticRun(this.#repository, ['ls', '--json', this.#snapshot], signal);
    try {
      let entries: BackupEntry[] = [];
      for await (const line of run.lines()) {
        const entry = nodeIn(line);
        if (entry) entries.push(entry);
        if (entries.length < batchSize) continue;
        yield { entries, problems: [] };
        entries = [];
      }
      const end = await run.ended();
      yield { entries, problems: end.code === 0 ? [] : [broken(end)] };
    } finally {
      run.stop();
    }
  }

  async *restore(chosen: readonly BackupEntry[], place: RestorePlace, signal: AbortSignal): AsyncGenerator<Restored> {
    for (const some of inRuns(chosen)) {
      const folder = await place.folder(some.reduce((sum, entry) => sum + entry.size, 0));
      // patterns that begin at the root name one file each: what means something in them is escaped
      const patterns = some.flatMap(({ path }) => ['--include', shownPath(path).replaceAll(/[\\*?[\]]/g, '\\$&')]);
      const run = new ResticRun(this.#repository, ['restore', this.#snapshot, '--target', folder, ...patterns], signal);
      const end = await run.ended();
      for (const entry of some) yield await restored(entry, joined(pathOfText(folder), inFolder(entry.path)), end);
      await rm(folder, { recursive: true, force: true });
    }
  }

  async close(): Promise<void> {
    // every run has ended by itself
  }
}

/** Where restic puts a path below its target. */
function inFolder(path: BytePath): BytePath {
  return path.replace(/^\/+/, '') as BytePath;
}

function* inRuns(chosen: readonly BackupEntry[]): Generator<BackupEntry[]> {
  let [some, length]: [BackupEntry[], number] = [[], 0];
  for (const entry of chosen) {
    const own = entry.path.length * 2 + 24;
    if (some.length > 0 && length + own > mostArguments) {
      yield some;
      [some, length] = [[], 0];
    }
    some.push(entry);
    length += own;
  }
  if (some.length > 0) yield some;
}

async function restored(entry: BackupEntry, file: BytePath, end: ProgramEnd): Promise<Restored> {
  const there = await stat(pathBytes(file)).then(
    found => found.isFile(),
    () => false,
  );
  if (there) return { entry, content: { file } };
  const line = end.said.split('\n').find(one => one.includes(shownPath(lastName(entry.path)))) ?? mainLine(end.said);
  return { entry, problem: { means: 'damaged', text: notRestored(line) } };
}

function broken(end: ProgramEnd): Problem {
  return { means: 'damaged', text: notListed(mainLine(end.said)) };
}

/** What went wrong, of all that restic said. */
function mainLine(said: string): string {
  const lines = said.trim().split('\n');
  return lines.find(line => line.startsWith('Fatal:')) ?? lines.at(-1) ?? '';
}

const limits = say({
  en: 'Where links point, owners, access lists and extended attributes are not compared in a repository of restic.',
  es: 'En un repositorio de restic no se comparan el destino de los enlaces, los propietarios, las listas de control de acceso ni los atributos extendidos.',
});

const noSnapshot = (snapshot: string, saying: string): Text =>
  say({
    en: `The restic repository has no snapshot ${snapshot}${saying === '' ? '' : `; restic says: ${mainLine(saying)}`}. “restic snapshots” lists those it has.`,
    es: `El repositorio de restic no tiene la instantánea ${snapshot}${saying === '' ? '' : `; restic dice: ${mainLine(saying)}`}. «restic snapshots» enumera las que hay.`,
  });

const notListed = (line: string): Text =>
  say({
    en: `restic could not list the snapshot to its end: ${line}. Run “restic check” on the repository.`,
    es: `restic no ha podido enumerar la instantánea hasta el final: ${line}. Ejecute «restic check» en el repositorio.`,
  });

const notRestored = (line: string): Text =>
  say({
    en: `restic could not restore it${line === '' ? '' : `: ${line}`}.`,
    es: `restic no ha podido restaurarlo${line === '' ? '' : `: ${line}`}.`,
  });
