import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { RestorePlace } from '../backups/reader.js';
import { processStart } from '../caselog/process-start.js';
import { type Text, say } from '../i18n/text.js';
import { InputError } from '../model/input-error.js';

const prefix = 'antesala-restored-';
/** What is left free, so that a disk that others use does not fill up. */
const reserve = 64 << 20;

/**
 * A folder for restored files that nobody else can read. It is removed when it is closed; and when this process is killed, by a small one
 * that waits for that and outlives it. What even that one could not remove (the power went) is removed by the next proof in that place.
 */
export class PrivateFolder implements RestorePlace {
  readonly #within: string;
  #path: string | undefined;
  #guard: (() => void) | undefined;

  /** @param within where there is room; `os.tmpdir()` usually */
  constructor(within: string) {
    this.#within = within;
  }

  async folder(neededBytes: number): Promise<string> {
    const path = this.#path ?? (await this.#create());
    const { bavail, bsize } = statfsSync(path);
    const free = bavail * bsize;
    if (free < neededBytes + reserve) throw new InputError(tooLittle(this.#within, free, neededBytes + reserve));
    return mkdtemp(join(path, 'r-'));
  }

  /** Removes it with all that is in it. */
  async close(): Promise<void> {
    if (this.#path !== undefined) removeWhole(this.#path);
    this.#path = undefined;
    this.#guard?.();
    this.#guard = undefined;
  }

  async #create(): Promise<string> {
    await removeLeft(this.#within);
    try {
      mkdirSync(this.#within, { recursive: true });
      // mkdtemp gives it to its owner alone
      this.#path = mkdtempSync(join(this.#within, `${prefix}${process.pid}-`));
    } catch (error) {
      throw new InputError(cannotCreate(this.#within, error), { cause: error });
    }
    this.#guard = guard(this.#path);
    return this.#path;
  }
}

/** Waits in a session of its own until the pipe to this process closes, however it ends. */
function guard(path: string): () => void {
  const script =
    "process.stdin.resume().on('end',()=>require('fs').rmSync(process.argv[1],{recursive:true,force:true,maxRetries:5}))";
  const child = spawn(process.execPath, ['-e', script, path], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    env: {},
    windowsHide: true,
  });
  child.on('error', () => undefined);
  child.unref();
  const pipe = child.stdin;
  if ('unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
  return () => void pipe.end();
}

/** Folders of proofs whose process is no longer there. */
async function removeLeft(within: string): Promise<void> {
  for (const name of names(within)) {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (pid !== undefined && (await processStart(Number(pid))) === 'gone') removeWhole(join(within, name));
  }
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Somebody else's, or one that another proof removes at this moment, is left to them. */
function removeWhole(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // told by nobody: what is in it can be read by its owner alone, and the next proof tries again
  }
}

const tooLittle = (path: string, free: number, needed: number): Text =>
  say({
    en: f =>
      `Restoring needs ${f.need(needed)} in ${path}, and ${f.have(free)} are free. Name another place with --work, or have fewer files restored with --budget.`,
    es: f =>
      `Para restaurar hacen falta ${f.need(needed)} en ${path} y quedan ${f.have(free)} libres. Indique otro lugar con --work o restaure menos archivos con --budget.`,
  });

const cannotCreate = (path: string, error: unknown): Text => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return say({
    en: `No folder for restored files can be made in ${path} (${code}). Name another place with --work.`,
    es: `No se puede crear en ${path} una carpeta para los archivos restaurados (${code}). Indique otro lugar con --work.`,
  });
};
