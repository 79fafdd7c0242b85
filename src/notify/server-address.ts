import { type Text, say } from '../i18n/text.js';
import { InputError } from '../model/input-error.js';

/** A mail or directory server as a person names it. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  /** `tls`: from the first byte. `starttls`: before anything else is said. `none`: asked for, or the server is this computer. */
  readonly encryption: 'tls' | 'starttls' | 'none';
  readonly user: string | undefined;
  readonly loopback: boolean;
}

const kinds = {
  smtp: { secure: 'smtps:', plain: 'smtp:', port: 587, securePort: 465 },
  ldap: { secure: 'ldaps:', plain: 'ldap:', port: 389, securePort: 636 },
} as const;

/**
 * Reads `smtp://user@host:port`, `smtps://…`, `ldap://…`, `ldaps://…`. Plain schemes are encrypted with STARTTLS unless the server is this
 * computer or the address ends in `?encryption=none`.
 *
 * @throws InputError for anything else, and for an address with a password in it
 */
export function serverAddress(kind: keyof typeof kinds, address: string): ServerAddress {
  const { secure, plain, port, securePort } = kinds[kind];
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new InputError(noAddress(plain, hidden(address)));
  }
  if ((url.protocol !== secure && url.protocol !== plain) || url.hostname === '' || !/^\/?$/.test(url.pathname)) {
    throw new InputError(noAddress(plain, hidden(address)));
  }
  if (url.password !== '') throw new InputError(passwordInAddress);
  const unencrypted = url.searchParams.get('encryption');
  if (unencrypted !== null && unencrypted !== 'none') throw new InputError(noAddress(plain, hidden(address)));
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/i.test(host);
  const encryption = url.protocol === secure ? 'tls' : unencrypted === 'none' || loopback ? 'none' : 'starttls';
  return {
    host,
    port: url.port === '' ? (encryption === 'tls' ? securePort : port) : Number(url.port),
    encryption,
    user: url.username === '' ? undefined : decodeURIComponent(url.username),
    loopback,
  };
}

/** What is shown of an address that is wrong: it may hold a password. */
function hidden(address: string): string {
  return address.replace(/\/\/.*@/, '//…@');
}

const noAddress = (plain: string, address: string): Text =>
  say({
    en: `“${address}” is no address of a server: write ${plain}//host, with a port or a user where they are needed.`,
    es: `«${address}» no es la dirección de un servidor: escriba ${plain}//host, con puerto o usuario si hacen falta.`,
  });

const passwordInAddress = say({
  en: 'The address holds a password: take it out, it is asked for when it is needed.',
  es: 'La dirección contiene una contraseña: quítela, se pedirá cuando haga falta.',
});
