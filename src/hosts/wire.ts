import type { Cell, NoAnswer, RegistryValue } from '../model/answer.js';
import type { InstructionResult, RunResult } from '../model/instruction.js';
import type { ExecutorName } from '../model/recording.js';

/**
 * What an executor prints, line by line, the same for all of them (`antesala.answers/1`).
 *
 * Every line of ours is `@antesala:<nonce> <JSON>`, ASCII only; any other line (a banner, a message of the day, what a background
 * job wrote) is noise and skipped. The first is the header, then one line an answer, in the order asked, the last is the end line:
 * without it the answers were cut off. The nonce is new in every batch, so that text on the host cannot pass for an answer.
 */
export interface WireHeader {
  readonly answers: 1;
  readonly executor: ExecutorName;
  /** Version of what runs it: shell and kernel, JScript engine, PowerShell. */
  readonly engine: string;
  readonly computer: string;
  readonly elevated: boolean;
  /** Seconds since 1970, UTC, by the host's clock. */
  readonly clock: number;
  /** Code pages of the host, where it has them. */
  readonly oem?: number;
  readonly ansi?: number;
}

interface Answered {
  readonly id: string;
  readonly ms: number;
}

/**
 * Text of a command or file: `b64` its bytes, `ansi` its bytes read as the ANSI code page (for script engines that cannot read
 * bytes), `text` already decoded.
 */
export type WireText = { readonly b64: string } | { readonly ansi: string } | { readonly text: string };

export type WireAnswer = Answered &
  (
    | {
        readonly state: 'ok';
        readonly out: WireText;
        readonly exit?: number;
        readonly err?: WireText;
        readonly cut?: boolean;
      }
    | { readonly state: 'ok'; readonly rows: readonly Readonly<Record<string, Cell>>[]; readonly cut?: boolean }
    | {
        readonly state: 'ok';
        readonly keys: Readonly<Record<string, Readonly<Record<string, RegistryValue>>>>;
        readonly cut?: boolean;
      }
    /** A registry export (REGEDIT4 or 5.00 text), for engines that cannot enumerate: decoded here to the same keys. */
    | { readonly state: 'ok'; readonly export: string; readonly cut?: boolean }
    | { readonly state: NoAnswer['state']; readonly why: string }
  );

/** A state whose texts may still be bytes. */
export type WireState = Readonly<Record<string, string | number | boolean | WireText>>;

/**
 * The result of an instruction, a line each after the same header and before the same end line as answers have: as in the model, with
 * the output of a command as {@link WireText}; `why` and texts in a state may be that too.
 */
export type WireResult = Wired<Exclude<InstructionResult, RunResult>> | (Omit<RunResult, 'text' | 'err'> & Output);

interface Output {
  readonly out: WireText;
  readonly err?: WireText;
}

type Wired<Result> = Result extends InstructionResult
  ? {
      readonly [Field in keyof Result]: Field extends 'found' | 'left'
        ? WireState | 'absent'
        : Field extends 'why'
          ? string | WireText
          : Result[Field];
    }
  : never;

export const wireMark = '@antesala:';
