import { type KeyObject, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { type Text, say } from '../i18n/text.js';
import { CaseError } from '../model/case-error.js';
import type { CaseLog } from '../model/case-log.js';
import type { StampedEvent } from '../model/event.js';

export interface NewKey {
  /** PKCS #8, PEM; encrypted (AES-256) when there is a passphrase. */
  readonly privatePem: string;
  /** SubjectPublicKeyInfo, PEM: what `openssl pkeyutl -verify -rawin` takes. */
  readonly publicPem: string;
  readonly publicKey: string;
}

/** An ed25519 key to sign cases with. */
export function newKey(passphrase?: string): NewKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privatePem: privateKey
      .export({
        type: 'pkcs8',
        format: 'pem',
        ...(passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase }),
      })
      .toString(),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    publicKey: inLog(publicKey),
  };
}

/** Whether a passphrase must be asked for before the key can be read. */
export function isEncrypted(pem: string): boolean {
  return pem.includes('-----BEGIN ENCRYPTED PRIVATE KEY-----');
}

/** @throws CaseError `wrong-key` when it is no ed25519 private key, or the passphrase is another */
export function readSigningKey(pem: string, passphrase?: string): KeyObject {
  try {
    const key = createPrivateKey({ key: pem, format: 'pem', ...(passphrase === undefined ? {} : { passphrase }) });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (error) {
    throw new CaseError('wrong-key', isEncrypted(pem) ? wrongPassphrase : noSigningKey, { cause: error });
  }
  throw new CaseError('wrong-key', noSigningKey);
}

/**
 * A public key as it stands in the log, from the PEM of `antesala key new` or from that form itself.
 *
 * @throws CaseError `wrong-key`
 */
export function readPublicKey(text: string): string {
  const trimmed = text.trim();
  try {
    // A private key would do as well, and would then lie about where people verify: refused
    if (!trimmed.includes('PRIVATE')) {
      const key = trimmed.startsWith('-----') ? createPublicKey(trimmed) : fromLog(trimmed);
      if (key.asymmetricKeyType === 'ed25519') return inLog(key);
    }
  } catch {
    // said below
  }
  throw new CaseError('wrong-key', noPublicKey);
}

/**
 * Signs a case as it stands: appends `signed`, over the hash of the last line and the case's id.
 *
 * @param by who signs, as a person is named
 */
export function signCase(log: CaseLog, key: KeyObject, by: string): Promise<StampedEvent> {
  const publicKey = inLog(createPublicKey(key));
  return log.appendOver(prev => ({
    type: 'signed',
    publicKey,
    signature: sign(undefined, signedBytes(log.id, prev), key).toString('base64'),
    by,
  }));
}

/** Whether the signature of a `signed` event is that of its key over the line before it. */
export function signatureHolds(caseId: string, event: Extract<StampedEvent, { readonly type: 'signed' }>): boolean {
  try {
    const key = fromLog(event.publicKey);
    if (key.asymmetricKeyType !== 'ed25519') return false;
    return verify(undefined, signedBytes(caseId, event.prev), key, Buffer.from(event.signature, 'base64'));
  } catch {
    return false;
  }
}

/** What is signed: names its purpose, so that no signature made for something else is taken for one of a case. */
function signedBytes(caseId: string, lineHash: string): Buffer {
  return Buffer.from(`antesala.signature/1\n${caseId}\n${lineHash}\n`, 'latin1');
}

/** Base64 of the SubjectPublicKeyInfo: the lines of the PEM in one. */
function inLog(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'der' }).toString('base64');
}

function fromLog(publicKey: string): KeyObject {
  return createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
}

const noSigningKey: Text = say({
  en: 'This is no ed25519 private key. Make one with “antesala key new”.',
  es: 'Esto no es una clave privada ed25519. Cree una con «antesala key new».',
});

const wrongPassphrase: Text = say({
  en: 'The key cannot be opened with this passphrase. Try again; a lost passphrase cannot be recovered, make a new key then.',
  es: 'La clave no se abre con esta frase de contraseña. Vuelva a intentarlo; si la ha perdido no se puede recuperar: cree otra clave.',
});

const noPublicKey: Text = say({
  en: 'This is no ed25519 public key. Name the file with what “antesala key new” printed (it begins with -----BEGIN PUBLIC KEY-----); the private key is not needed to verify and should stay where it is.',
  es: 'Esto no es una clave pública ed25519. Indique el archivo con lo que imprimió «antesala key new» (empieza por -----BEGIN PUBLIC KEY-----); la clave privada no hace falta para comprobar y debe quedarse donde está.',
});
