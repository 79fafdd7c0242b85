import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import iconv from 'iconv-lite';
import type { Language, Text } from '../../src/i18n/text.js';
import { labDir, sourceDir } from '../paths.js';
import { LabError } from '../run.js';

/** What is expected of a command: its exit code, and words that must stand in what it says. */
export interface Expected {
  readonly exit: number;
  readonly see?: readonly (string | Text)[];
}

/** One command of the story, as it was typed and what it said. */
export interface Told {
  readonly name: string;
  /** As typed, or the name of the file that was written. */
  readonly line: string;
  readonly output: string;
  readonly exit: number;
}

const project = dirname(sourceDir);

/**
 * Tells a story by doing it: types commands, prints each with its output, and stops with a clear sentence when one ends otherwise than
 * expected. `folder` is where the person of the story works.
 */
export class Teller {
  readonly told: Told[] = [];

  constructor(
    readonly folder: string,
    readonly language: Language,
    private readonly print: (text: string) => void,
  ) {}

  /** A sentence of the story. */
  say(text: Text): void {
    this.print(`\n# ${text[this.language]}\n`);
  }

  /** Writes a file in the story's folder, shown as it is. */
  file(name: string, content: string): void {
    writeFileSync(join(this.folder, name), content);
    this.keep({ name, line: `cat ${name}`, output: content, exit: 0 });
    this.print(`$ cat ${name}\n${content}`);
  }

  /** The command line of this project, as a user types it. */
  antesala(name: string, args: readonly string[], expected: Expected): Promise<string> {
    return this.run(
      name,
      ['antesala', ...args],
      [process.execPath, join(project, 'bin/antesala.js'), ...args],
      expected,
    );
  }

  /** What happens on the server by other hands, done by the lab. */
  lab(name: string, args: readonly string[], expected: Expected = { exit: 0 }): Promise<string> {
    const cli = [process.execPath, join(project, 'node_modules/tsx/dist/cli.mjs'), join(sourceDir, 'cli.ts')];
    return this.run(name, ['npm', 'run', 'lab', '--', ...args], [...cli, ...args], expected);
  }

  private async run(
    name: string,
    typed: readonly string[],
    [program = '', ...args]: readonly string[],
    expected: Expected,
  ): Promise<string> {
    const line = typed.map(quoted).join(' ');
    this.print(`$ ${line}\n`);
    const { output, exit } = await this.started(program, args);
    this.print(`(exit ${exit})\n\n`);
    this.keep({ name, line, output, exit });
    const problem = wrong({ line, output, exit }, expected, this.language);
    if (problem !== undefined) throw new LabError(problem);
    return output;
  }

  private started(
    program: string,
    args: readonly string[],
  ): Promise<{ readonly output: string; readonly exit: number }> {
    const { NODE_OPTIONS: _options, ...env } = process.env;
    const child = spawn(program, args, {
      cwd: this.folder,
      env: { ...env, ANTESALA_LANG: this.language, ANTESALA_LAB_DIR: labDir(), NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (text: string): void => {
      output += text;
      this.print(text);
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('latin1');
      createInterface({ input: stream }).on('line', line => take(`${textOf(Buffer.from(line, 'latin1'))}\n`));
    }
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', code => resolve({ output, exit: code ?? 128 }));
    });
  }

  private keep(told: Told): void {
    if (this.told.some(({ name }) => name === told.name))
      throw new Error(`two parts of the story are named ${told.name}`);
    this.told.push({ ...told, output: told.output.replaceAll(this.folder, relative(this.folder, this.folder) || '.') });
  }
}

/** What is not UTF-8 comes from a program on the Windows guest, which writes the code page of a Western console. */
export function textOf(line: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch {
    return iconv.decode(line, 'cp850');
  }
}

/** Why a command did not do what the story expects of it; undefined when it did. */
export function wrong(
  { line, output, exit }: Pick<Told, 'line' | 'output' | 'exit'>,
  expected: Expected,
  language: Language,
): string | undefined {
  if (exit !== expected.exit) return `The story stops: “${line}” ended with exit code ${exit}, not ${expected.exit}.`;
  // lines are broken at blanks, wherever they happen to end
  const flat = (text: string): string => text.replace(/\s+/g, ' ');
  const missing = (expected.see ?? [])
    .map(words => (typeof words === 'string' ? words : words[language]))
    .filter(words => !flat(output).includes(flat(words)));
  return missing.length === 0
    ? undefined
    : `The story stops: “${line}” did not say ${missing.map(words => `“${words}”`).join(' and ')}.`;
}

/** A word as it must be typed in a POSIX shell. */
export function quoted(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", `'\\''`)}'` : `"${word}"`;
}
