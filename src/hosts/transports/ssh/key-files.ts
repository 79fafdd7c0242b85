import { createPrivateKey, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import ssh2, { type ParsedKey } from 'ssh2';
import { type Text, say } from '../../../i18n/text.js';
import type { SecretSource } from './options.js';
import { secretOf } from './secret.js';

/** A key file that cannot be used, and why. */
export class Unusable {
  constructor(
    readonly present: boolean,
    readonly why: Text,
  ) {}
}

/** Keys by their file: parsed, and their passphrase asked for, once for all servers asked at a time. */
const keys = new Map<string, Promise<ParsedKey | Unusable>>();

/**
 * The private key of a file.
 *
 * @param passphraseFrom who opens it when it is locked
 */
export function keyOf(
  file: string,
  passphraseFrom: SecretSource | undefined,
  asking: (busy: boolean) => void,
): Promise<ParsedKey | Unusable> {
  const found = keys.get(file);
  if (found) return found;
  const made = readKey(file, passphraseFrom, asking);
  keys.set(file, made);
  // One that could not be used may be there, or its passphrase be typed right, the next time.
  made.then(
    key => key instanceof Unusable && keys.delete(file),
    () => keys.delete(file),
  );
  return made;
}

async function readKey(
  file: string,
  passphraseFrom: SecretSource | undefined,
  asking: (busy: boolean) => void,
): Promise<ParsedKey | Unusable> {
  let data: Buffer;
  try {
    data = await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    return new Unusable(code !== 'ENOENT', unreadableKey(file, code));
  }
  const plain = ssh2.utils.parseKey(data);
  if (!(plain instanceof Error)) return usable(plain, file);
  if (!/encrypted|passphrase/i.test(plain.message)) return new Unusable(true, brokenKey(file));
  if (!passphraseFrom) return new Unusable(true, lockedKey(file));
  const passphrase = await secretOf(passphraseFrom, { what: 'passphrase', file }, asking);
  const opened = ssh2.utils.parseKey(data, passphrase);
  return opened instanceof Error ? new Unusable(true, wrongPassphrase(file)) : usable(opened, file);
}

function usable(parsed: ParsedKey, file: string): ParsedKey | Unusable {
  // The parser answers a list for formats that could hold several keys.
  const key = Array.isArray(parsed) ? (parsed[0] as ParsedKey | undefined) : parsed;
  return key?.isPrivateKey() ? decodedOnce(key) : new Unusable(true, brokenKey(file));
}

/** ssh2 signs with the key's text, which OpenSSL decodes anew for every login: that takes longer than the signature. */
function decodedOnce(key: ParsedKey): ParsedKey {
  if (key.type !== 'ssh-ed25519') return key;
  const decoded = createPrivateKey(key.getPrivatePEM());
  key.sign = data => sign(null, typeof data === 'string' ? Buffer.from(data) : data, decoded);
  return key;
}

const unreadableKey = (file: string, code: string) =>
  say({ en: `The key ${file} cannot be read (${code}).`, es: `No se puede leer la clave ${file} (${code}).` });

const brokenKey = (file: string) =>
  say({
    en: `${file} is no private key that can be read here.`,
    es: `${file} no es una clave privada que se pueda leer aquí.`,
  });

const lockedKey = (file: string) =>
  say({
    en: `The key ${file} has a passphrase: add it to the agent with \`ssh-add ${file}\` and run this again.`,
    es: `La clave ${file} tiene frase de contraseña: añádala al agente con \`ssh-add ${file}\` y repita la orden.`,
  });

const wrongPassphrase = (file: string) =>
  say({
    en: `The passphrase given does not open the key ${file}.`,
    es: `La frase de contraseña dada no abre la clave ${file}.`,
  });
