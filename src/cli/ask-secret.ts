import { type Text, say } from '../i18n/text.js';
import { CliError } from './cli-error.js';
import { exitCodes } from './exit-codes.js';

/** What asking needs of standard input: a terminal whose echo can be switched off. */
export interface SecretInput {
  readonly isTTY?: boolean;
  setRawMode?(on: boolean): unknown;
  on(event: 'data', listener: (chunk: Buffer) => void): unknown;
  off(event: 'data', listener: (chunk: Buffer) => void): unknown;
  resume(): unknown;
  pause(): unknown;
}

/**
 * Asks for a secret on the terminal without showing what is typed.
 *
 * @param noTerminal what to do where there is none
 * @throws CliError when there is no terminal to ask on, or Ctrl-C was pressed
 */
export async function askSecret(
  prompt: string,
  input: SecretInput,
  show: (text: string) => void,
  noTerminal: Text = noTerminalForPassword,
): Promise<string> {
  if (input.isTTY !== true || !input.setRawMode) throw new CliError(noTerminal);
  show(prompt);
  input.setRawMode(true);
  input.resume();
  try {
    return await typed(input);
  } finally {
    input.setRawMode(false);
    input.pause();
    show('\n');
  }
}

function typed(input: SecretInput): Promise<string> {
  return new Promise((resolve, reject) => {
    let bytes: number[] = [];
    const listen = (chunk: Buffer): void => {
      for (const byte of chunk) {
        if (byte === 3) return end(() => reject(new CliError(stopped, exitCodes.stopped)));
        if (byte === 13 || byte === 10 || byte === 4) return end(() => resolve(Buffer.from(bytes).toString('utf8')));
        if (byte === 127 || byte === 8) bytes = withoutLast(bytes);
        else if (byte === 21) bytes = [];
        else bytes.push(byte);
      }
    };
    const end = (then: () => void): void => {
      input.off('data', listen);
      then();
    };
    input.on('data', listen);
  });
}

/** Takes back one character, which in UTF-8 may be several bytes. */
function withoutLast(bytes: readonly number[]): number[] {
  return [...Buffer.from([...Buffer.from(bytes).toString('utf8')].slice(0, -1).join(''), 'utf8')];
}

const noTerminalForPassword = say({
  en: 'A password is needed, but there is no terminal to ask on. Put it into an environment variable and name that with --password-env, or use a key.',
  es: 'Hace falta una contraseña, pero no hay terminal donde pedirla. Póngala en una variable de entorno e indíquela con --password-env, o use una clave.',
});

const stopped = say({ en: 'Stopped.', es: 'Detenido.' });
