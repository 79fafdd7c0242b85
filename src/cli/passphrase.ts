import { type Text, say } from '../i18n/text.js';
import { askSecret } from './ask-secret.js';
import { CliError } from './cli-error.js';
import type { Context } from './context.js';

/** Where the passphrase of a key comes from: a variable of the environment, or somebody at the terminal; never the command line. */
export interface PassphraseOptions {
  readonly passphraseEnv?: string;
}

/** @throws CliError when the variable is not there, or there is no terminal to ask on */
export async function passphraseOf(
  file: string,
  { passphraseEnv }: PassphraseOptions,
  context: Context,
): Promise<string> {
  if (passphraseEnv !== undefined) return fromVariable(passphraseEnv, context);
  return ask(say({ en: `Passphrase of the key ${file}: `, es: `Frase de contraseña de la clave ${file}: ` }), context);
}

/** For a new key, asked twice, since one mistyped would never open it again. */
export async function newPassphrase({ passphraseEnv }: PassphraseOptions, context: Context): Promise<string> {
  if (passphraseEnv !== undefined) return notEmpty(fromVariable(passphraseEnv, context));
  const first = notEmpty(await ask(texts.first, context));
  if ((await ask(texts.second, context)) !== first) throw new CliError(texts.different);
  return first;
}

function fromVariable(name: string, { env }: Context): string {
  const value = env[name];
  if (value === undefined) throw new CliError(noVariable(name));
  return value;
}

function notEmpty(passphrase: string): string {
  if (passphrase === '') throw new CliError(texts.empty);
  return passphrase;
}

function ask(prompt: Text, { terminal }: Context): Promise<string> {
  terminal.settle();
  return askSecret(terminal.t(prompt), process.stdin, text => process.stderr.write(text), texts.noTerminal);
}

const noVariable = (name: string): Text =>
  say({
    en: `There is no environment variable ${name}. Put the passphrase into it, or leave out --passphrase-env to be asked.`,
    es: `No existe la variable de entorno ${name}. Ponga en ella la frase de contraseña, o quite --passphrase-env para que se le pida.`,
  });

const texts = {
  first: say({ en: 'Passphrase for the new key: ', es: 'Frase de contraseña para la clave nueva: ' }),
  second: say({ en: 'Once more: ', es: 'Repítala: ' }),
  different: say({
    en: 'The two passphrases differ. No key was made; run the same command again.',
    es: 'Las dos frases de contraseña no coinciden. No se ha creado ninguna clave; repita la misma orden.',
  }),
  empty: say({
    en: 'The passphrase is empty. No key was made; leave out --passphrase for a key without one.',
    es: 'La frase de contraseña está vacía. No se ha creado ninguna clave; quite --passphrase para una clave sin ella.',
  }),
  noTerminal: say({
    en: 'A passphrase is needed, but there is no terminal to ask on. Put it into an environment variable and name that with --passphrase-env.',
    es: 'Hace falta una frase de contraseña, pero no hay terminal donde pedirla. Póngala en una variable de entorno e indíquela con --passphrase-env.',
  }),
};
