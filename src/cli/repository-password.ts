import { readFile } from 'node:fs/promises';
import { type Text, say } from '../i18n/text.js';
import { askSecret } from './ask-secret.js';
import { CliError } from './cli-error.js';
import type { Context } from './context.js';

/**
 * The password of a repository of backups: the first line of a file, or typed without echo. Never from the command line, which anybody on
 * the computer can read.
 *
 * @throws CliError when the file cannot be read or is empty, or there is no terminal to ask on
 */
export async function repositoryPassword(
  repository: string,
  file: string | undefined,
  { terminal }: Context,
): Promise<string> {
  if (file === undefined) {
    terminal.settle();
    return askSecret(terminal.t(prompt(repository)), process.stdin, text => process.stderr.write(text), noTerminal);
  }
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new CliError(unreadable(file, code), undefined, { cause: error });
  }
  const password = text.split(/\r?\n/, 1)[0] ?? '';
  if (password === '') throw new CliError(empty(file));
  return password;
}

const prompt = (repository: string): Text =>
  say({ en: `Password of the repository ${repository}: `, es: `Contraseña del repositorio ${repository}: ` });

const noTerminal = say({
  en: 'The repository needs its password, but there is no terminal to ask on. Name a file that holds it with --password-file.',
  es: 'El repositorio necesita su contraseña, pero no hay terminal donde pedirla. Indique con --password-file un archivo que la contenga.',
});

const unreadable = (file: string, code: string): Text =>
  say({
    en: `The file with the password, ${file}, cannot be read (${code}).`,
    es: `No se puede leer el archivo de la contraseña, ${file} (${code}).`,
  });

const empty = (file: string): Text =>
  say({
    en: `The first line of ${file} is empty; it should be the password.`,
    es: `La primera línea de ${file} está vacía; debería ser la contraseña.`,
  });
