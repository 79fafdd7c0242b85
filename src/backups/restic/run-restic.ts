import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { say } from '../../i18n/text.js';
import { InputError } from '../../model/input-error.js';
import { type ProgramEnd, programEnd } from '../program-end.js';

/** Where a repository is, and what opens it. */
export interface Repository {
  /** A folder, or what restic takes for `--repo`. */
  readonly place: string;
  readonly password: string;
}

/** Said on standard output by restic up to 0.14 at least, whatever else is asked for. */
const askingForPassword = 'reading repository password from stdin';

const mostSaid = 64 * 1024;

/**
 * A run of the real restic that only reads: without a lock in the repository, and without its cache, which could hide that the repository is
 * damaged. The password goes through standard input, so it stands neither in arguments nor in the environment nor on a disk.
 */
export class ResticRun {
  readonly #child: ChildProcess;
  readonly #ended: Promise<ProgramEnd>;

  constructor({ place, password }: Repository, args: readonly string[], signal: AbortSignal) {
    const all = ['--repo', place, '--no-lock', '--no-cache', ...args];
    this.#child = spawn('restic', all, {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: withoutSettings(process.env),
      signal,
      windowsHide: true,
    });
    this.#ended = ending(this.#child);
    // told by whoever waits for the end
    this.#ended.catch(() => undefined);
    this.#child.stdin?.on('error', () => undefined);
    this.#child.stdin?.end(`${password}\n`);
  }

  /** What it prints, line by line. */
  async *lines(): AsyncGenerator<string> {
    if (!this.#child.stdout) return;
    const lines = createInterface({ input: this.#child.stdout, crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of lines) if (line !== askingForPassword) yield line;
  }

  /** @throws InputError when there is no restic, or the password opens nothing; whatever aborted it */
  async ended(): Promise<ProgramEnd> {
    this.#child.stdout?.resume();
    const end = await this.#ended;
    if (/wrong password|no key found/i.test(end.said)) throw new InputError(wrongPassword);
    return end;
  }

  stop(): void {
    this.#child.kill();
  }
}

async function ending(child: ChildProcess): Promise<ProgramEnd> {
  const { code, said } = await programEnd(child, mostSaid, noRestic);
  return { code, said: said.replace(`${askingForPassword}\n`, '') };
}

/** Settings of restic in the environment would change which repository is read, and with which password. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('RESTIC_')));
}

const noRestic = say({
  en: 'restic is not installed on this computer, and only restic reads its repositories. Install it and try again.',
  es: 'restic no está instalado en este equipo, y sus repositorios solo los lee él. Instálelo y vuelva a intentarlo.',
});

const wrongPassword = say({
  en: 'The password does not open the restic repository. Check it, and that it is the right repository.',
  es: 'La contraseña no abre el repositorio de restic. Compruébela, y también que sea el repositorio correcto.',
});
