import type { Text } from '../i18n/text.js';
import { type ExitCode, exitCodes } from './exit-codes.js';

/** Something the user can mend: what, where and what to do, with its exit code. */
export class CliError extends Error {
  readonly text: Text;
  readonly exit: ExitCode;

  constructor(text: Text, exit: ExitCode = exitCodes.wrongUse, options?: ErrorOptions) {
    super(text.en, options);
    this.name = 'CliError';
    this.text = text;
    this.exit = exit;
  }
}
