import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loginCommand } from '../../lab/login.js';
import { labDir, layout } from '../../lab/paths.js';
import { readState } from '../../lab/state.js';
import { ResultReader } from '../hosts/decode-results.js';
import { wshExecutor } from '../hosts/executors/wsh/wsh.js';
import type { Instruction, InstructionResult } from '../model/instruction.js';

const endLine = /"end":\d+,"ms":\d+\}\r?\n$/;

/** A folder of a Wine guest of the lab, seen from both sides, and programs of Windows Script Host run there over ssh. */
export class WineGuest {
  /** The folder as the guest names it. */
  readonly windowsFolder: string;
  readonly #folder: string;
  readonly #drive: string;
  /** What logs on over ssh, as program and arguments. */
  readonly login: readonly string[];

  private constructor(name: string, folder: string) {
    const host = readState(layout(labDir()).state)[name];
    if (!host) throw new Error(`The lab has no host ${name} that is up.`);
    this.login = loginCommand(host);
    this.#drive = join(layout(labDir()).guest(name), 'prefix', 'drive_c');
    this.#folder = join(this.#drive, folder);
    this.windowsFolder = `C:\\${folder}`;
    mkdirSync(this.#folder, { recursive: true });
  }

  /** Undefined, with a line that says so, when the lab is off or this guest is not up. */
  static open(name: string, folder: string, what: string): WineGuest | undefined {
    if (process.env['ANTESALA_LAB'] === '1' && readState(layout(labDir()).state)[name])
      return new WineGuest(name, folder);
    process.stdout.write(`skipped: ${what} (needs ANTESALA_LAB=1 and the lab host ${name} up)\n`);
    return undefined;
  }

  path(name: string): string {
    return `${this.windowsFolder}\\${name.replaceAll('/', '\\')}`;
  }

  read(name: string): Buffer | undefined {
    const file = join(this.#folder, name);
    return existsSync(file) ? readFileSync(file) : undefined;
  }

  /** Of any file on drive C. */
  readOnDrive(path: string): Buffer | undefined {
    const file = join(this.#drive, path);
    return existsSync(file) ? readFileSync(file) : undefined;
  }

  /** The same file as this machine names it. */
  pathOnDrive(path: string): string {
    return join(this.#drive, path);
  }

  write(name: string, bytes: Buffer | string): void {
    writeFileSync(join(this.#folder, name), bytes);
  }

  remove(name: string): void {
    rmSync(join(this.#folder, name), { force: true, recursive: true });
  }

  /** A line of cmd.exe; what it printed, bytes as characters. */
  ssh(line: string): { readonly out: string; readonly code: number | null } {
    const [program = '', ...args] = this.login;
    const ran = spawnSync(program, [...args, line], { encoding: 'latin1', maxBuffer: 1 << 28 });
    return { out: ran.stdout, code: ran.status };
  }

  /**
   * Runs a program of Windows Script Host to its end line or end; it can be told to stop by {@link stop}, by its name. What a program
   * leaves running keeps the connection here (Wine hands its standard error on), so that is not waited for.
   */
  async run(script: string, name = randomBytes(6).toString('hex'), onData?: (chunk: Buffer) => void): Promise<Buffer> {
    this.write(`${name}.js`, script);
    const [program = '', ...args] = this.login;
    const child = spawn(program, [...args, `cscript //nologo ${this.path(`${name}.js`)}`], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => {
      parts.push(part);
      onData?.(part);
      if (endLine.test(Buffer.concat(parts.slice(-2)).toString('latin1'))) setTimeout(() => child.kill(), 1000);
    });
    await new Promise(resolve => child.on('close', resolve));
    return Buffer.concat(parts);
  }

  /** Tells a program of that name to begin nothing more, as the ssh transport does. */
  stop(name: string): void {
    this.write(`${name}.js.stop`, 'stop');
  }

  /** Carries out instructions; all have their result. */
  async carryOut(instructions: readonly Instruction[]): Promise<readonly InstructionResult[]> {
    const reader = new ResultReader(instructions, 'n');
    reader.push(await this.run(wshExecutor.instructionProgram(instructions, 'n')));
    if (!reader.whole) throw new Error(`broke off after ${reader.results.length}: ${reader.noise}`);
    return reader.results;
  }
}
