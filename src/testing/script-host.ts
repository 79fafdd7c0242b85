import { type Context, type Script, createContext, runInContext } from 'node:vm';
import { scriptFolder, scriptMachine } from './script-machine.js';

/** One run of a program: its words, and the files it holds open. */
export interface ScriptRun {
  readonly role: string;
  /** Nonce, position and try. */
  readonly which: string;
  readonly printed: string[];
  readonly context: Context;
}

export interface Stored {
  text: string;
  /** Who has it open to write: such a file can be neither deleted nor replaced. */
  heldBy: ScriptRun | undefined;
}

interface Planned {
  readonly at: number;
  readonly act: () => void;
}

/**
 * Windows Script Host as far as supervisor and workers of our program need it: files, a clock that only sleeping moves, and programs that
 * start when the test lets them. A program that another one's step lets run, runs until it ends or sleeps for good; so what comes between
 * two steps of one is all that another does.
 */
export class ScriptHost {
  now = 1_000_000;
  readonly files = new Map<string, Stored>();
  readonly folders = new Set(['c:\\temp']);
  readonly runs: ScriptRun[] = [];
  /** What was done: each entry a change of an instruction by its position in the list, or a question answered. */
  readonly done: string[] = [];
  /** Called before each step on a file. */
  onStep: (run: ScriptRun, step: string) => void = () => undefined;
  /** Called for each start of a script host; what it does not start never comes. */
  onStart: (line: string, by: ScriptRun) => void = () => undefined;
  /** A program of nobody, to hold files open. */
  readonly nobody: ScriptRun = { role: 'nobody', which: '', printed: [], context: createContext({}) };
  /** The next supervisor finds its folder made and takes over what nobody holds. */
  takeOver = false;
  readonly #cut = new Set<ScriptRun>();
  readonly #program: Script;
  #planned: Planned[] = [];

  constructor(program: Script) {
    this.#program = program;
    this.files.set(`${scriptFolder}\\a.js`.toLowerCase(), { text: '', heldBy: undefined });
  }

  /** Has something happen when the clock has come so far, at the next sleep of any program. */
  after(milliseconds: number, act: () => void): void {
    this.#planned.push({ at: this.now + milliseconds, act });
  }

  /** Runs a program from its beginning; what it throws ends it, as a script error does. */
  run(role: string, which: string, folder: string, call: string, prepare: (context: Context) => void): ScriptRun {
    const run: ScriptRun = { role, which, printed: [], context: scriptMachine(this, () => run) };
    this.runs.push(run);
    const words = role === '' ? [] : [`/${role}:${which}`, `/folder:${folder}`];
    try {
      this.#program.runInContext(run.context);
      prepare(run.context);
      Object.assign(run.context, { readArguments: () => argumentsOf(words) });
      runInContext(call, run.context);
    } catch (error) {
      if (!(error instanceof Error) || error.message.startsWith('test:')) throw error;
    }
    this.end(run);
    return run;
  }

  /** From now on nothing that this run does has an effect, not even tidying up. */
  cut(run: ScriptRun): void {
    this.#cut.add(run);
    this.end(run);
  }

  /** What a process that ends lets go. */
  end(run: ScriptRun): void {
    for (const file of this.files.values()) if (file.heldBy === run) file.heldBy = undefined;
  }

  isCut(run: ScriptRun): boolean {
    return this.#cut.has(run);
  }

  /** Lets time pass, and what is due happen. */
  passTime(milliseconds: number): void {
    this.now += milliseconds;
    for (;;) {
      const next = this.#planned.filter(({ at }) => at <= this.now).toSorted((a, b) => a.at - b.at)[0];
      if (!next) return;
      this.#planned = this.#planned.filter(one => one !== next);
      next.act();
    }
  }
}

function argumentsOf(words: readonly string[]): Record<string, string | boolean> {
  const found: Record<string, string | boolean> = {
    out: '',
    worker: '',
    end: '',
    launch: '',
    timer: '',
    folder: '',
    remove: false,
  };
  for (const word of words) {
    const [, name = '', value = ''] = /^\/([a-z]+):(.*)$/.exec(word) ?? [];
    found[name] = value;
  }
  return found;
}
