import { CommanderError } from 'commander';
import { CopyError } from '../model/copy-error.js';
import { HostError } from '../hosts/host-error.js';
import { type Text, say } from '../i18n/text.js';
import { CaseError } from '../model/case-error.js';
import { InputError } from '../model/input-error.js';
import { visible } from '../report/visible.js';
import { CliError } from './cli-error.js';
import { type ExitCode, exitCodes, exitOfCaseError, exitOfHostError } from './exit-codes.js';

/** An error as a sentence and an exit code; what we did not foresee is our fault and says so. */
export function explained(error: unknown, stopped = false): { readonly text: Text; readonly exit: ExitCode } {
  if (error instanceof CliError) return error;
  if (error instanceof InputError) return { text: error.text, exit: exitCodes.wrongUse };
  if (error instanceof CaseError) return { text: error.text, exit: exitOfCaseError[error.kind] };
  if (error instanceof CopyError) return { text: error.text, exit: exitCodes.stopped };
  if (stopped) return { text: stoppedText, exit: exitCodes.stopped };
  if (error instanceof HostError) return { text: error.text, exit: exitOfHostError[error.kind] };
  if (error instanceof CommanderError) {
    return { text: { en: error.message, es: error.message }, exit: exitCodes.wrongUse };
  }
  const detail = visible(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return {
    text: say({
      en: `Something went wrong inside Antesala. An assessment changes nothing on a server; what a preparation had changed by then stands in the log of its case. Please report this: ${detail}`,
      es: `Algo ha fallado dentro de Antesala. Una evaluación no cambia nada en el servidor; lo que una preparación hubiera cambiado consta en el registro de su caso. Comuníquelo, por favor: ${detail}`,
    }),
    exit: exitCodes.ourFault,
  };
}

const stoppedText = say({
  en: 'Stopped. Nothing was left behind on any server; what a preparation had done stands in the log of its case.',
  es: 'Detenido. No queda nada suelto en ningún servidor; lo que una preparación hubiera hecho consta en el registro de su caso.',
});
