import { open } from 'node:fs/promises';
import { newKey } from '../caselog/signing.js';
import { type Text, say } from '../i18n/text.js';
import { CliError } from './cli-error.js';
import type { PassphraseOptions } from './passphrase.js';
import type { Context } from './context.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { newPassphrase } from './passphrase.js';

export interface KeyNewOptions extends PassphraseOptions {
  readonly out: string;
  readonly passphrase?: boolean;
  readonly json?: boolean;
}

/** Makes a key. The private half goes to a file and nowhere else. */
export async function runKeyNew(options: KeyNewOptions, context: Context): Promise<ExitCode> {
  const wanted = options.passphrase === true || options.passphraseEnv !== undefined;
  const key = newKey(wanted ? await newPassphrase(options, context) : undefined);
  await writePrivately(options.out, key.privatePem);
  const { terminal } = context;
  if (options.json) {
    const { publicKey, publicPem } = key;
    const printed = { schema: 'antesala.key/1', file: options.out, publicKey, publicPem };
    await terminal.print(`${JSON.stringify(printed, null, 2)}\n`);
  } else {
    await terminal.print(key.publicPem);
    terminal.progress(terminal.t(written(options.out)), true);
  }
  return exitCodes.done;
}

/** Never over an existing file: that might be the only copy of another key. */
async function writePrivately(path: string, text: string): Promise<void> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new CliError(code === 'EEXIST' ? exists(path) : cannotWrite(path, code), undefined, { cause: error });
  }
}

const written = (path: string): Text =>
  say({
    en: `The private key is in ${path}; keep it to yourself, with a copy in a safe place. Give the public key above to those who verify, by a way they trust.`,
    es: `La clave privada está en ${path}; guárdela solo usted, con una copia en lugar seguro. Entregue la clave pública de arriba a quienes comprueben, por un medio de confianza.`,
  });

const exists = (path: string): Text =>
  say({
    en: `${path} exists already and may be the only copy of a key. Choose another name with --out.`,
    es: `${path} ya existe y podría ser la única copia de una clave. Elija otro nombre con --out.`,
  });

const cannotWrite = (path: string, code: string): Text =>
  say({
    en: `${path} could not be written (${code}). Choose another place with --out.`,
    es: `No se pudo escribir ${path} (${code}). Elija otro lugar con --out.`,
  });
