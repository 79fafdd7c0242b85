import { say } from '../../../i18n/text.js';
import { HostError } from '../../host-error.js';
import type { SecretSource, SecretWanted } from './options.js';

/**
 * A password or passphrase, from where it was said to be.
 *
 * @param asking called around every question to a person, whose time must not count
 * @throws HostError `login` when the environment variable is not set
 */
export async function secretOf(
  source: SecretSource,
  wanted: SecretWanted,
  asking: (busy: boolean) => void,
): Promise<string> {
  if (typeof source !== 'function') {
    const value = process.env[source.env];
    if (value === undefined || value === '') throw new HostError('login', noVariable(source.env));
    return value;
  }
  asking(true);
  try {
    return await source(wanted);
  } finally {
    asking(false);
  }
}

const noVariable = (name: string) =>
  say({
    en: `The environment variable ${name}, which should hold the password or passphrase, is not set. Set it and run this again.`,
    es: `La variable de entorno ${name}, que debería contener la contraseña o la frase, no está definida. Defínala y repita la orden.`,
  });
