import { type ChildProcess, spawn } from 'node:child_process';
import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Text, say } from '../../i18n/text.js';
import { type BytePath, joined, pathBytes, pathOfText, shownPath } from '../byte-path.js';
import { programEnd } from '../program-end.js';
import type {
  BackupEntry,
  BackupFacts,
  BackupKind,
  BackupReader,
  Batch,
  Problem,
  RestorePlace,
  Restored,
} from '../reader.js';
import { entryOf, itemsIn } from './printed.js';

const batchSize = 256;

/** Kinds of backup that 7-Zip reads. */
export type SevenZipKind = Extract<BackupKind, 'zip' | 'tar' | 'vhd' | 'vhdx'>;

/**
 * Archives, and the disk images that wbadmin writes (one volume each), through the real 7-Zip, which reads NTFS inside VHD and VHDX without
 * mounting anything. An image with several partitions is listed as those partitions; nothing of the originals is found in it then, and said so.
 */
export class SevenZipReader implements BackupReader {
  readonly facts: BackupFacts;
  readonly #path: string;

  constructor(path: string, kind: SevenZipKind) {
    this.#path = path;
    this.facts = {
      kind,
      // zip keeps even seconds of the clock on the wall, 7-Zip prints whole ones of the others
      times: kind === 'zip' ? { precision: 2000, zone: 'unknown' } : { precision: 1000, zone: 'utc' },
      paths: 'loose',
      names: 'text',
      parts: [path],
      limits: [limits],
    };
  }

  async *list(signal: AbortSignal): AsyncGenerator<Batch> {
    signal.throwIfAborted();
    const run = started(['l', '-slt', '-ba', '-p', '-scsUTF-8', '--', this.#path], signal);
    const end = programEnd(run, mostSaid, noSevenZip);
    try {
      let entries: BackupEntry[] = [];
      const lines = createInterface({ input: run.stdout ?? process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
      for await (const item of itemsIn(lines)) {
        const entry = entryOf(item);
        if (entry) entries.push(entry);
        if (entries.length < batchSize) continue;
        yield { entries, problems: [] };
        entries = [];
      }
      const { code, said } = await end;
      yield { entries, problems: code === 0 ? [] : [broken(said, this.#path)] };
    } finally {
      run.kill();
      await end.catch(() => undefined);
    }
  }

  async *restore(chosen: readonly BackupEntry[], place: RestorePlace, signal: AbortSignal): AsyncGenerator<Restored> {
    const asked = chosen.filter(entry => !entry.trouble);
    for (const entry of chosen) if (entry.trouble) yield { entry, problem: entry.trouble };
    if (asked.length === 0) return;
    const folder = await place.folder(asked.reduce((sum, entry) => sum + entry.size, 0));
    const [list, to] = [join(folder, 'names'), join(folder, 'files')];
    await writeFile(list, `${asked.map(entry => shownPath(entry.path)).join('\n')}\n`);
    // -spd: names are names and no patterns
    const args = ['x', '-y', '-bd', '-spd', '-p', '-scsUTF-8', `-o${to}`, `-i@${list}`, '--', this.#path];
    const run = started(args, signal);
    run.stdout?.resume();
    const { code, said } = await programEnd(run, mostSaid, noSevenZip);
    const errors = said.split('\n').filter(line => line.startsWith('ERROR'));
    for (const entry of asked) yield await restored(entry, joined(pathOfText(to), entry.path), code, errors);
    await rm(folder, { recursive: true, force: true });
  }

  async close(): Promise<void> {
    // every run has ended by itself
  }
}

async function restored(
  entry: BackupEntry,
  file: BytePath,
  code: number | null,
  errors: readonly string[],
): Promise<Restored> {
  // 7-Zip leaves what it could save of a broken file where it belongs: its own word counts more than that the file is there
  const error = errors.find(line => line.endsWith(` : ${shownPath(entry.path)}`));
  if (error !== undefined) return { entry, problem: { means: 'damaged', text: notRestored(error) } };
  const there = await stat(pathBytes(file)).then(
    found => found.isFile(),
    () => false,
  );
  if (there) return { entry, content: { file } };
  const problem: Problem =
    code === 0
      ? { means: 'not-verifiable', text: otherName }
      : { means: 'damaged', text: notRestored(errors[0] ?? `7-Zip ${code}`) };
  return { entry, problem };
}

const mostSaid = 1_000_000;

function started(args: readonly string[], signal: AbortSignal): ChildProcess {
  return spawn('7zz', args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' },
    signal,
    windowsHide: true,
  });
}

function broken(said: string, part: string): Problem {
  const line = said.split('\n').find(one => /error|cannot|unexpected/i.test(one)) ?? said.trim();
  return { means: 'damaged', text: notListed(line), part };
}

const limits = say({
  en: 'Alternate data streams, permissions and access lists are not compared in an archive or a disk image.',
  es: 'En un archivo comprimido o en una imagen de disco no se comparan los flujos de datos alternativos, los permisos ni las listas de control de acceso.',
});

const noSevenZip = say({
  en: '7-Zip (7zz) is not installed on this computer; it reads archives and disk images. Install the package 7zip and try again.',
  es: '7-Zip (7zz) no está instalado en este equipo; es lo que lee archivos comprimidos e imágenes de disco. Instale el paquete 7zip y vuelva a intentarlo.',
});

const otherName = say({
  en: '7-Zip restored it under another name, so it cannot be compared.',
  es: '7-Zip lo ha restaurado con otro nombre, así que no se puede comparar.',
});

const notListed = (line: string): Text =>
  say({
    en: `7-Zip could not read it to its end: ${line}.`,
    es: `7-Zip no ha podido leerla hasta el final: ${line}.`,
  });

const notRestored = (line: string): Text =>
  say({ en: `7-Zip could not restore it: ${line}.`, es: `7-Zip no ha podido restaurarlo: ${line}.` });
