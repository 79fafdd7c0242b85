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
