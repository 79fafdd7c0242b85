import type { Instruction, InstructionResult } from '../model/instruction.js';
import { headerFrom, longestLine, parseObject } from './decode.js';
import { type ResultLine, resultFrom } from './decode-result.js';
import { type WireHeader, wireMark } from './wire.js';

/**
 * Reads what an executor prints while it carries out instructions (wire.ts), as it comes. Never throws, whatever it is given: lines that
 * are not ours are noise, of ours the first word on an instruction stands.
 */
export class ResultReader {
  header: WireHeader | undefined;
  /** The end line was seen, and counts all instructions. */
  ended = false;
  readonly #mark: string;
  readonly #instructions: ReadonlyMap<string, Instruction>;
  readonly #results = new Map<string, InstructionResult>();
  #line: Buffer[] = [];
  #length = 0;
  #noise = '';

  /** @param nonce that of the program: no other lines are believed */
  constructor(instructions: readonly Instruction[], nonce: string) {
    this.#mark = `${wireMark}${nonce} `;
    this.#instructions = new Map(instructions.map(instruction => [instruction.id, instruction]));
  }

  /** Takes some bytes; tells the results that came with them. */
  push(chunk: Buffer): readonly InstructionResult[] {
    const came: InstructionResult[] = [];
    let at = 0;
    while (at < chunk.length) {
      const newline = chunk.indexOf(0x0a, at);
      this.#keep(chunk.subarray(at, newline < 0 ? chunk.length : newline));
      if (newline < 0) break;
      const result = this.#endOfLine();
      if (result) came.push(result);
      at = newline + 1;
    }
    return came;
  }

  /** In the order of the instructions, as far as they came. */
  get results(): readonly InstructionResult[] {
    return [...this.#instructions.keys()].flatMap(id => this.#results.get(id) ?? []);
  }

  /** Nothing is missing: every instruction has its result. */
  get whole(): boolean {
    return this.ended && this.#results.size === this.#instructions.size;
  }

  /** The first line that is not ours, to show what came instead. */
  get noise(): string {
    return this.#noise || Buffer.concat(this.#line).toString('utf8', 0, 200).trim();
  }

  /** A line longer than any result is not kept, only its beginning. */
  #keep(part: Buffer): void {
    if (this.#length < longestLine) this.#line.push(part);
    this.#length += part.length;
  }

  #endOfLine(): InstructionResult | undefined {
    const bytes = Buffer.concat(this.#line);
    this.#line = [];
    this.#length = 0;
    const text = bytes.toString('latin1');
    const start = text.indexOf(this.#mark);
    const value = start < 0 ? undefined : parseObject(text.slice(start + this.#mark.length));
    if (!value) {
      if (this.#noise === '') this.#noise = bytes.toString('utf8', 0, 200).trim();
      return undefined;
    }
    if (!this.header) {
      this.header = headerFrom(value);
      return undefined;
    }
    if (value['end'] !== undefined) {
      this.ended ||= value['end'] === this.#instructions.size;
      return undefined;
    }
    return this.#take(value, this.header);
  }

  #take(value: Readonly<Record<string, unknown>>, header: WireHeader): InstructionResult | undefined {
    const instruction = typeof value['id'] === 'string' ? this.#instructions.get(value['id']) : undefined;
    if (!instruction || this.#results.has(instruction.id)) return undefined;
    const result = resultFrom(value as ResultLine, instruction, header);
    if (result) this.#results.set(instruction.id, result);
    return result;
  }
}
