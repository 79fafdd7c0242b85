import { CommanderError } from 'commander';
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
  if (stopped) return { text: stoppedText, exit: exitCodes.stopped };
  if (error instanceof HostError) return { text: error.text, exit: exitOfHostError[error.kind] };
  if (error instanceof CommanderError) {
    return { text: { en: error.message, es: error.message }, exit: exitCodes.wrongUse };
  }
  const detail = visible(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return {
    text: say({
      en: `Something went wrong inside Antesala. Nothing was changed on any server. Please report this: ${detail}`,
      es: `Algo ha fallado dentro de Antesala. No se ha cambiado nada en ningún servidor. Comuníquelo, por favor: ${detail}`,
    }),
    exit: exitCodes.ourFault,
  };
}

const stoppedText = say({
  en: 'Stopped. Nothing was left on any server.',
  es: 'Detenido. No se ha dejado nada en ningún servidor.',
});
