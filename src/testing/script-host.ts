import { type Context, type Script, createContext, runInContext } from 'node:vm';

/** One run of a program: its words, and the files it holds open. */
export interface ScriptRun {
  readonly role: string;
  /** Nonce, position and try. */
  readonly which: string;
  readonly printed: string[];
  readonly context: Context;
}

interface Stored {
  text: string;
  /** Who has it open to write: such a file can be neither deleted nor replaced. */
  heldBy: ScriptRun | undefined;
}

interface Planned {
  readonly at: number;
  readonly act: () => void;
}

const scriptFolder = 'C:\\antesala';

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
    const run: ScriptRun = { role, which, printed: [], context: this.#contextOf(() => run) };
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

  /** Lets time pass that nobody sleeps through. */
  passTime(milliseconds: number): void {
    this.#sleep(milliseconds);
  }

  #sleep(milliseconds: number): void {
    this.now += milliseconds;
    for (;;) {
      const next = this.#planned.filter(({ at }) => at <= this.now).toSorted((a, b) => a.at - b.at)[0];
      if (!next) return;
      this.#planned = this.#planned.filter(one => one !== next);
      next.act();
    }
  }

  #contextOf(self: () => ScriptRun): Context {
    const host = this;
    const key = (path: string) => path.toLowerCase();
    const parent = (path: string) => key(path).slice(0, key(path).lastIndexOf('\\'));
    const fault = (what: string) => Object.assign(new Error(what), { number: -2146828218 });
    const step = (what: string) => {
      if (host.#cut.has(self())) throw fault('power cut');
      host.onStep(self(), what);
      if (host.#cut.has(self())) throw fault('power cut');
    };
    const held = (file: Stored | undefined) => file?.heldBy !== undefined;
    class ActiveXObject {
      ComputerName = 'SERVIDOR';
      CurrentDirectory = '';
      ExpandEnvironmentStrings = (text: string) =>
        text
          .replace(/%(TEMP|TMP)%/g, 'C:\\Temp')
          .replaceAll('%SystemRoot%', 'C:\\WINNT')
          .replaceAll('%COMPUTERNAME%', 'SERVIDOR');
      RegRead = () => {
        throw fault('no value');
      };
      Run = (line: string) => {
        host.onStart(line, self());
        return 0;
      };
      FolderExists = (path: string) => host.folders.has(key(path));
      CreateFolder = (path: string) => void host.folders.add(key(path));
      GetParentFolderName = (path: string) => path.slice(0, path.lastIndexOf('\\'));
      GetFolder = () => {
        throw fault('not listed');
      };
      GetFile = (path: string) => {
        const file = host.files.get(key(path));
        if (!file) throw fault('no file');
        return { Size: file.text.length, DateLastModified: host.now, Attributes: 0 };
      };
      FileExists = (path: string) => {
        step(`exists ${path}`);
        return host.files.has(key(path));
      };
      CopyFile = (from: string, to: string) => {
        const file = host.files.get(key(from));
        if (!file) throw fault('no file');
        step(`copy ${from}`);
        const copy: Stored = { text: '', heldBy: undefined };
        host.files.set(key(to), copy);
        for (const part of [file.text.slice(0, 3), file.text.slice(3)]) {
          step(`copy on ${from}`);
          copy.text += part;
        }
      };
      CreateTextFile = (path: string, overwrite: boolean) => {
        step(`create ${path}`);
        const there = host.files.get(key(path));
        if (host.takeOver && overwrite && there?.heldBy === host.nobody) there.heldBy = undefined;
        if (!host.folders.has(parent(path)) || held(there) || (there && !overwrite)) throw fault('cannot be created');
        const file: Stored = { text: '', heldBy: self() };
        host.files.set(key(path), file);
        return {
          Write: (text: string) => {
            step(`write ${path}`);
            file.text += text;
          },
          Close: () => void (file.heldBy = undefined),
        };
      };
      OpenTextFile = (path: string) => {
        const file = host.files.get(key(path));
        if (!file || held(file)) throw fault('cannot be opened');
        let read = false;
        return {
          get AtEndOfStream() {
            return read || file.text === '';
          },
          Read: () => {
            read = true;
            return file.text;
          },
          Close: () => undefined,
        };
      };
      DeleteFile = (path: string) => {
        step(`delete ${path}`);
        const file = host.files.get(key(path));
        if (!file || held(file)) throw fault('cannot be deleted');
        host.files.delete(key(path));
      };
      MoveFile = (from: string, to: string) => {
        step(`move ${from}`);
        const file = host.files.get(key(from));
        if (!file || held(file) || host.files.has(key(to))) throw fault('cannot be moved');
        host.files.delete(key(from));
        host.files.set(key(to), file);
      };
      // as Windows does it: what it can delete is gone even when it cannot delete all
      DeleteFolder = (path: string) => {
        step(`delete-folder ${path}`);
        for (const [name, file] of host.files)
          if (name.startsWith(`${key(path)}\\`) && !held(file)) host.files.delete(name);
        if ([...host.files.keys()].some(name => name.startsWith(`${key(path)}\\`))) throw fault('not empty');
        host.folders.delete(key(path));
      };
    }
    const clock = class extends Date {
      constructor(...time: [] | [number]) {
        super(time[0] ?? host.now);
      }
    };
    const WScript = {
      ScriptFullName: `${scriptFolder}\\a.js`,
      Version: '5.8',
      Echo: (line: string) => void self().printed.push(line),
      Quit: () => undefined,
      Sleep: (milliseconds: number) => host.#sleep(milliseconds),
    };
    return createContext({ ActiveXObject, Date: clock, WScript, ScriptEngine: () => 'JScript' });
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
