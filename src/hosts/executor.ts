import type { Instruction } from '../model/instruction.js';
import type { Batch } from '../model/question.js';
import type { ExecutorName, Platform } from '../model/recording.js';

/** Turns a batch into one program in the host's own script language, which prints the answers as wire.ts describes. */
export interface Executor {
  readonly name: ExecutorName;
  readonly platform: Platform;
  /**
   * The whole program, ASCII only. sh and PowerShell take it on standard input; Windows Script Host from a file.
   * It leaves nothing on the host: temporary files go to a private folder removed at the end, also when it is stopped.
   *
   * @param nonce letters and digits, new for every batch
   */
  program(batch: Batch, nonce: string): string;
}

/** One that can also change things. */
export interface ActingExecutor extends Executor {
  /**
   * The same for instructions (`src/model/instruction.ts`): they are carried out in order, each with a result line as wire.ts describes.
   * When whoever listens is gone, the instruction at hand is finished and none after it is begun.
   */
  instructionProgram(instructions: readonly Instruction[], nonce: string): string;
}
